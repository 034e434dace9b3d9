import type { RuleName, Rules } from '../../shared/core/rules.ts'
import { kindName, shortUnit } from '../core/county-names.ts'
import { said, words } from '../core/language.ts'
import { named } from '../core/record-words.ts'
import { county } from '../core/session.ts'

type Group = 'recovery' | 'days' | 'issues' | 'inspections' | 'duty' | 'supplies' | 'device'
/** The rules of each group, in the order of the page. Each rule is in one group. */
export const ruleGroups: Readonly<Record<Group, readonly RuleName[]>> = {
  days: ['dayEndsAt', 'quietHours', 'boardDays'],
  issues: ['afterPhoto', 'recheckNotByFinder', 'recheckHours', 'sampleShare', 'rankFrom', 'priceIssue'],
  inspections: ['teams', 'unseenDays', 'nearMetres', 'coarseMetres', 'route'],
  duty: ['hoursIn24', 'rest', 'join', 'night', 'nightFrom', 'nightsInRow', 'warnDays', 'daysInRow', 'early', 'late', 'missing', 'gapAhead', 'offer', 'offerSoon', 'callOut', 'travel', 'offline', 'riskLevels', 'trainings', 'bring'],
  supplies: ['supplyHours', 'deliveryHours', 'overAllocation', 'priceRise', 'priceKinds'],
  recovery: ['reportMissingDays', 'reportIssue'],
  device: ['photosADay'],
}

interface Words {
  intro: (county: string) => string
  source: string
  own: string
  hoursOf: (severity: string, hours: number) => string
  groups: Record<Group, string>
  rules: Record<RuleName, (rules: Rules) => string>
}

const percent = (share: number) => `${Math.round(share * 100)}%`
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
const trainingNames = (ids: readonly string[]) => ids.map(id => county.value?.trainings.find(one => one.id === id)).filter(one => one !== undefined).map(one => said(one))

/** The kinds that stay equally long, in one part of the sentence. */
function byDays(rules: Rules, length: (days: number) => string, colon: string, comma: string, semicolon: string): string {
  const all = Object.entries(rules.boardDays) as [keyof typeof named.value.kinds, number][]
  const lengths = [...new Set(all.map(([, days]) => days))].sort((a, b) => a - b)
  return lengths.map(days => `${length(days)}${colon}${all.filter(one => one[1] === days).map(([kind]) => named.value.kinds[kind]).join(comma)}`).join(semicolon)
}

