import type { Standing } from '../../shared/duty/duty.ts'
import type { Fatigue } from '../../shared/duty/fatigue.ts'
import { words } from '../core/language.ts'

interface Words {
  now: string
  none: string
  standings: Record<Standing, string>
  strains: (fatigue: Fatigue) => Record<Fatigue['warnings'][number], string>
  here: string
  confirm: string
  late: (minutes: number) => string
  offline: string
  vague: string
  waits: (people: number) => string
  asked: (people: number, until: string) => string
  overridden: string
  swap: (from: string, to: string, shift: string) => string
  worn: (people: number) => string
  lacking: (people: number) => string
  handover: string
  unread: string
  turn: (n: number) => string
  code: string
  showCode: string
  codeHint: (seconds: number) => string
  noKey: string
  typeCode: string
  byPosition: string
  finding: string
  lost: string
  forNext: string
  swapHint: string
  swapNone: string
  swapPeople: (n: number) => string
  swapAsk: string
}

const zh: Words = {
  now: '现在值守',
  none: '现在没有人值守。',
  standings: { expected: '待到岗', on: '在岗', unconfirmed: '已签到，待带班确认', missing: '未到岗', left: '已离岗', absent: '未签到' },
  strains: ({ hours, rest, nights, days }) => ({ hours: `24 小时内已值守 ${Math.round(hours)} 小时`, rest: `距上一班仅 ${Math.round(rest ?? 0)} 小时`, nights: `连续 ${nights} 个夜班`, days: `连续第 ${days} 天` }),
  here: '登记到岗',
  confirm: '确认到岗',
  late: minutes => `迟到 ${minutes} 分钟`,
  offline: '离线签到',
  vague: '定位不准',
  waits: people => `候补 ${people} 人`,
  asked: (people, until) => `正在等候补的 ${people} 人答复，最晚 ${until}`,
  overridden: '超限安排',
  swap: (from, to, shift) => shift ? `${from} 想与 ${to} 换班（换“${shift}”），等对方答复` : `${from} 想把这一班让给 ${to}，等对方答复`,
  worn: people => `${people} 人连续值守多日`,
  lacking: people => `缺 ${people}`,
  handover: '交接班',
  unread: '下一班还没有确认接班',
  turn: n => `您排第 ${n} 位`,
  code: '签到码',
  showCode: '显示签到码',
  codeHint: seconds => `${seconds} 秒后更换。没有网络也能用，截图过时无效。`,
  noKey: '没有网络，本机也还没有这个岗位的签到码。请先联网打开一次；现在可由您逐人登记到岗。',
  typeCode: '岗位上显示的六位签到码',
  byPosition: '按位置签到',
  finding: '正在定位…',
  lost: '没有取得位置。请输入签到码，或请岗位负责人登记到岗。',
  forNext: '给下一班的交接',
  swapHint: '选一个想换到的班次，系统会问那一班的人，第一个同意的就和您对换。对换前您仍要上原来的班。',
  swapNone: '现在没有适合您对换的班次：要么时间太近休息不够，要么技能或培训不符。',
  swapPeople: n => `问 ${n} 人`,
  swapAsk: '换这一班',
}

const en: Words = {
  now: 'On duty now',
  none: 'Nobody is on duty now.',
  standings: { expected: 'Expected', on: 'On duty', unconfirmed: 'Checked in, to be confirmed', missing: 'Not here', left: 'Left', absent: 'Never checked in' },
  strains: ({ hours, rest, nights, days }) => ({ hours: `${Math.round(hours)} h on duty in 24`, rest: `only ${Math.round(rest ?? 0)} h since the last shift`, nights: `${nights} nights in a row`, days: `day ${days} in a row` }),
  here: 'Record as here',
  confirm: 'Confirm',
  late: minutes => `${minutes} min late`,
  offline: 'made offline',
  vague: 'position too vague',
  waits: people => `${people} on the waitlist`,
  asked: (people, until) => `${people} from the waitlist asked; answer by ${until}`,
  overridden: 'Over a limit',
  swap: (from, to, shift) => shift ? `${from} asks ${to} to swap for “${shift}”` : `${from} would give this to ${to}`,
  worn: people => `${people} many days in a row`,
  lacking: people => `−${people}`,
  handover: 'Handover',
  unread: 'Not acknowledged by the next shift yet',
  turn: n => `you are number ${n}`,
  code: 'Check-in code',
  showCode: 'Show the check-in code',
  codeHint: seconds => `Changes in ${seconds} s. Works without a network; an old screenshot does not.`,
  noKey: 'There is no network, and this device does not have the code of this post yet. Open it once with a network; until then record each person here yourself.',
  typeCode: 'The six digits shown at the post',
  byPosition: 'Check in by position',
  finding: 'Finding the position …',
  lost: 'No position. Type the code, or ask the leader of the post to record you.',
  forNext: 'For the next shift',
  swapHint: 'Choose the shift you prefer. Everybody on it is asked; the first who agrees swaps with you. Until then you keep this one.',
  swapNone: 'No shift suits you now: too little rest, or skills and trainings that you lack.',
  swapPeople: n => `asks ${n}`,
  swapAsk: 'Swap for this',
}

export const duty = words({ zh, en })
