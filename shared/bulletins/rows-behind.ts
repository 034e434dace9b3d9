import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { AnyRecord, Inspection, Issue, Place, Shift, Shortage } from '../records.ts'
import { isGap } from '../duty/duty.ts'
import { followed, overdue, wasLate } from '../issues/steps.ts'
import { inForce } from '../zones/in-force.ts'

/** Which rows a figure stands for. The same words are the filters in a page's address, so a figure is a link. */

const happenings = ['found', 'closed', 'relapsed'] as const
type Happening = (typeof happenings)[number]

/** As in the address: every value is text; what is absent does not filter. */
export interface IssueFilter {
  /** Absent: what is followed. `all`, or states joined by commas. */
  readonly state?: string
  readonly township?: string
  readonly aspect?: string
  readonly severity?: string
  /** A unit's id, or `none`. */
  readonly unit?: string
  /** `ever`: overdue, or put right too late. Anything else: overdue. */
  readonly late?: string
  /** What happened to it after `from` (epoch ms). */
  readonly when?: string
  readonly from?: string
}

const moments: Readonly<Record<Happening, (issue: Issue) => number | null>> = {
  found: issue => issue.foundAt,
  closed: issue => issue.state === 'closed' ? issue.since : null,
  relapsed: issue => issue.relapsedAt,
}

/** Whether an issue is one of the rows at that moment (epoch ms). */
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
export const isOpen = (shortage: Shortage) => shortage.state === 'open'

export const rowKinds = ['issue', 'inspection', 'place', 'shortage', 'shift', 'zone'] as const
export type RowKind = (typeof rowKinds)[number]

/** The rows of a figure on a board as it stood at a moment (epoch ms). */
export function rowsBehind(board: Reader, kind: RowKind, filter: IssueFilter, at: number, { rules }: Pick<Facts, 'rules'>): AnyRecord[] {
  const from = Number(filter.from ?? 0)
  const rows: Readonly<Record<RowKind, () => AnyRecord[]>> = {
    issue: () => [...board.all('issue')].filter(one => fits(one, filter, at)),
    inspection: () => [...board.all('inspection')].filter(one => begunSince(one, from)),
    place: () => [...board.all('place')].filter(one => seenSince(one, from)),
    shortage: () => [...board.all('shortage')].filter(isOpen),
    shift: () => [...board.all('shift')].filter((one: Shift) => isGap(one, at, rules.duty)),
    zone: () => [...board.all('zone')].filter(one => inForce(one, at)),
  }
  return rows[kind]()
}
