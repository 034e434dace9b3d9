import type { County } from '../../../core/county.ts'
import type { IssueState, Place, Severity } from '../../../records.ts'
import type { Story } from '../../story.ts'
import type { Inspections } from './inspections.ts'
import { day, hour, midnight, minute } from '../../story.ts'
import { differing, differingIssue } from './differing.ts'
import { fixer, inspector } from './people.ts'
import { reportedHotel } from './quarantine.ts'
import { delays, findings, fixes, notes, progressNotes, relapses, remarks, returns } from './titles.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** Issues found, and how many of them are open, by township, by aspect and by day. The splits are invented; they add up to the report's 369 = 314 + 55. */
const byTownship: Readonly<Record<string, readonly [found: number, open: number]>> = {
  罗州: [42, 6],
  城南: [28, 4],
  城北: [26, 4],
  石城: [31, 5],
  新民: [22, 3],
  吉水: [34, 6],
  河唇: [27, 5],
  石角: [10, 1],
  良垌: [36, 7],
  横山: [15, 2],
  安铺: [21, 3],
  营仔: [9, 1],
  青平: [12, 2],
  车板: [8, 1],
  高桥: [9, 1],
  石岭: [11, 1],
  雅塘: [6, 1],
  石颈: [5, 0],
  长山: [5, 1],
  塘蓬: [7, 1],
  和寮: [5, 0],
}
const byAspect: Readonly<Record<string, number>> = {
  politicalDuty: 24,
  keyPlaces: 118,
  measures: 121,
  emergency: 31,
  supplies: 44,
  safety: 17,
  publicity: 8,
  stability: 6,
}
const byDay = [12, 18, 27, 31, 34, 33, 30, 28, 26, 24, 22, 19, 17, 14, 12, 9, 7, 6]
const byOpenState = { found: 2, told: 9, rectifying: 21, awaiting: 14, relapsed: 1, deferred: 8 }

interface Plan {
  readonly township: string
  readonly aspect: string
  readonly state: IssueState
  readonly severity: Severity
  readonly title: string
  readonly place: string | null
  readonly at: number
  readonly unit?: string | null
  readonly note?: string
  /** The id of an issue that another act makes: a spot check that differs. Only its further steps are told here. */
  readonly made?: string
}

