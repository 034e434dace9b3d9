import type { Issue, IssueState } from '../../../shared/records.ts'
import type { Row } from '../../base/lists/row.ts'
import { computed } from 'vue'
import { followed, overdue } from '../../../shared/issues/steps.ts'
import { records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { kindIcon, townshipName } from '../../core/county-names.ts'
import { dotted } from '../../core/isolate.ts'
import { named } from '../../core/record-words.ts'
import { clockTime, dayStart, duration } from '../../core/time.ts'
import { hasGap } from '../../duty/gaps.ts'
import { duty } from '../../duty/words.ts'
import { dues, dueToday, late, levelOf, ruleOf, stateOf } from '../../requirements/dues.ts'
import { alarmRow, shortageRow } from '../../supplies/row.ts'
import { alarmSites } from '../../supplies/supplies.ts'
import { wallWords as words } from './words.ts'

/** What the lists of the wall hold, the most urgent first. */

const hour = 3_600_000
/** The night ends at eight in the morning. */
const nightEnds = 32 * hour
const worst: readonly IssueState[] = ['relapsed', 'found', 'told', 'rectifying', 'awaiting', 'deferred']

/** The townships with open issues, and the state of each issue. */
export const ranking = computed(() => {
  const of = new Map<string, Issue[]>()
  for (const one of records('issue')) {
    if (followed(one)) of.set(one.township, [...of.get(one.township) ?? [], one])
  }
  return [...of].map(([township, issues]) => ({
    name: townshipName(township),
    count: issues.length,
    marks: issues.map(one => ({ key: one.id, state: one.state, late: overdue(one, minute.value) })).sort((a, b) => Number(b.late) - Number(a.late) || worst.indexOf(a.state) - worst.indexOf(b.state)),
  })).sort((a, b) => b.count - a.count)
})

/** The shifts until tomorrow morning: first those that lack people, then by their start. */
export const nightShifts = computed(() => records('shift')
  .filter(one => one.open && one.endsAt > minute.value && one.startsAt < dayStart(minute.value) + nightEnds)
  .sort((a, b) => Number(hasGap(b, minute.value)) - Number(hasGap(a, minute.value)) || a.startsAt - b.startsAt))

export const shiftRows = computed<readonly Row[]>(() => nightShifts.value.map((one) => {
  const missing = one.needed - one.claimedBy.length
  return { key: one.id, title: one.title, sub: dotted([`${clockTime(one.startsAt)}–${clockTime(one.endsAt)}`, townshipName(one.township)]), right: missing > 0 ? duty.value.lacking(missing) : words.value.full, rightSub: '', tone: missing > 0 ? 'soon' : undefined, icon: 'shift' }
}))
export const gapRows = computed<readonly Row[]>(() => shiftRows.value.filter((_, i) => nightShifts.value[i] && hasGap(nightShifts.value[i], minute.value)))

/** Open shortages and sites whose stock runs out, the first to run out first. */
export const shortageRows = computed<readonly Row[]>(() => {
  const open = records('shortage').filter(one => one.state === 'open').map(one => ({ until: one.runsOutAt ?? Number.POSITIVE_INFINITY, row: shortageRow(one, minute.value) }))
  const sites = alarmSites.value.map(one => ({ until: minute.value + one.hoursCovered * hour, row: alarmRow(one) }))
  return [...open, ...sites].sort((a, b) => a.until - b.until).map(({ row }) => row)
})

export const todayDues = computed(() => dues.value.filter(dueToday))
export const lateDues = computed(() => todayDues.value.filter(late))
export const dueRows = computed<readonly Row[]>(() => todayDues.value.map(one => ({ key: `${one.place.id} ${one.act}`, title: one.place.name, sub: dotted([levelOf(one), ruleOf(one)]), right: stateOf(one), rightSub: '', tone: late(one) ? 'overdue' : undefined, icon: kindIcon(one.place.kind) })))

export const zoneRows = computed<readonly Row[]>(() => records('zone')
  .filter(one => one.liftedAt === null && one.validFrom <= minute.value && !(one.validTo && one.validTo <= minute.value))
  .sort((a, b) => a.validFrom - b.validFrom)
  .map(one => ({ key: one.id, title: one.name, sub: named.value.levels[one.level], right: duration(minute.value - one.validFrom), rightSub: '', icon: 'zone' })))