const zh: Words = {
  intro: county => `${county}设定的数值，系统按它们判断和提醒。数值在本县的文件夹里修改。`,
  source: '依据',
  own: '本县自定',
  hoursOf: (severity, hours) => `“${severity}”的问题：${hours} 小时内整改。`,
  groups: { days: '每日与通知', issues: '问题', inspections: '督查', duty: '值守', supplies: '物资与物价', recovery: '复工复学', device: '照片' },
  rules: {
    dayEndsAt: r => `每天 ${r.dayEndsAt} 截止当日数字，生成日通报。`,
    quietHours: r => `${clock(r.quietHours[0])} 至次日 ${clock(r.quietHours[1])} 只对外发送紧急提醒。`,
    boardDays: r => `已办结的记录在地图和列表上保留：${byDays(r, days => `${days} 天`, '：', '、', '；')}；之后在“已办结”里查。`,
    afterPhoto: r => r.afterPhoto ? '提交整改须附整改后的照片。' : '提交整改时请附整改后的照片，没有可拍的也能提交。',
    recheckNotByFinder: r => r.recheckNotByFinder ? '发现问题的人不能复查同一问题。' : '发现问题的人可以复查同一问题。',
    recheckHours: r => `整改报来后 ${r.recheckHours} 小时内复查，超时通知指挥部。`,
    sampleShare: r => `每天从已销号问题中抽查 ${percent(r.sampleShare)}。`,
    rankFrom: r => `已销号问题不足 ${r.rankFrom} 件的单位不参加排名。`,
    priceIssue: r => `涨价成为问题时，由${shortUnit(r.priceIssue.unit)}负责，时限“${named.value.severities[r.priceIssue.severity]}”。`,
    teams: r => `新事件默认设 ${r.teams} 个督导组。`,
    unseenDays: r => `场所 ${r.unseenDays} 天未督查，在地图上变灰。`,
    nearMetres: r => `距场所 ${r.nearMetres} 米以内签到算到场。`,
    coarseMetres: r => `定位误差可以解释的距离算到场并标出；误差超过 ${r.coarseMetres} 米的定位不作数。`,
    route: r => `自动排路线每组 ${r.route.stops} 处；权重：未查一天 ${r.route.unseen}、未销号问题 ${r.route.open}、逾期 ${r.route.late}、复发 ${r.route.relapsed}、每公里 −${r.route.kilometre}。`,
    hoursIn24: r => `24 小时内值守不超过 ${r.duty.hoursIn24} 小时。`,
    rest: r => `两班之间至少休息 ${r.duty.rest} 小时。`,
    join: r => `间隔不足 ${r.duty.join} 小时的两班算连续一班。`,
    night: r => `${clock(r.duty.night[0])} 至次日 ${clock(r.duty.night[1])} 为夜间。`,
    nightFrom: r => `夜间满 ${r.duty.nightFrom} 小时的班次算夜班。`,
    nightsInRow: r => `夜班连续不超过 ${r.duty.nightsInRow} 个。`,
    warnDays: r => `连续值守到第 ${r.duty.warnDays} 天提醒。`,
    daysInRow: r => `连续值守不超过 ${r.duty.daysInRow} 天。`,
    early: r => `开班前 ${r.duty.early} 分钟起可以签到。`,
    late: r => `开班 ${r.duty.late} 分钟未签到算迟到。`,
    missing: r => `开班 ${r.duty.missing} 分钟未签到算缺岗。`,
    gapAhead: r => `${r.duty.gapAhead} 小时内开班而缺人的班次算空班。`,
    offer: r => `候补轮到的人有 ${r.duty.offer} 分钟答复，过时问下一位。`,
    offerSoon: r => `开班在即（不到 ${r.duty.offer * 2} 分钟）时，只有 ${r.duty.offerSoon} 分钟答复。`,
    callOut: r => `一次紧急召集通知 ${r.duty.callOut} 人。`,
    travel: r => `两岗之间的路程按每小时 ${r.duty.travel} 公里直线距离估算。`,
    offline: r => `断网时的签到，${r.duty.offline} 小时内补传有效。`,
    riskLevels: r => `位于${r.duty.riskLevels.map(one => named.value.levels[one]).join('、') || '（无）'}内的班次，一律按高风险岗位要求。`,
    trainings: r => `高风险岗位要求：${trainingNames(r.duty.trainings.high).join('、') || '无'}；一般岗位要求：${trainingNames(r.duty.trainings.low).join('、') || '无'}。`,
    bring: r => `到岗携带：一般岗位——${said(r.duty.bring.low)}；高风险岗位——${said(r.duty.bring.high)}。`,
    supplyHours: r => `物资不足 ${r.supplyHours[0]} 小时显示黄色，不足 ${r.supplyHours[1]} 小时显示红色。`,
    deliveryHours: r => `未写到达时间的调拨，按 ${r.deliveryHours} 小时送达估算。`,
    overAllocation: r => `调拨可比申请多 ${percent(r.overAllocation)}。`,
    priceRise: r => `一天内涨价超过 ${percent(r.priceRise[0])} 标出，超过 ${percent(r.priceRise[1])} 由人确认是否成为问题。`,
    priceKinds: r => `监测物价的场所：${r.priceKinds.map(kindName).join('、')}。`,
    reportMissingDays: r => `在运行的企业、学校每日自查；整 ${r.reportMissingDays} 天没有报告的标黄，并提醒场所和镇街。`,
    reportIssue: r => `抽查与自查不符的成为问题，由主管部门负责，时限“${named.value.severities[r.reportIssue.severity]}”。`,
    photosADay: r => `每人 24 小时内最多上传 ${r.photosADay.count} 张照片，共 ${Math.round(r.photosADay.bytes / 1_000_000)} MB。`,
  },
}

