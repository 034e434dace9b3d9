import type { Announcement, Issue, IssueState, Phase, Place, Shift, Shortage, Zone } from '../../shared/records.ts'
import type { Tab } from './filters.ts'
import type { AlarmSite } from './supplies.ts'
import { computed } from 'vue'
import { isCurrent } from '../../shared/current.ts'
import { dueAt, followed, overdue, worstFirst } from '../../shared/issue-steps.ts'
import { desk } from '../text/desk.ts'
import { duty } from '../text/duty.ts'
import { inspectionWords } from '../text/inspections.ts'
import { said } from '../text/lang.ts'
import { mapWords } from '../text/map.ts'
import { named } from '../text/records.ts'
import { supplies } from '../text/supplies.ts'
import { clockTime, moment, span } from '../text/time.ts'
import { record, records } from './board.ts'
import { now } from './clock.ts'
import { only, tab, tests } from './filters.ts'
import { hasGap, lookAhead } from './gaps.ts'
import { county } from './session.ts'
import { wornOn } from './strain.ts'
import { alarmSites, supplyOf } from './supplies.ts'
import { longestFirst } from './unseen.ts'

/** One line of any list: what it is, where, and what presses. */
export interface Row {
  readonly key: string
  readonly title: string
  readonly sub: string
  readonly right: string
  readonly rightSub: string
  readonly tone?: 'overdue' | 'soon' | 'quiet'
  readonly glyph?: { readonly state: IssueState, readonly overdue: boolean }
  readonly icon?: string
}
export interface Group { readonly title: string, readonly tone?: 'overdue', readonly rows: readonly Row[] }

const hour = 3_600_000
const day = 24 * hour
const townshipName = (code: string) => {
  const one = county.value?.townships.find(township => township.code === code)
  return one ? said({ zh: one.name, en: one.nameEn }) : code
}
const unitName = (id: string | null) => county.value?.units.find(unit => unit.id === id)
export const shortUnit = (id: string | null) => {
  const unit = unitName(id)
  return unit ? said({ zh: unit.short, en: unit.en }) : ''
}
export { townshipName }
export const kindName = (id: string) => said(county.value?.placeKinds.find(kind => kind.id === id))
export const kindIcon = (id: string) => county.value?.placeKinds.find(kind => kind.id === id)?.icon ?? 'pin'

/** A deadline as people say it: 逾期 2 小时, 剩 50 分. */
export function due(issue: Issue, at: number): { text: string, tone?: Row['tone'] } {
  if (issue.state === 'closed') return { text: moment(issue.since, at), tone: 'quiet' }
  if (issue.state === 'awaiting') return { text: moment(issue.since, at) }
  const left = dueAt(issue) - at
  const zh = named.value.overdue === '逾期'
  if (left < 0) return { text: zh ? `逾期 ${span(left)}` : `${span(left)} overdue`, tone: 'overdue' }
  return { text: zh ? `剩 ${span(left)}` : `${span(left)} left`, tone: left < hour ? 'soon' : undefined }
}

export function issueRow(issue: Issue, at: number): Row {
  const place = issue.place ? record('place', issue.place)?.name : undefined
  const { text, tone } = due(issue, at)
  return {
    key: `issue/${issue.id}`,
    title: issue.title,
    sub: [place ?? townshipName(issue.township), shortUnit(issue.unit)].filter(Boolean).join(' · '),
    right: text,
    rightSub: named.value.states[issue.state],
    tone,
    glyph: { state: issue.state, overdue: overdue(issue, at) },
  }
}

export function placeRow(place: Place, open: number): Row {
  return { key: `place/${place.id}`, title: place.name, sub: `${kindName(place.kind)} · ${townshipName(place.township)}`, right: open ? String(open) : '', rightSub: open ? named.value.kinds.issue : '', icon: kindIcon(place.kind) }
}

/** A place by how long no team has been there. */
export function unseenRow(place: Place, at: number): Row {
  return { ...placeRow(place, 0), right: place.inspectedAt === null ? inspectionWords.value.neverSeen : inspectionWords.value.seenAgo(span(at - place.inspectedAt)) }
}

