import type { CommandName } from '../../shared/commands.ts'
import { words } from './language.ts'

type Sentence = string | ((args: Readonly<Record<string, unknown>>) => string)

/** What follows from each act that no other act takes back. Its button says it and asks once. */
export const consequences = words<Partial<Record<CommandName, Sentence>>>({
  zh: {
    endAnnouncement: '通告马上从所有屏幕撤下，不能恢复，只能重新发布。',
    withdrawWorkPlan: '方案马上从各方撤下，不能恢复，只能重新发布。',
    cancelDelivery: '这批货不再送出，物资退回可用库存，接收方能看到已取消。这张调拨单不能恢复。',
    receivePledge: '认捐记为已到货，抵扣缺口，之后不能改回。',
    withdrawPledge: '这笔认捐不再计入，缺口重新变大，不能恢复。',
    voidPlaceCode: '已张贴的海报马上失效，扫旧码不能再证明到场。要打印并张贴新海报。',
    settleTube: args => args.confirmed ? '本轮将记为有阳性，之后不能改回。' : '这支混管按复核阴性了结，之后不能改回。',
    withdrawLine: '公告马上从公开页撤下；要再发须重新填写。',
    reopenRound: '本轮的结果作废，重新结束后才有结果；以它为依据的解除条件随之变化。',
    leaveWaitlist: '您的候补名次不保留，再加入要排到最后。',
    leaveCrew: args => args.person === undefined ? '您不再随队报名；再加入要由队长同意。' : '此人不再随队报名；再加入要重新申请。',
    removeVoice: '这段语音的声音从服务器上删除，谁也听不到了，不能恢复。',
    callOut: '附近休息好的人马上收到通知，通知收不回来，每人每班只通知一次。',
    releaseShift: args => args.person === undefined ? '' : '此人不再值这一班，马上收到通知；空位留给候补的人。',
  },
  en: {
    endAnnouncement: 'The announcement leaves all screens at once. It cannot be restored, only published anew.',
    withdrawWorkPlan: 'The plan leaves all screens at once. It cannot be restored, only published anew.',
    cancelDelivery: 'These goods are not sent and are free to allocate again; the receiver sees that it was cancelled. This delivery cannot be restored.',
    receivePledge: 'The pledge counts as arrived and covers the shortage. This cannot be changed back.',
    withdrawPledge: 'The pledge no longer counts and the shortage grows again. It cannot be restored.',
    voidPlaceCode: 'The posters at the place stop working at once: scanning them proves nothing any more. A new poster must be printed and put up.',
    settleTube: args => args.confirmed ? 'The round will count as positive. This cannot be changed back.' : 'The tube is settled as negative. This cannot be changed back.',
    withdrawLine: 'The line leaves the public page at once; to publish it again it must be written again.',
    reopenRound: 'Its result no longer counts until it is closed again, nor do conditions for lifting zones that rest on it.',
    leaveWaitlist: 'Your rank is not kept: if you join again, you are last.',
    leaveCrew: args => args.person === undefined ? 'You no longer sign up with the crew; its leader must agree if you want to come back.' : 'This person no longer signs up with the crew, and must ask again to come back.',
    removeVoice: 'The sound is deleted from the server: nobody can hear it again, and it cannot be restored.',
    callOut: 'Rested people nearby are told at once. The message cannot be taken back, and each person is asked once for a shift.',
    releaseShift: args => args.person === undefined ? '' : 'This person no longer has the shift and is told at once; the place goes to those who wait.',
  },
})

/** What will happen, in a sentence; empty for an act that can be taken back. */
export function consequenceOf(name: CommandName, args: Readonly<Record<string, unknown>>): string {
  const sentence = consequences.value[name]
  return typeof sentence === 'function' ? sentence(args) : sentence ?? ''
}
