import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { AnyRecord, Inspection, Issue, Place } from '../records.ts'
import { sinceDay } from '../core/by-day.ts'
import { isGap, notOver } from '../duty/duty.ts'
import { followed, overdue, wasLate } from '../issues/steps.ts'
import { inForce } from '../zones/in-force.ts'

/** The rows that a figure counts. Its filter is also the query of a page's address, so that a figure can be a link to its rows. */

const happenings = ['found', 'closed', 'relapsed'] as const
type Happening = (typeof happenings)[number]

/** As in the address: every value is text. An absent value does not filter, except `state`. */
export interface IssueFilter {
  /** Absent: issues that are not closed. Otherwise `all`, or states joined by commas. */
  readonly state?: string
  readonly township?: string
  readonly aspect?: string
  readonly severity?: string
  /** A unit's id, or `none`. */
  readonly unit?: string
  /** `ever`: overdue or fixed late. Any other value: overdue now. */
  readonly late?: string
  /** What must have happened to the issue after `from` (epoch ms): `found`, `closed` or `relapsed`. */
  readonly when?: string
  readonly from?: string
}

const moments: Readonly<Record<Happening, (issue: Issue) => number | null>> = {
  found: issue => issue.foundAt,
  closed: issue => issue.state === 'closed' ? issue.since : null,
  relapsed: issue => issue.relapsedAt,
}

/** True if the issue fits the filter at a moment (epoch ms). */
export function fits(issue: Issue, { state, township, aspect, severity, unit, late, when, from }: IssueFilter, at: number): boolean {
  if (state && state !== 'all' ? !state.split(',').includes(issue.state) : !state && !followed(issue)) return false
  if ((township && issue.township !== township) || (aspect && issue.aspect !== aspect) || (severity && issue.severity !== severity)) return false
  if (unit && (issue.unit ?? 'none') !== unit) return false
  if (late && !(late === 'ever' ? wasLate : overdue)(issue, at)) return false
  const moment = happenings.find(one => one === when)
  return !moment || (moments[moment](issue) ?? 0) > Number(from ?? 0)
}

export const seenSince = (place: Place, from: number) => place.inspectedAt !== null && place.inspectedAt > from
export const begunSince = (inspection: Inspection, from: number) => inspection.checkIn !== null && inspection.checkIn.at > from

export const rowKinds = ['issue', 'inspection', 'place', 'shortage', 'shift', 'zone'] as const
export type RowKind = (typeof rowKinds)[number]

/** The rows of a figure. `board` must be as it was at the moment `at` (epoch ms). */
export function rowsBehind(board: Reader, kind: RowKind, filter: IssueFilter, at: number, { rules }: Pick<Facts, 'rules'>): AnyRecord[] {
  const from = Number(filter.from ?? 0)
  const rows: Readonly<Record<RowKind, () => AnyRecord[]>> = {
    issue: () => [...board.all('issue')].filter(one => fits(one, filter, at)),
    inspection: () => [...sinceDay(board, 'inspection', 'begun', from)].filter(one => begunSince(one, from)),
    place: () => [...board.all('place')].filter(one => seenSince(one, from)),
    shortage: () => [...board.by('shortage', 'state', 'open')],
    shift: () => notOver(board, at).filter(one => isGap(one, at, rules.duty)),
    zone: () => [...board.all('zone')].filter(one => inForce(one, at)),
  }
  return rows[kind]()
}