export function shiftRow(shift: Shift, at: number): Row {
  const missing = shift.needed - shift.claimedBy.length
  const gap = hasGap(shift, at)
  const worn = shift.endsAt > at ? wornOn(shift) : 0
  return {
    key: `shift/${shift.id}`,
    title: shift.title,
    sub: `${moment(shift.startsAt, at)}–${clockTime(shift.endsAt)} · ${townshipName(shift.township)}`,
    right: `${shift.claimedBy.length}/${shift.needed}`,
    rightSub: gap ? mapWords.value.lacking(missing) : worn ? duty.value.worn(worn) : '',
    tone: gap || worn ? 'soon' : undefined,
    icon: 'shift',
  }
}

export function shortageRow(one: Shortage, at: number): Row {
  const place = one.place ? record('place', one.place)?.name : undefined
  const left = one.runsOutAt === null ? null : one.runsOutAt - at
  const open = one.state === 'open'
  return {
    key: `shortage/${one.id}`,
    title: `${one.item} ${one.quantity - one.covered} ${one.measure}`,
    sub: place ?? townshipName(one.township),
    right: open && left !== null ? leftFor(left) : named.value.shortageStates[one.state],
    rightSub: `${one.covered}/${one.quantity}`,
    tone: open && left !== null && left < day ? 'soon' : open ? undefined : 'quiet',
    icon: 'shortage',
  }
}

export const leftFor = (ms: number) => named.value.overdue === '逾期' ? (ms > 0 ? `够 ${span(ms)}` : '已用完') : (ms > 0 ? `${span(ms)} left` : 'used up')

export function zoneRow(zone: Zone, at: number): Row {
  const over = zone.liftedAt ?? (zone.validTo && zone.validTo <= at ? zone.validTo : null)
  return { key: `zone/${zone.id}`, title: zone.name, sub: `${named.value.levels[zone.level]} · ${zone.reason}`, right: span(at - zone.validFrom), rightSub: over ? desk.value.groups.lifted : '', tone: over ? 'quiet' : undefined, icon: 'zone' }
}

export function announcementRow(one: Announcement, phase: Phase, at: number): Row {
  return { key: `announcement/${one.id}`, title: one.text, sub: moment(one.at, at), right: '', rightSub: '', icon: 'announcement', tone: isCurrent(one, phase, at) ? undefined : 'quiet' }
}

export function alarmRow(site: AlarmSite): Row {
  const place = record('place', site.place)
  return {
    key: `place/${site.place}`,
    title: place?.name ?? '—',
    sub: [said(supplyOf(site.supply)), site.items > 1 ? supplies.value.moreItems(site.items - 1) : '', townshipName(place?.township ?? '')].filter(Boolean).join(' · '),
    right: leftFor(site.hoursLeft * hour),
    rightSub: supplies.value.levels[site.level],
    tone: site.level === 'red' ? 'overdue' : 'soon',
    icon: kindIcon(place?.kind ?? ''),
  }
}

/** Open issues at each place. */
export const openAt = computed(() => {
  const counts = new Map<string, number>()
  for (const { place, state } of records('issue')) {
    if (place && state !== 'closed') counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
})

type Shelf<T> = readonly [title: string, belongs: (record: T) => boolean, tone?: 'overdue']

function shelve<T>(all: readonly T[], shelves: readonly Shelf<T>[], row: (one: T) => Row): Group[] {
  const groups = shelves.map(([title, , tone]) => ({ title, tone, rows: [] as Row[] }))
  for (const one of all) {
    const index = shelves.findIndex(([, belongs]) => belongs(one))
    groups[index]?.rows.push(row(one))
  }
  return groups.filter(group => group.rows.length)
}

const minute = computed(() => Math.floor(now.value / 60_000) * 60_000)

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
    return (county.value?.placeKinds ?? []).map(kind => ({ title: said(kind), rows: all.filter(place => place.kind === kind.id).map(place => unseen ? unseenRow(place, now.value) : placeRow(place, openAt.value.get(place.id) ?? 0)) })).filter(group => group.rows.length)
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
    return shelve(all, [[desk.value.groups.inForce, zone => !zone.liftedAt && (!zone.validTo || zone.validTo > at)], [desk.value.groups.lifted, () => true]], zone => zoneRow(zone, at))
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