/** The issues that the report describes, in its words, and those that the first screen must show. */
function told(now: number, today: number, hotel: string | null, timeZone: string): readonly Plan[] {
  const before = (hours: number) => now - hours * hour - 3 * minute
  const soon = Math.max(now - 5 * hour - 10 * minute, today + (now - today) * 0.1)
  const past = (daysAgo: number, hours: number) => today - daysAgo * day + hours * hour
  const plan = (township: string, aspect: string, state: IssueState, severity: Severity, title: string, place: string | null, at: number, more: Partial<Plan> = {}): Plan =>
    ({ township, aspect, state, severity, title, place, at, ...more })
  return [
    plan('罗州', 'keyPlaces', 'relapsed', 'day', '个体商户未张贴场所码 12 户', null, past(9, 10), { unit: 'market' }),
    plan('吉水', 'keyPlaces', 'told', 'day', '仅实行一周两检，未全员采样', 'pl-huaren-jishui', before(26), { note: '养老院仅实行一周两检，没有进行全员核酸检测，请立即组织人员上门采样。' }),
    plan('河唇', 'keyPlaces', 'rectifying', 'day', '仅实行一周两检，未全员采样', 'pl-huaren-hechun', before(25), { note: '与吉水镇华仁养老院同一问题，请立即组织人员上门采样。' }),
    plan('城北', 'safety', 'rectifying', 'day', '医疗废物暂存间未双锁', 'pl-hotel-north-2', before(24) - 40 * minute),
    plan('石城', 'supplies', 'rectifying', 'day', '婴幼儿奶粉、常用药未配齐', 'pl-hotel-shicheng-3', before(22), { note: '隔离点没有及时配备婴幼儿奶粉、常用药物，请配备齐相关物资。' }),
    plan('新民', 'measures', 'rectifying', 'day', '采样等候区间隔不足 1 米', 'pl-xinmin-plaza', before(18)),
    plan('高桥', 'measures', 'rectifying', 'day', '货车司机核酸查验漏登 3 人', 'cp-gaoqiao', before(17), { unit: 'transport' }),
    plan('城南', 'supplies', 'told', 'day', '封闭管理期间生活物资仅够 1 天', 'pl-welfare', before(17)),
    plan('塘蓬', 'measures', 'found', 'immediate', '夜间测温登记断档 20 分钟', 'cp-tangpeng', soon, { unit: null }),
    plan('良垌', 'supplies', 'told', 'immediate', '防护服、防护手套不足', 'pl-nanqiao-sampling', now - 4 * minute, { note: '核酸检测点防护服、防护手套配备不足，请立即解决。' }),
    plan('新民', 'measures', 'awaiting', 'day', '采样通道未单向流动', 'pl-xinmin-school', past(2, 9)),
    plan('安铺', 'measures', 'awaiting', 'day', '缺当日消毒记录', 'pl-anpu-market', past(2, 11)),
    plan('石岭', 'keyPlaces', 'awaiting', 'threeDays', '员工健康监测漏报 2 天', 'pl-guangyuan', past(3, 10)),
    plan('安铺', 'keyPlaces', 'rectifying', 'day', '自查报告与现场不符', differing.place, past(differing.daysAgo, differing.hours), { made: differingIssue(today, timeZone) }),
    plan('罗州', 'measures', 'closed', 'immediate', '5月8日下午接收的隔离人员未完成核酸检测', hotel, past(14, 9), { unit: 'health', note: '该酒店隔离点5月8日下午接收的隔离人员还没完成核酸检测，请有关职能部门立即组织监测。' }),
    plan('石城', 'stability', 'closed', 'immediate', '个别商超出现抢购苗头', null, past(13, 10), { unit: 'market' }),
    plan('石城', 'supplies', 'closed', 'day', '封闭管理致生活物资短缺', 'pl-welfare-2', past(10, 9), { unit: 'civil' }),
    plan('城北', 'keyPlaces', 'closed', 'threeDays', '返校复课错峰方案未细化到班', 'pl-no1-school', past(5, 15)),
    plan('吉水', 'keyPlaces', 'closed', 'threeDays', '复工员工健康监测未建台账', 'pl-weiman', past(6, 16)),
  ]
}

/** Issues with photos: invented drawings of what was found, and of what was put right. The server draws them when somebody looks. */
const shown = new Set(['仅实行一周两检，未全员采样', '医疗废物暂存间未双锁', '婴幼儿奶粉、常用药未配齐', '采样等候区间隔不足 1 米', '货车司机核酸查验漏登 3 人', '采样通道未单向流动', '缺当日消毒记录', '员工健康监测漏报 2 天', '封闭管理致生活物资短缺', '返校复课错峰方案未细化到班', '复工员工健康监测未建台账'])

/** The time for which an issue was overdue at its unit, in epoch ms. It ends with `now` if the issue still is. */
export interface Late { readonly issue: string, readonly unit: string, readonly from: number, readonly until: number }

