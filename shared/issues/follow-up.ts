import type { Facts } from '../core/county.ts'
import type { Issue } from '../records.ts'
import { dayOf } from '../core/calendar.ts'

/** What must be followed every day (持续跟进): a deferred issue has its next date and a note of each day. */

/** Deferred, and nobody has written today (by the county's calendar) how it stands. On the day it is deferred the reason is its note. */
export function unnoted(issue: Issue, now: number, { timeZone }: Pick<Facts, 'timeZone'>): boolean {
  return issue.state === 'deferred' && dayOf(Math.max(issue.since, issue.notedAt ?? 0), timeZone) < dayOf(now, timeZone)
}

/** Of one unit's issues: how many were ever closed, and how many of these came back (复发). */
export interface Relapses { readonly closed: number, readonly relapsed: number }

/** Relapses by unit (`none` holds what has no unit); the sums over units are those over all issues. */
export function relapsesByUnit(issues: Iterable<Issue>): ReadonlyMap<string, Relapses> {
  const units = new Map<string, Relapses>()
  for (const { unit, state, relapses } of issues) {
    const { closed, relapsed } = units.get(unit ?? 'none') ?? { closed: 0, relapsed: 0 }
    const ever = state === 'closed' || relapses > 0
    units.set(unit ?? 'none', { closed: closed + (ever ? 1 : 0), relapsed: relapsed + (relapses > 0 ? 1 : 0) })
  }
  return units
}
