import type { Facts } from '../core/county.ts'
import type { Issue } from '../records.ts'
import { dayOf } from '../core/calendar.ts'

/**
 * True for a deferred issue (挂账) without a note today, by the county's calendar: deferred issues need one every day (持续跟进).
 * On the day of the deferral its reason counts as the note. `now` in epoch ms.
 */
export function unnoted(issue: Issue, now: number, { timeZone }: Pick<Facts, 'timeZone'>): boolean {
  return issue.state === 'deferred' && dayOf(Math.max(issue.since, issue.notedAt ?? 0), timeZone) < dayOf(now, timeZone)
}