/** Adds the 369 issues, each with the steps to its present state, and returns which were overdue when. The splits by township, aspect, day and state must be exactly as listed above. */
export function issues(story: Story, county: County, spots: readonly Spot[], rounds: Inspections): readonly Late[] {
  const { now, today, random } = story
  const codes = new Map(county.townships.map(({ short, code }) => [short, code]))
  const fixed = told(now, today, spots.find(({ name }) => name === reportedHotel)?.id ?? null, county.timeZone)
  const dayOf = (at: number) => 17 - Math.round((today - midnight(at)) / day)

  const left = <K extends string>(counts: Readonly<Record<K, number>>, key: (plan: Plan) => string, of = fixed): K[] =>
    (Object.entries(counts) as [K, number][]).flatMap(([name, count]) => Array.from<K>({ length: count - of.filter(plan => key(plan) === name).length }).fill(name))
  const open = (plan: Plan) => plan.state !== 'closed'
  const townshipsOpen = random.shuffle(left(Object.fromEntries(Object.entries(byTownship).map(([name, [, n]]) => [name, n])), plan => plan.township, fixed.filter(open)))
  const townshipsClosed = random.shuffle(left(Object.fromEntries(Object.entries(byTownship).map(([name, [all, n]]) => [name, all - n])), plan => plan.township, fixed.filter(plan => !open(plan))))
  const aspects = random.shuffle(left(byAspect, plan => plan.aspect))
  const states = left(byOpenState, plan => plan.state)
  const days = left(Object.fromEntries(byDay.map((count, i) => [String(i), count])), plan => String(dayOf(plan.at))).map(Number).sort((a, b) => b - a)
  const lists = findings(county)

  function invent(i: number): Plan {
    const township = i < states.length ? townshipsOpen[i] : townshipsClosed[i - states.length]
    const aspect = aspects[i] ?? 'measures'
    const n = days[i] ?? 0
    const from = today + (n - 17) * day
    const at = n === 17 ? from + (now - from) * random.between(0.05, 0.8) : from + random.between(8, 19.5) * hour
    const here = spots.filter(place => place.township === codes.get(township ?? ''))
    const finding = random.pick((lists.get(aspect) ?? []).filter(one => !one.kind || here.some(place => place.kind === one.kind)))
    const place = finding.kind ? random.pick(here.filter(one => one.kind === finding.kind)).id : null
    const mostly = states[i] === 'found' ? ['threeDays'] as const : ['threeDays', 'threeDays', 'day'] as const
    const severity = random.pick<Severity>(i < states.length ? mostly : ['immediate', 'day', 'day', 'threeDays'] as const)
    return { township: township ?? '', aspect, state: states[i] ?? 'closed', severity, title: finding.title, place, at, note: random.pick(notes) }
  }

  const count = 369 - fixed.length
  const all = [...fixed, ...Array.from({ length: count }, (_, i) => invent(i))].sort((a, b) => a.at - b.at)
  const latest = new Set(all.filter(plan => plan.state === 'closed').slice(-11))
  return all.flatMap((plan, i) => live(story, county, spots, rounds, plan, plan.made ?? `i-${String(i + 1).padStart(4, '0')}`, codes.get(plan.township) ?? '', latest.has(plan)))
}

