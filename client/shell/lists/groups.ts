import type { Issue } from '../../../shared/records.ts'
import type { Tab } from '../../base/lists/filters.ts'
import type { Group, Row } from '../../base/lists/row.ts'
import { computed } from 'vue'
import { isCurrent } from '../../../shared/incident/current.ts'
import { dueAt, followed, overdue, worstFirst } from '../../../shared/issues/steps.ts'
import { only, tab } from '../../base/lists/filters.ts'
import { issueRow, openAt } from '../../base/lists/issue-row.ts'
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

const day = 24 * 3_600_000
type Shelf<T> = readonly [title: string, belongs: (record: T) => boolean, tone?: 'overdue']

function shelve<T>(all: readonly T[], shelves: readonly Shelf<T>[], row: (one: T) => Row): Group[] {
  const groups = shelves.map(([title, , tone]) => ({ title, tone, rows: [] as Row[] }))
  for (const one of all) {
    const index = shelves.findIndex(([, belongs]) => belongs(one))
    groups[index]?.rows.push(row(one))
  }
  return groups.filter(group => group.rows.length)
}

const build: Record<Tab, () => Group[]> = {
  issue() {
    const at = minute.value
    const words = desk.value.groups
    const turn = (issue: Issue) => issue.state === 'closed' ? -issue.since : dueAt(issue)
    const all = records('issue').filter(tests.value.issue).sort((a, b) => turn(a) - turn(b) || worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state))
    return shelve(all, [
      [words.overdue, issue => overdue(issue, at), 'overdue'],
      [words.relapsed, issue => issue.state === 'relapsed'],
      [words.soon, issue => followed(issue) && issue.state !== 'awaiting' && issue.state !== 'deferred' && issue.deadline < at + day],
      [words.awaiting, issue => issue.state === 'awaiting'],
      [words.deferred, issue => issue.state === 'deferred'],
      [words.later, followed],
      [words.closed, () => true],
    ], issue => issueRow(issue, at))
  },
  place() {
    const unseen = only.value === 'unseen'
    const all = records('place').filter(tests.value.place).sort((a, b) => unseen ? longestFirst(a, b) : (openAt.value.get(b.id) ?? 0) - (openAt.value.get(a.id) ?? 0))
    return (county.value?.placeKinds ?? []).map(kind => ({ title: said(kind), rows: all.filter(place => place.kind === kind.id).map(place => unseen ? unseenRow(place, minute.value) : placeRow(place, openAt.value.get(place.id) ?? 0)) })).filter(group => group.rows.length)
  },
  shift() {
    const at = minute.value
    const words = desk.value.groups
    const all = records('shift').filter(tests.value.shift).sort((a, b) => a.startsAt - b.startsAt)
    return shelve(all, [[desk.value.gapsOnly(lookAhead().gapAhead), shift => hasGap(shift, at)], [words.coming, shift => shift.endsAt > at], [words.past, () => true]], shift => shiftRow(shift, at))
  },
  shortage() {
    if (only.value === 'radar') return (['red', 'yellow'] as const).map(level => ({ title: supplies.value.levels[level], tone: level === 'red' ? 'overdue' as const : undefined, rows: alarmSites.value.filter(site => site.level === level).map(alarmRow) })).filter(group => group.rows.length)
    const at = minute.value
    const words = desk.value.groups
    const all = records('shortage').filter(tests.value.shortage).sort((a, b) => (a.runsOutAt ?? Infinity) - (b.runsOutAt ?? Infinity))
    return shelve(all, [[words.short, one => one.state === 'open'], [words.met, one => one.state === 'covered'], [words.withdrawn, () => true]], one => shortageRow(one, at))
  },
  zone() {
    const at = minute.value
    const all = records('zone').filter(tests.value.zone)
    return shelve(all, [[desk.value.groups.inForce, zone => !zone.liftedAt && (!zone.validTo || zone.validTo > at)], [named.value.lifted, () => true]], zone => zoneRow(zone, at))
  },
  announcement() {
    const at = minute.value
    const phase = record('incident', 'incident')?.phase ?? 'emergency'
    const all = [...records('announcement')].sort((a, b) => b.at - a.at)
    return shelve(all, [[desk.value.groups.current, one => isCurrent(one, phase, at)], [desk.value.groups.before, () => true]], one => announcementRow(one, phase, at))
  },
}

/** The list of the open tab, grouped and in order. */
export const groups = computed(() => build[tab.value]())
export const rowCount = computed(() => groups.value.reduce((sum, group) => sum + group.rows.length, 0))
