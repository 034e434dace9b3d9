import type { DutyNotice } from '../../shared/duty/send-notice.ts'
import type { CareAct } from '../../shared/records.ts'
import { words } from '../core/language.ts'

/** The rules that send notices. Each must have its sentence here. */
type Rule = DutyNotice | 'told' | 'assigned' | 'returned' | 'answered' | 'recheckLate' | 'letter' | 'planChanged' | 'late' | 'lateLeader' | 'careRisen' | 'careRisenFar' | 'careAlarm' | 'helpNew' | 'helpUrgent' | 'helpRisen' | 'helpFar' | 'siteBehind' | `tube${'Found' | 'Late'}` | `tube${'Found' | 'Late'}Leader` | `late_${CareAct}` | 'reopenFiled' | 'reopenChecked' | 'reopenApproved' | 'reopenRefused' | 'reportMissing' | 'reportMissingHere' | 'planIssued' | 'planReminder'

interface Words {
  title: string
  unread: (n: number) => string
  none: string
  readAll: string
  /** The places of a letter: the first, and how many. */
  places: (first: string, n: number) => string
  rules: Record<Rule, string>
}

const zh: Words = {
  title: '提醒',
  unread: n => n ? `提醒，${n} 条未读` : '提醒，没有未读',
  none: '没有提醒。交办给你的问题、逾期和班次变动会列在这里。',
  readAll: '全部标为已读',
  places: (first, n) => n > 1 ? `${first}等 ${n} 处` : first,
  rules: {
    told: '新交办，请整改',
    assigned: '指定由你单位负责',
    returned: '退回再改，先看理由',
    answered: '整改已报来，请复查',
    recheckLate: '复查已超过时限',
    letter: '督办函，请按新期限办结',
    planChanged: '路线有变，请看本组路线',
    late: '已逾期，请尽快整改',
    lateLeader: '责任单位逾期未整改',
    late_test: '应检未检，请组织人员上门采样',
    late_visit: '应访未访，请尽快走访',
    late_disinfect: '应消杀未消杀，请尽快安排',
    careRisen: '网格里有人超时未联系上或未送达，请镇街接手',
    careRisenFar: '网格里有人超时未联系上或未送达，镇街也未解决',
    helpNew: '有新的群众求助，请接单',
    helpUrgent: '紧急求助，请立即接单',
    helpRisen: '求助超时没人接单，请镇街接手',
    helpFar: '求助超时，镇街也没接单，请指挥部处理',
    careAlarm: '有人短时间内打开大量个人信息，已停止，请核实',
    reopenFiled: '申请复工复学，请到现场核查',
    reopenChecked: '现场核查已通过，请批准复工复学',
    reopenApproved: '已批准，可以复工复学；恢复后请登记',
    reopenRefused: '复工复学申请被退回，先看理由',
    reportMissing: '连续缺报，请今天报送健康监测和消杀',
    planIssued: '新的工作方案，请阅读',
    planReminder: '工作方案还没有阅读，请尽快阅读',
    reportMissingHere: '场所连续缺报健康监测和消杀，请督促',
    siteBehind: '采样进度落后，到点可能采不完',
    tubeFound: '混管阳性，请按时单人复核',
    tubeFoundLeader: '有混管阳性，请跟进复核',
    tubeLate: '混管阳性的复核已超时',
    tubeLateLeader: '混管阳性的复核已超时',
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
  unread: n => n ? `Notices, ${n} unread` : 'Notices, none unread',
  none: 'No notices. Assigned and overdue issues and changes of your shifts appear here.',
  readAll: 'Mark all as read',
  places: (first, n) => n > 1 ? `${first} and ${n - 1} more` : first,
  rules: {
    told: 'Handed to you: please put it right',
    assigned: 'Assigned to your unit',
    returned: 'Sent back: read why first',
    answered: 'Reported as fixed: please re-check',
    recheckLate: 'The re-check is past its time',
    letter: 'Escalation letter: mind its deadline',
    planChanged: 'Your team’s route has changed',
    late: 'Past its time: please put it right now',
    lateLeader: 'The unit is past its time',
    late_test: 'A test is overdue: send people to sample there',
    late_visit: 'A visit is overdue',
    late_disinfect: 'A disinfection is overdue',
    careRisen: 'Somebody in this grid was not reached or not supplied in time: please take over',
    careRisenFar: 'Somebody in this grid was not reached or not supplied, and the township has not solved it',
    helpNew: 'A new help request: please take it',
    helpUrgent: 'An urgent help request: take it now',
    helpRisen: 'Nobody took a help request in time: please take over',
    helpFar: 'The township has not taken a help request either',
    careAlarm: 'Somebody opened many people’s data in a short time. It was stopped: please check',
    reopenFiled: 'Applies to reopen: please check on site',
    reopenChecked: 'Passed on site: please approve the reopening',
    reopenApproved: 'Approved: you may reopen; note it when you have',
    reopenRefused: 'Your application was sent back: read why first',
    reportMissing: 'No report for days: please send today’s',
    planIssued: 'A plan to read',
    planReminder: 'Nobody of your office has read this plan yet: please read it',
    reportMissingHere: 'A place has sent no report for days: please ask for it',
    siteBehind: 'Sampling is behind: it may not be finished in time',
    tubeFound: 'A mixed tube is positive: retest its people in time',
    tubeFoundLeader: 'A mixed tube is positive: follow its retest',
    tubeLate: 'The retest of a positive tube is overdue',
    tubeLateLeader: 'The retest of a positive tube is overdue',
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
