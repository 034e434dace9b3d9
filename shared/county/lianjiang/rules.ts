import type { Rules } from '../../core/county.ts'

/** Our choices, because there is no official text: the report says only that inspections, summaries and reports were daily. Sources are named beside the other values. */
export const rules: Rules = {
  dayEndsAt: '20:00',
  recheckNotByFinder: true,
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
    // Two weeks of stock and prices; older lines are fetched when somebody opens the shelf.
    move: 14,
    marketDay: 14,
    // Must be longer than the rest limits look back (daysInRow).
    shift: 14,
  },
  nearMetres: 300,
  route: { unseen: 1, open: 2, late: 5, relapsed: 4, kilometre: 0.3, stops: 6 },
  // From the report: 8个督导小组.
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
  photosADay: { count: 500, bytes: 200_000_000 },
  duty: {
    // 劳动法 第三十六、四十一条: eight hours a day and at most three more. Twelve, for checkpoints with two turns, is our choice.
    hoursIn24: 12,
    // Directive 2003/88/EC, article 3: eleven consecutive hours. Chinese law gives no figure.
    rest: 11,
    join: 2,
    // HSE, HSG256 (2006): two or three nights in a row.
    nightsInRow: 3,
    // 劳动法 第三十八条: one day off a week, so the sixth day warns. The report mentions ten days in a row; more is refused.
    warnDays: 6,
    daysInRow: 10,
    night: [22, 6],
    // Directive 2003/88/EC, article 2: three hours at night make a night worker.
    nightFrom: 3,
    // The values below are our choices.
    travel: 30,
    gapAhead: 24,
    early: 60,
    late: 10,
    missing: 30,
    offline: 72,
    callOut: 20,
    bring: {
      low: { zh: '身份证、饮水、雨具；口罩到岗领取', en: 'Identity card, water, rain gear; masks are given at the post' },
      high: { zh: '身份证、饮水、换洗衣物；防护服和 N95 口罩到岗领取，开班前 20 分钟到岗穿戴', en: 'Identity card, water, a change of clothes; gown and N95 mask are given at the post: be there 20 minutes early to put them on' },
    },
    trainings: { low: [], high: ['protection', 'riskConsent'] },
  },
}