/** The steps of one issue from its finding to its present state. Returns when it was overdue. */
function live(story: Story, county: County, spots: readonly Spot[], rounds: Inspections, plan: Plan, issue: string, township: string, today: boolean): readonly Late[] {
  const { now, random } = story
  const spot = spots.find(place => place.id === plan.place)
  const home = county.townships.find(one => one.code === township)
  const team = 1 + county.townships.findIndex(one => one.code === township) % 8
  const finder = inspector(team, random.whole(1, 3))
  const route = county.routes.find(one => (!one.kind || one.kind === spot?.kind) && (!one.aspect || one.aspect === plan.aspect))
  const unit = plan.unit === undefined ? (!route || route.unit === 'township' ? `gov-${township}` : route.unit) : plan.unit
  const limit = county.hours[plan.severity] * hour
  const age = now - plan.at
  /** The moment `ms` after the finding, but at most `share` of the issue's age after it, so that no step is later than now. */
  const after = (ms: number, share: number) => plan.at + Math.min(ms, age * share)

  if (!plan.made) report(story, rounds, plan, { issue, township, finder, unit, spots, spot, label: home?.label ?? [0, 0] })
  if (!unit || plan.state === 'found') return []

  const act = (actor: string, at: number, from: IssueState, to: IssueState, reason = '', nextDate: number | null = null) =>
    story.tell(actor, at, 'advanceIssue', { issue, from, to, reason, nextDate })
  const hands = fixer(unit)
  const checker = inspector(team % 8 + 1, random.whole(1, 3))
  act(finder, after(random.between(4, 20) * minute, 0.1), 'found', 'told')
  const reached = plan.state
  const deadline = plan.at + limit
  const past = deadline < now + hour
  const late = (from: number, until: number): readonly Late[] => from < until ? [{ issue, unit, from, until }] : []
  const overdueOnPurpose = plan.place === 'pl-huaren-jishui' || plan.place === 'pl-huaren-hechun' || plan.place === 'pl-hotel-north-2'
  if (past && !overdueOnPurpose && (reached === 'told' || reached === 'rectifying')) {
    const more = Math.floor(now + random.between(3, 50) * hour)
    story.tell('p-coord-2', Math.min(deadline - 30 * minute, now - 10 * minute), 'extendIssue', { issue, set: { deadline: more }, base: { deadline: Math.floor(plan.at) + limit }, reason: random.pick(delays) })
  }
  const open = overdueOnPurpose ? late(deadline, now) : []
  if (reached === 'told') return open

  act(hands, after(random.between(0.5, 3) * hour, 0.25), 'told', 'rectifying')
  if (random.whole(1, 5) === 1) story.tell(hands, after(random.between(3, 4) * hour, 0.3), 'commentIssue', { issue, text: random.pick(remarks) })
  if (reached === 'rectifying') return open
  if (reached === 'deferred') {
    const put = after(random.between(6, 20) * hour, 0.5)
    act('p-coord-2', put, 'rectifying', 'deferred', random.pick(delays), Math.floor(now + random.between(10, 100) * hour))
    // A deferred issue gets a note every 24 hours; those whose hour has not come today are listed as without today's note.
    for (let at = put + day; at < now - hour; at += day) story.tell(hands, at, 'commentIssue', { issue, text: progressNotes[Math.floor(at / day) % progressNotes.length] ?? '' })
    return []
  }

  const sent = after(random.between(4, 12) * hour, 0.4)
  if (shown.has(plan.title) && spot) story.tell(hands, sent - minute, 'attachPhoto', { issue, photo: `drill~${issue}~after`, after: true })
  act(hands, sent, 'rectifying', 'awaiting', random.pick(fixes))
  if (random.whole(1, 6) === 1) {
    act(checker, after(random.between(13, 15) * hour, 0.5), 'awaiting', 'rectifying', random.pick(returns))
    const again = after(random.between(16, 22) * hour, 0.6)
    story.tell(hands, again - minute, 'readReturns', { issue, count: 1 })
    act(hands, again, 'rectifying', 'awaiting', random.pick(fixes))
  }
  if (reached === 'awaiting') return late(deadline, sent)

  act(checker, today ? story.today + (now - story.today) * random.between(0.1, 0.95) : after(random.between(24, 66) * hour, 0.92), 'awaiting', 'closed')
  if (reached !== 'relapsed') return late(deadline, sent)
  const again = now - 29 * hour - 3 * minute
  act(checker, again, 'closed', 'relapsed', random.pick(relapses))
  return late(again + limit, now)
}

/** What a report is made of besides its plan. `label` is where its township's name stands, as [lng, lat]. */
interface Scene { readonly issue: string, readonly township: string, readonly finder: string, readonly unit: string | null, readonly spots: readonly Spot[], readonly spot: Spot | undefined, readonly label: readonly [number, number] }

/** The visit in which an issue was found, and its report. */
function report(story: Story, rounds: Inspections, plan: Plan, { issue, township, finder, unit, spots, spot, label }: Scene): void {
  const { random } = story
  const jitter = () => random.between(-0.003, 0.003)
  // The issue about twelve shops without a code comes from a sweep of their street.
  const shops = plan.title.includes('个体商户') ? spots.filter(one => one.kind === 'shop' && one.township === township) : []
  const places = shops.slice(0, 12)
  const found = spot
    ? rounds.visit(spot, finder, plan.at, plan.title, issue)
    : { inspection: shops.length ? rounds.sweep(finder, plan.at - 10 * minute, '罗州街道沿街商户', shops, places) : null, item: null }

  story.tell(finder, plan.at, 'reportIssue', {
    issue,
    title: plan.title,
    note: plan.note ?? '',
    aspect: plan.aspect,
    severity: plan.severity,
    township,
    place: spot?.id ?? null,
    places: places.map(one => one.id),
    ...found,
    lng: spot?.lng ?? label[0] + jitter() * 4,
    lat: spot?.lat ?? label[1] + jitter() * 4,
    accuracy: random.whole(5, 30),
    source: spot ? 'place' : 'approximate',
    unit,
    deviceAt: Math.floor(plan.at),
    photos: shown.has(plan.title) && spot ? [`drill~${issue}~before`] : [],
  })
}
