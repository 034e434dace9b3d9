import type { Reader } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import type { AnyRecord, Inspection, Issue, Kind, Place, Shift, Shortage, Team } from '../../shared/records.ts'
import type { Point } from './grid.ts'
import { isGap, standing } from '../../shared/duty/duty.ts'
import { unseen } from '../../shared/inspections/coverage.ts'
import { overdue } from '../../shared/issues/steps.ts'
import { createGrid } from './grid.ts'
import { worldX, worldY } from './mercator.ts'

export type Tests = { [K in Kind]?: (record: never) => boolean }

/** A record with its position in the world (units at zoom 0). */
export interface MapSpot<T> { readonly record: T, readonly x: number, readonly y: number }

/** An inspection under way and its team. */
type Visit = MapSpot<Inspection> & { readonly team: Team }

/** Where a place stands that comes back to work or school; `missing` is in operation without its reports. */
export type Tone = 'running' | 'waiting' | 'halted' | 'missing'

/** A site that will run out of stock, with the item that runs out first. */
export interface Alarm { readonly place: string, readonly level: 'red' | 'yellow', readonly hoursLeft: number, readonly lng: number, readonly lat: number }

const samePoint = (a: Point, b: Point) => a.spot === b.spot && a.x === b.x && a.y === b.y && a.state === b.state && a.overdue === b.overdue
const drawnKinds: ReadonlySet<Kind> = new Set(['issue', 'place', 'shift', 'shortage', 'inspection', 'team'] as const)

