import type { DutyNotice } from '../../shared/duty/send-notice.ts'
import { words } from '../core/language.ts'

interface Words {
  title: string
  none: string
  readAll: string
  /** The places of a letter: the first, and how many. */
  places: (first: string, n: number) => string
  /** Of the rules that tell volunteers something; those for other people are in `staff-words.ts`. */
  rules: Record<DutyNotice, string>
}

const zh: Words = {
  title: '提醒',
  none: '没有提醒。交办给你的问题、逾期和班次变动会列在这里。',
  readAll: '全部标为已读',
  places: (first, n) => n > 1 ? `${first}等 ${n} 处` : first,
  rules: {
    promoted: '候补转正，你已上这一班',
    offered: '候补轮到你了，请打开这一班答复',
    offerOver: '没有及时答复，这一班已问下一位；还想来请重新候补',
    placeGiven: '你被安排到这一班',
    takenOff: '你已不在这一班',
    overridden: '超出休息限制的安排',
    swapOffered: '有人想和你换班',
    swapTaken: '换班已成',
    swapDeclined: '换班被谢绝',
    calledOut: '这一班缺人，能来请报名',
    crewPlaced: '你的队伍已报这一班',
    crewReleased: '队长已为全队退出这一班',
    crewAsked: '有人申请加入你的队伍，请到“我的班次”答复',
    crewAccepted: '队长已同意，你已在队里',
    crewDeclined: '队长没有同意你加入',
  },
}

const en: Words = {
  title: 'Notices',
  none: 'No notices. Assigned and overdue issues and changes of your shifts appear here.',
  readAll: 'Mark all as read',
  places: (first, n) => n > 1 ? `${first} and ${n - 1} more` : first,
  rules: {
    promoted: 'A place came free: you have this shift',
    offered: 'A place came free for you: open the shift and answer',
    offerOver: 'You did not answer in time; the next person was asked. Join the waitlist again if you like',
    placeGiven: 'You were put on this shift',
    takenOff: 'You are no longer on this shift',
    overridden: 'Put on duty beyond the rest limits',
    swapOffered: 'Somebody asks to swap with you',
    swapTaken: 'The swap is done',
    swapDeclined: 'The swap was declined',
    calledOut: 'This shift lacks people: please claim if you can',
    crewPlaced: 'Your crew has this shift',
    crewReleased: 'Your crew has given up this shift',
    crewAsked: 'Somebody asks to join your crew: answer under “My shifts”',
    crewAccepted: 'The leader has accepted you: you are in the crew',
    crewDeclined: 'The leader has not accepted you',
  },
}

export const noticeWords = words({ zh, en })
