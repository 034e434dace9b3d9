import type { RuleName, Rules } from '../../core/rules.ts'
import type { Worded } from '../../core/worded.ts'

/** Our choices, because there is no official text: the report says only that inspections, summaries and reports were daily. `ruleSources` names the sources of the other values. */
export const rules: Rules = {
  dayEndsAt: '20:00',
  recheckNotByFinder: true,
  // Teams drive out every day, so a fix is seen the day after at the latest.
  recheckHours: 24,
  // A roster or a training put right has nothing to photograph.
  afterPhoto: false,
  sampleShare: 0.1,
  unseenDays: 3,
  boardDays: {
    // The next week's meeting must be able to look back on the week before.
    issue: 14,
    bulletin: 14,
    inspection: 14,
    delivery: 14,
    notice: 14,
    briefing: 14,
    dayReport: 14,
    shortage: 14,
    pledge: 14,
    announcement: 14,
    letter: 14,
    slip: 14,
    correction: 14,
    zone: 14,
    selfReport: 14,
    workPlan: 14,
    round: 14,
    sampling: 14,
    tube: 14,
    batch: 14,
    transfer: 14,
    exposure: 14,
    // Two weeks of stock and prices; older lines are fetched when somebody opens the shelf.
    move: 14,
    marketDay: 14,
    // At least as long as the limits of rest look back (daysInRow and two days), or devices would not know who is tired.
    shift: 14,
  },
  nearMetres: 300,
  // Positions from the network are given with one to two kilometres in the countryside.
  coarseMetres: 2000,
  route: { unseen: 1, open: 2, late: 5, relapsed: 4, kilometre: 0.3, stops: 6 },
  teams: 8,
  rankFrom: 5,
  quietHours: [22, 7],
  supplyHours: [48, 24],
  // A round by van to the farthest township takes half a day.
  deliveryHours: 4,
  overAllocation: 0.1,
  priceRise: [0.1, 0.3],
  priceKinds: ['market', 'supermarket'],
  priceIssue: { title: '疑似哄抬物价：', aspect: 'stability', severity: 'day', unit: 'market' },
  // F70 of the list of features: a mark after two days.
  reportMissingDays: 2,
  reportIssue: { title: '自查报告与现场不符', aspect: 'keyPlaces', severity: 'day' },
  photosADay: { count: 500, bytes: 200_000_000 },
  duty: {
    hoursIn24: 12,
    rest: 11,
    join: 2,
    nightsInRow: 3,
    warnDays: 6,
    daysInRow: 10,
    night: [22, 6],
    nightFrom: 3,
    travel: 30,
    gapAhead: 24,
    early: 60,
    late: 10,
    missing: 30,
    offline: 72,
    offer: 60,
    offerSoon: 10,
    callOut: 20,
    bring: {
      low: { zh: '身份证、饮水、雨具；口罩到岗领取', en: 'Identity card, water, rain gear; masks are given at the post' },
      high: { zh: '身份证、饮水、换洗衣物；防护服和 N95 口罩到岗领取，开班前 20 分钟到岗穿戴', en: 'Identity card, water, a change of clothes; gown and N95 mask are given at the post: be there 20 minutes early to put them on' },
    },
    riskLevels: ['lockdown'],
    trainings: { low: [], high: ['protection', 'riskConsent'] },
  },
}

export const ruleSources: Readonly<Partial<Record<RuleName, Worded>>> = {
  teams: { zh: '事件报告：8个督导小组', en: 'The report on the incident: eight supervision teams' },
  hoursIn24: { zh: '《劳动法》第三十六、四十一条：每日八小时，延长不超过三小时；两班制卡口定为十二小时，由本县自定', en: 'Labour Law of China, articles 36 and 41: eight hours a day and at most three more. Twelve, for checkpoints with two turns, is the county’s choice' },
  rest: { zh: '欧盟指令 2003/88/EC 第 3 条：连续休息十一小时（我国法律未定数值）', en: 'Directive 2003/88/EC, article 3: eleven consecutive hours; Chinese law gives no figure' },
  nightsInRow: { zh: '英国健康与安全执行局 HSG256（2006）：连续夜班两至三个', en: 'HSE, HSG256 (2006): two or three nights in a row' },
  warnDays: { zh: '《劳动法》第三十八条：每周至少休息一日，故第六日提醒', en: 'Labour Law of China, article 38: one day off a week, so the sixth day warns' },
  daysInRow: { zh: '事件报告提到连续值守十日；再多不予安排', en: 'The report mentions ten days in a row; more is refused' },
  riskLevels: { zh: '事件报告：“最危险的封控区”；按区认定高风险由本县自定', en: 'The report speaks of “the most dangerous, the locked-down zones”; that the zone decides is the county’s choice' },
  nightFrom: { zh: '欧盟指令 2003/88/EC 第 2 条：夜间工作三小时即为夜班', en: 'Directive 2003/88/EC, article 2: three hours at night make a night worker' },
}