const en: Words = {
  intro: county => `Values set by ${county}, by which the board judges and reminds. They are changed in the county’s data folder.`,
  source: 'Source',
  own: 'the county’s own choice',
  hoursOf: (severity, hours) => `“${severity}”: ${hours} hours.`,
  groups: { days: 'Days and notices', issues: 'Issues', inspections: 'Inspections', duty: 'Duty', supplies: 'Supplies and prices', recovery: 'Reopening', device: 'Photos' },
  rules: {
    dayEndsAt: r => `The day’s figures freeze at ${r.dayEndsAt}, and the bulletin is made.`,
    quietHours: r => `From ${clock(r.quietHours[0])} to ${clock(r.quietHours[1])} only urgent notices are sent out.`,
    boardDays: r => `Settled records stay on the map and lists. ${byDays(r, days => `${days} days`, ': ', ', ', '; ')}. After that they are under “Settled”.`,
    afterPhoto: r => r.afterPhoto ? 'A fix is sent in with a photo that shows it.' : 'A photo of the fix is asked for; a fix without anything to photograph can be sent in.',
    recheckNotByFinder: r => r.recheckNotByFinder ? 'The person who found an issue may not re-check it.' : 'The person who found an issue may re-check it.',
    recheckHours: r => `A reported fix is re-checked within ${r.recheckHours} hours; after that headquarters is told.`,
    sampleShare: r => `${percent(r.sampleShare)} of closed issues are drawn for a spot check each day.`,
    rankFrom: r => `Units with fewer than ${r.rankFrom} closed issues are not ranked.`,
    priceIssue: r => `A price rise that becomes an issue goes to ${shortUnit(r.priceIssue.unit)}, to be put right: ${named.value.severities[r.priceIssue.severity]}.`,
    teams: r => `A new incident is offered ${r.teams} teams.`,
    unseenDays: r => `A place that was not inspected for ${r.unseenDays} days is grey on the map.`,
    nearMetres: r => `A check-in within ${r.nearMetres} m of a place counts as on the spot.`,
    coarseMetres: r => `A distance that the accuracy explains counts, and is marked; a position coarser than ${r.coarseMetres} m counts for nothing.`,
    route: r => `Proposed routes have ${r.route.stops} stops a team; weights: a day unseen ${r.route.unseen}, an open issue ${r.route.open}, overdue ${r.route.late}, relapsed ${r.route.relapsed}, a kilometre −${r.route.kilometre}.`,
    hoursIn24: r => `At most ${r.duty.hoursIn24} hours of duty in 24.`,
    rest: r => `At least ${r.duty.rest} hours of rest between two shifts.`,
    join: r => `Two shifts less than ${r.duty.join} hours apart count as one.`,
    night: r => `Night is from ${clock(r.duty.night[0])} to ${clock(r.duty.night[1])}.`,
    nightFrom: r => `A shift with ${r.duty.nightFrom} hours in the night is a night shift.`,
    nightsInRow: r => `At most ${r.duty.nightsInRow} nights in a row.`,
    warnDays: r => `The board warns from the ${r.duty.warnDays}th day of duty in a row.`,
    daysInRow: r => `At most ${r.duty.daysInRow} days in a row.`,
    early: r => `Check-in opens ${r.duty.early} minutes before the shift.`,
    late: r => `Late after ${r.duty.late} minutes without check-in.`,
    missing: r => `Missing after ${r.duty.missing} minutes without check-in.`,
    gapAhead: r => `A shift that lacks people counts as a gap when it begins within ${r.duty.gapAhead} hours.`,
    offer: r => `A person on the waitlist who is asked has ${r.duty.offer} minutes to answer; then the next is asked.`,
    offerSoon: r => `Within ${r.duty.offer * 2} minutes before the shift there are ${r.duty.offerSoon} minutes to answer.`,
    callOut: r => `One call-out asks ${r.duty.callOut} people.`,
    travel: r => `The way between two posts is reckoned at ${r.duty.travel} km/h along a straight line.`,
    offline: r => `A check-in made offline counts if it arrives within ${r.duty.offline} hours.`,
    riskLevels: r => `A shift in a zone of these levels is of high risk, whatever its post says: ${r.duty.riskLevels.map(one => named.value.levels[one]).join(', ') || 'none'}.`,
    trainings: r => `Posts of high risk require: ${trainingNames(r.duty.trainings.high).join(', ') || 'nothing'}; others: ${trainingNames(r.duty.trainings.low).join(', ') || 'nothing'}.`,
    bring: r => `To bring: ${r.duty.bring.low.en}. To posts of high risk: ${r.duty.bring.high.en}.`,
    supplyHours: r => `Supplies for less than ${r.supplyHours[0]} hours are yellow, for less than ${r.supplyHours[1]} hours red.`,
    deliveryHours: r => `A delivery without a time of arrival is expected after ${r.deliveryHours} hours.`,
    overAllocation: r => `${percent(r.overAllocation)} more than requested may be allocated.`,
    priceRise: r => `A price that rises by more than ${percent(r.priceRise[0])} in a day is marked; beyond ${percent(r.priceRise[1])} somebody decides if it is an issue.`,
    priceKinds: r => `Prices are watched at: ${r.priceKinds.map(kindName).join(', ')}.`,
    reportMissingDays: r => `Enterprises and schools in operation report each day; one without a report for ${r.reportMissingDays} whole days is marked yellow, and it and its township are reminded.`,
    reportIssue: r => `A spot check that differs from a report becomes an issue for the department in charge, to be put right: ${named.value.severities[r.reportIssue.severity]}.`,
    photosADay: r => `A person uploads at most ${r.photosADay.count} photos in 24 hours, ${Math.round(r.photosADay.bytes / 1_000_000)} MB in all.`,
  },
}

export const rulesWords = words({ zh, en })
