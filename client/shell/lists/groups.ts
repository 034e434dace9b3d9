import type { Issue, Place, Shift, Shortage } from '../../../shared/records.ts'
import type { Tab } from '../../base/lists/filters.ts'
import type { Group, Row } from '../../base/lists/row.ts'
import type { Shelf } from './shelves.ts'
import { computed } from 'vue'
import { isCurrent } from '../../../shared/incident/current.ts'
import { followed, overdue, worstFirst } from '../../../shared/issues/steps.ts'
import { only, tab } from '../../base/lists/filters.ts'
import { issueRow, issueTime, openAt } from '../../base/lists/issue-row.ts'
import { placeRow } from '../../base/lists/place-row.ts'
import { record, records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { said } from '../../core/language.ts'
import { named } from '../../core/record-words.ts'
import { county } from '../../core/session.ts'
import { hasGap, lookAhead } from '../../duty/gaps.ts'
import { shiftRow } from '../../duty/row.ts'
import { announcementRow } from '../../incident/row.ts'
import { unseenRow } from '../../inspections/coverage/unseen-row.ts'
import { longestFirst } from '../../inspections/coverage/unseen.ts'
import { alarmRow, shortageRow } from '../../supplies/row.ts'
import { alarmSites } from '../../supplies/supplies.ts'
import { supplies } from '../../supplies/words.ts'
import { zoneRow } from '../../zones/row.ts'
import { desk } from '../desk/words.ts'
import { tests } from './filters.ts'
import { keptOrder, shelve } from './shelves.ts'

const day = 24 * 3_600_000
const inOrder = { issue: keptOrder<Issue>(), shift: keptOrder<Shift>(), shortage: keptOrder<Shortage>() }
const line = <T extends { readonly id: string }>(kind: Tab, row: (one: T) => Row) => (one: T) => ({ key: `${kind}/${one.id}`, row: () => row(one) })

const build: Record<Tab, () => Group[]> = {
  issue() {
    const at = minute.value
    const words = desk.value.groups
    const turn = (issue: Issue) => issue.state === 'closed' ? -issue.since : issueTime(issue)
    const all = inOrder.issue(records('issue').filter(tests.value.issue), (a, b) => turn(a) - turn(b) || worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state))
    return shelve(all, [
      [words.overdue, issue => overdue(issue, at), 'overdue'],
      [words.relapsed, issue => issue.state === 'relapsed'],
      [words.soon, issue => followed(issue) && issue.state !== 'awaiting' && issue.state !== 'deferred' && issue.deadline < at + day],
      [words.awaiting, issue => issue.state === 'awaiting'],
      [words.deferred, issue => issue.state === 'deferred'],
      [words.later, followed],
      [words.closed, () => true],
    ], line('issue', issue => issueRow(issue, at)))
  },
  place() {
    const at = minute.value
    const shown = records('place').filter(tests.value.place)
    const kinds = new Map((county.value?.placeKinds ?? []).map(kind => [kind.id, said(kind)]))
    const shelves = [...kinds].map(([id, title]): Shelf<Place> => [title, place => place.kind === id])
    if (only.value === 'unseen') return shelve(shown.sort(longestFirst), shelves, line('place', place => unseenRow(place, at)))
    const open = (place: Place) => openAt.value.get(place.id) ?? 0
    const troubled = shown.filter(open).sort((a, b) => open(b) - open(a))
    return shelve([...troubled, ...shown.filter(place => !open(place))], shelves, line('place', place => placeRow(place, open(place))))
  },
  shift() {
    const at = minute.value
    const words = desk.value.groups
    const all = inOrder.shift(records('shift').filter(tests.value.shift), (a, b) => a.startsAt - b.startsAt)
    return shelve(all, [[desk.value.gapsOnly(lookAhead().gapAhead), shift => hasGap(shift, at)], [words.coming, shift => shift.endsAt > at], [words.past, () => true]], line('shift', shift => shiftRow(shift, at)))
  },
  shortage() {
    if (only.value === 'radar') return (['red', 'yellow'] as const).map(level => ({ title: supplies.value.levels[level], tone: level === 'red' ? 'overdue' as const : undefined, lines: alarmSites.value.filter(site => site.level === level).map(site => ({ key: `place/${site.place}`, row: () => alarmRow(site) })) })).filter(group => group.lines.length)
    const at = minute.value
    const words = desk.value.groups
    const all = inOrder.shortage(records('shortage').filter(tests.value.shortage), (a, b) => (a.runsOutAt ?? 1e15) - (b.runsOutAt ?? 1e15))
    return shelve(all, [[words.short, one => one.state === 'open'], [words.met, one => one.state === 'covered'], [words.withdrawn, () => true]], line('shortage', one => shortageRow(one, at)))
  },
  zone() {
    const at = minute.value
    const all = records('zone').filter(tests.value.zone).sort((a, b) => b.validFrom - a.validFrom)
    return shelve(all, [[desk.value.groups.inForce, zone => !zone.liftedAt && (!zone.validTo || zone.validTo > at)], [named.value.lifted, () => true]], line('zone', zone => zoneRow(zone, at)))
  },
  announcement() {
    const at = minute.value
    const phase = record('incident', 'incident')?.phase ?? 'emergency'
    const all = [...records('announcement')].sort((a, b) => b.at - a.at)
    return shelve(all, [[desk.value.groups.current, one => isCurrent(one, phase, at)], [desk.value.groups.before, () => true]], line('announcement', one => announcementRow(one, phase, at)))
  },
}

/** The list of the open tab, grouped and in order. */
export const groups = computed(() => build[tab.value]())
export const rowCount = computed(() => groups.value.reduce((sum, group) => sum + group.lines.length, 0))