/** All points on the map, updated record by record. */
export function createScene(county: County, now: () => number) {
  const grid = createGrid()
  const places = new Map<string, MapSpot<Place>>()
  const shifts = new Map<string, MapSpot<Shift>>()
  /** Shifts by place that have holders, who are on duty while the shift runs. */
  const held = new Map<string, MapSpot<Shift>>()
  const shortages = new Map<string, MapSpot<Shortage>>()
  /** Inspections under way, with their team. */
  const visits = new Map<string, Visit>()
  let seenSince = 0
  /** Places where an act that is required there is overdue. */
  let lateDues: ReadonlySet<string> = new Set()
  /** In the recovery, where each place that comes back stands. */
  let tones: ReadonlyMap<string, Tone> = new Map()
  let alarms: readonly MapSpot<Alarm>[] = []
  const issues = new Map<string, Issue>()
  /** The number of open issues of each place. A place with open issues is drawn as its issues. */
  const atPlace = new Map<string, number>()
  const icons = new Map(county.placeKinds.map(kind => [kind.id, kind.icon]))
  let tests: Partial<Record<Kind, (record: AnyRecord) => boolean>> = {}
  /** Grows with every change of the places without issues. */
  let groundSeq = 0

  const shown = (kind: Kind, record: AnyRecord) => tests[kind]?.(record) ?? true
  const spot = <T extends { lng: number, lat: number }>(record: T): MapSpot<T> => ({ record, x: worldX(record.lng), y: worldY(record.lat) })

  function dropIssue(id: string): void {
    const old = issues.get(id)
    if (!old) return
    issues.delete(id)
    grid.remove(id)
    if (old.place) countAt(old.place, -1)
  }

  function countAt(place: string, by: number): void {
    const before = atPlace.get(place) ?? 0
    atPlace.set(place, before + by)
    if (before === 0 || before + by === 0) groundSeq++
  }

  function pointOf(issue: Issue, reader: Reader): Point | null {
    if (tests.issue ? !shown('issue', issue) : issue.state === 'closed') return null
    const where = (issue.place && reader.get('place', issue.place)) || issue
    return { key: issue.id, spot: issue.place ?? issue.id, x: worldX(where.lng), y: worldY(where.lat), state: issue.state, overdue: overdue(issue, now()) }
  }

  function putIssue(issue: Issue, reader: Reader): boolean {
    const before = grid.get(issue.id)
    const point = pointOf(issue, reader)
    if (before && point && samePoint(before, point)) {
      issues.set(issue.id, issue)
      return false
    }
    if (before && point && before.spot === point.spot) {
      issues.set(issue.id, issue)
      grid.put(point)
      return true
    }
    dropIssue(issue.id)
    if (!point) return Boolean(before)
    issues.set(issue.id, issue)
    grid.put(point)
    if (issue.place) countAt(issue.place, 1)
    return true
  }

  /** Whether a team's position looks different now. */
  function putVisit(id: string, reader: Reader): boolean {
    const before = visits.get(id)
    const visit = reader.get('inspection', id)
    const team = visit?.state === 'onSite' ? reader.get('team', visit.team) : undefined
    if (visit && team) visits.set(id, { ...spot(visit), team })
    else visits.delete(id)
    const now = visits.get(id)
    return before?.x !== now?.x || before?.y !== now?.y || before?.team.name !== now?.team.name
  }

  /** Updates one record; false when it looks the same. */
  function change(kind: Kind, id: string, reader: Reader): boolean {
    if (kind === 'inspection') return putVisit(id, reader)
    if (kind === 'team') return [...visits.values()].filter(({ record }) => record.team === id).map(({ record }) => putVisit(record.id, reader)).includes(true)
    if (kind === 'issue') {
      const issue = reader.get('issue', id)
      if (issue) return putIssue(issue, reader)
      dropIssue(id)
    }
    if (kind === 'place') {
      const place = reader.get('place', id)
      const moved = places.get(id)
      if (!place || place.retired || !shown('place', place)) places.delete(id)
      else if (moved?.record !== place) places.set(id, spot(place))
      if (places.get(id) !== moved) groundSeq++
      if (place && (atPlace.get(id) ?? 0) > 0 && (moved?.record.lng !== place.lng || moved.record.lat !== place.lat)) {
        for (const issue of [...issues.values()]) {
          if (issue.place === id) putIssue(issue, reader)
        }
      }
    }
    if (kind === 'shift') {
      const shift = reader.get('shift', id)
      if (shift && shown('shift', shift) && shift.open && shift.claimedBy.length < shift.needed) shifts.set(id, spot(shift))
      else shifts.delete(id)
      if (shift?.place && shift.claimedBy.length && shift.endsAt > now()) held.set(id, spot(shift))
      else held.delete(id)
    }
    if (kind === 'shortage') {
      const shortage = reader.get('shortage', id)
      if (shortage && shown('shortage', shortage) && (shortage.state === 'open' || tests.shortage)) shortages.set(id, spot(shortage))
      else shortages.delete(id)
    }
    return drawnKinds.has(kind)
  }

  return {
    grid,
    places,
    shortages,
    change,
    groundSeq: () => groundSeq,
    hasIssues: (place: string) => (atPlace.get(place) ?? 0) > 0,
    iconOf: (kind: string) => icons.get(kind) ?? 'pin',
    issue: (id: string) => issues.get(id),
    unseenSince(before: number): void {
      if (seenSince !== before) groundSeq++
      seenSince = before
    },
    unseen: (place: Place) => unseen(place, seenSince),
    /** Whether other places than before are overdue. */
    lateAt(places: ReadonlySet<string>): boolean {
      const same = places.size === lateDues.size && [...places].every(id => lateDues.has(id))
      if (same) return false
      lateDues = places
      groundSeq++
      return true
    },
    /** Whether places stand elsewhere than before. */
    toneAs(places: ReadonlyMap<string, Tone>): boolean {
      if (places.size === tones.size && [...places].every(([id, tone]) => tones.get(id) === tone)) return false
      tones = places
      groundSeq++
      return true
    },
    toneOf: (place: string) => tones.get(place),
    isLate: (place: string) => lateDues.has(place),
    alarm(sites: readonly Alarm[]): void {
      alarms = sites.map(spot)
    },
    alarms: () => alarms,
    /** For each place, how many people on duty now have checked in, and how many should have. */
    onDuty(): { readonly at: MapSpot<Shift>, readonly there: number, readonly all: number }[] {
      const places = new Map<string, { at: MapSpot<Shift>, there: number, all: number }>()
      for (const at of held.values()) {
        const { place, startsAt, endsAt, claimedBy } = at.record
        if (!place || startsAt > now() || endsAt <= now()) continue
        const there = claimedBy.filter(person => ['on', 'unconfirmed'].includes(standing(at.record, person, now(), county.rules.duty))).length
        const known = places.get(place) ?? { at, there: 0, all: 0 }
        places.set(place, { at: known.at, there: known.there + there, all: known.all + claimedBy.length })
      }
      return [...places.values()]
    },
    /** Shifts that lack people, by the county's rule, grouped by post; `first` begins first. */
    gaps(): { readonly first: MapSpot<Shift>, readonly missing: number, readonly keys: readonly string[] }[] {
      const posts = new Map<string, { first: MapSpot<Shift>, missing: number, keys: string[] }>()
      for (const one of shifts.values()) {
        if (!isGap(one.record, now(), county.rules.duty)) continue
        const post = one.record.place ?? one.record.id
        const missing = one.record.needed - one.record.claimedBy.length
        const known = posts.get(post)
        const keys = [...known?.keys ?? [], `shift/${one.record.id}`]
        if (!known) posts.set(post, { first: one, missing, keys })
        else posts.set(post, { first: one.record.startsAt < known.first.record.startsAt ? one : known.first, missing: known.missing + missing, keys })
      }
      return [...posts.values()]
    },
    /** Shortages, grouped by the site that reports them. */
    lacks(): { readonly first: MapSpot<Shortage>, readonly keys: readonly string[] }[] {
      const sites = new Map<string, { first: MapSpot<Shortage>, keys: string[] }>()
      for (const one of shortages.values()) {
        const site = one.record.place ?? one.record.id
        const known = sites.get(site)
        if (known) known.keys.push(`shortage/${one.record.id}`)
        else sites.set(site, { first: one, keys: [`shortage/${one.record.id}`] })
      }
      return [...sites.values()]
    },
    /** Where each team is: at its latest check-in, since an earlier visit may wait for its signature. */
    teamsOut(): Iterable<Visit> {
      const latest = new Map<string, Visit>()
      for (const one of visits.values()) {
        const known = latest.get(one.team.id)
        if (!known || (one.record.checkIn?.at ?? 0) > (known.record.checkIn?.at ?? 0)) latest.set(one.team.id, one)
      }
      return latest.values()
    },
    /** Call when the filter or the minute changed: only points that look different are updated. */
    refilter(reader: Reader, filters: typeof tests): void {
      tests = filters
      for (const kind of ['place', 'issue', 'shift', 'shortage'] as const) {
        for (const { id } of reader.all(kind)) change(kind, id, reader)
      }
    },
    /** Rebuilds all points, for another board. */
    reset(reader: Reader, filters: typeof tests = tests): void {
      tests = filters
      groundSeq++
      grid.clear()
      issues.clear()
      atPlace.clear()
      for (const known of [places, shifts, held, shortages, visits]) known.clear()
      for (const kind of ['place', 'issue', 'shift', 'shortage', 'inspection'] as const) {
        for (const { id } of reader.all(kind)) change(kind, id, reader)
      }
    },
  }
}

export type Scene = ReturnType<typeof createScene>
