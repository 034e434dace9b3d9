import type { Announcement, AnyRecord, Batch, Briefing, Bulletin, Correction, DayReport, Delivery, Exposure, Letter, MarketDay, Move, Notice, Pledge, Round, Sampling, SelfReport, Slip, Transfer, Tube, WorkPlan } from '../../../shared/records.ts'
import type { Settling } from '../../../shared/settled.ts'
import type { Row } from '../../base/lists/row.ts'
import { letterNumber } from '../../../shared/issues/letters.ts'
import { latestOf } from '../../../shared/testing/figures.ts'
import { sayField } from '../../bulletins/say-field.ts'
import { bulletinWords } from '../../bulletins/words.ts'
import { record } from '../../core/board.ts'
import { shortUnit, townshipName } from '../../core/county-names.ts'
import { dotted } from '../../core/isolate.ts'
import { said } from '../../core/language.ts'
import { nameOf } from '../../core/names.ts'
import { named } from '../../core/record-words.ts'
import { county } from '../../core/session.ts'
import { moment } from '../../core/time.ts'
import { exposureRow } from '../../exposure/row.ts'
import { announcementRow } from '../../incident/row.ts'
import { meetingWords } from '../../inspections/meeting/words.ts'
import { lifeWords } from '../../issues/words.ts'
import { subjectOf, wordsOf } from '../../notices/said.ts'
import { pastRow } from '../../past-rows.ts'
import { quarantineWords } from '../../quarantine/words.ts'
import { planWords } from '../../recovery/plans/words.ts'
import { countsOf } from '../../recovery/report-line.ts'
import { deliveryWords } from '../../supplies/delivery-words.ts'
import { measureOf, placeName, supplyOf } from '../../supplies/supplies.ts'
import { supplies } from '../../supplies/words.ts'
import { testingWords } from '../../testing/words.ts'

type Rows = { readonly [K in Settling]: (record: never, now: number) => Row }

/** The row of a record. It opens the record itself or its subject; a record without a page opens nothing. */
const rows: Rows = {
  bulletin: (one: Bulletin) => ({ key: '', title: one.day, sub: dotted([`${bulletinWords.value.counted.foundToday} ${one.figures.foundToday}`, `${bulletinWords.value.counted.closedToday} ${one.figures.closedToday}`]), right: '', rightSub: '', icon: 'bulletin' }),
  notice: (one: Notice, now) => ({ key: subjectOf(one) ?? '', title: wordsOf(one).title, sub: wordsOf(one).why, right: moment(one.at, now), rightSub: '', icon: 'bell' }),
  letter: (one: Letter, now) => ({ key: `letter/${one.id}`, title: dotted([county.value ? letterNumber(county.value, one) : '', shortUnit(one.unit)]), sub: one.items.map(({ title }) => title).join('、'), right: moment(one.at, now), rightSub: '', icon: 'bulletin' }),
  slip: (one: Slip, now) => ({ key: `slip/${one.id}`, title: dotted([lifeWords.value.slipNo(String(one.no)), record('place', one.place ?? '')?.name ?? townshipName(one.township)]), sub: one.units.map(shortUnit).join('、'), right: moment(one.at, now), rightSub: nameOf(one.by), icon: 'bulletin' }),
  correction: (one: Correction, now) => ({ key: `issue/${one.issue}`, title: bulletinWords.value.correction(one.no, one.day, bulletinWords.value.fields[one.field]), sub: `${sayField(one.field, one.was) || '—'} ${bulletinWords.value.became} ${sayField(one.field, one.is) || '—'}`, right: moment(one.at, now), rightSub: nameOf(one.by), icon: 'issue' }),
  zone: (one, now) => pastRow('zone', one, now),
  issue: (one, now) => pastRow('issue', one, now),
  inspection: (one, now) => pastRow('inspection', one, now),
  shift: (one, now) => pastRow('shift', one, now),
  shortage: (one, now) => pastRow('shortage', one, now),
  announcement: (one: Announcement, now) => announcementRow(one, one.phase ?? 'emergency', now),
  briefing: (one: Briefing) => ({ key: '', title: one.day, sub: dotted([one.focus, one.decisions]), right: '', rightSub: '', icon: 'flag' }),
  dayReport: (one: DayReport, now) => ({ key: '', title: dotted([one.day, record('team', one.team)?.name]), sub: dotted([meetingWords.value.zero, one.note]), right: moment(one.at, now), rightSub: '', icon: 'flag' }),
  move: (one: Move, now) => ({ key: `place/${one.place}`, title: `${said(supplyOf(one.supply))} ${one.change > 0 ? '+' : '−'}${Math.abs(one.change)} ${measureOf(one.supply)}`, sub: dotted([placeName(one.place), supplies.value.moves[one.why], one.reason]), right: moment(one.at, now), rightSub: nameOf(one.by), icon: 'shortage' }),
  pledge: (one: Pledge, now) => ({ key: `shortage/${one.shortage}`, title: `${one.donor} ${one.quantity}`, sub: deliveryWords.value.pledgeStates[one.state], right: moment(one.settledAt ?? one.at, now), rightSub: '', icon: 'shortage' }),
  marketDay: (one: MarketDay, now) => ({ key: `place/${one.place}`, title: dotted([placeName(one.place), one.day]), sub: `${named.value.kinds.marketDay} ${Object.keys(one.staples).length}`, right: moment(one.at, now), rightSub: nameOf(one.by), icon: 'shortage' }),
  selfReport: (one: SelfReport, now) => ({ key: `place/${one.place}`, title: dotted([placeName(one.place), one.day]), sub: countsOf(one), right: moment(one.at, now), rightSub: nameOf(one.by), icon: 'check' }),
  workPlan: (one: WorkPlan, now) => ({ key: '', title: one.title, sub: planWords.value.version(one.version), right: moment(one.replacedAt ?? one.at, now), rightSub: nameOf(one.by), icon: 'bulletin' }),
  round: (one: Round, now) => ({ key: '', title: testingWords.value.round(one.no, one.name), sub: one.result ? testingWords.value.results[one.result] : '', right: moment(one.closedAt ?? one.startsAt, now), rightSub: '', icon: 'samplingSite' }),
  sampling: (one: Sampling, now) => ({ key: `place/${one.place}`, title: placeName(one.place), sub: `${testingWords.value.figures.sampled} ${testingWords.value.of(String(latestOf(one)?.sampled ?? 0), String(one.target))}`, right: moment(one.closedAt ?? 0, now), rightSub: '', icon: 'samplingSite' }),
  tube: (one: Tube, now) => ({ key: `place/${one.place}`, title: one.code, sub: dotted([placeName(one.place), testingWords.value.tubeStates[one.state]]), right: moment(one.settledAt ?? one.at, now), rightSub: '', icon: 'samplingSite' }),
  batch: (one: Batch, now) => ({ key: `place/${one.place}`, title: dotted([placeName(one.place), quarantineWords.value.batch(one.no)]), sub: dotted([quarantineWords.value.heads(one.heads), quarantineWords.value.arrived(moment(one.at, now))]), right: one.leftAt === null ? '' : moment(one.leftAt, now), rightSub: '', icon: 'quarantineSite' }),
  transfer: (one: Transfer, now) => ({ key: `place/${one.target}`, title: dotted([quarantineWords.value.trip(one.no), one.vehicle]), sub: dotted([placeName(one.target), quarantineWords.value.heads(one.heads), quarantineWords.value.states[one.state === 'arrived' ? 'done' : one.state], one.reason]), right: moment(one.arrivedAt ?? one.cancelledAt ?? one.departBy, now), rightSub: '', icon: 'quarantineSite' }),
  exposure: (one: Exposure, now) => exposureRow(one, now),
  delivery: (one: Delivery, now) => ({ key: one.shortage ? `shortage/${one.shortage}` : '', title: `${said(supplyOf(one.supply))} ${one.quantity}`, sub: placeName(one.to), right: moment(one.allocatedAt, now), rightSub: '', icon: 'shortage' }),
}

export const settledRow = (kind: Settling, one: AnyRecord, now: number): Row => (rows[kind] as (one: AnyRecord, now: number) => Row)(one, now)
