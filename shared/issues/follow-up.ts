import type { Facts } from '../core/county.ts'
import type { Issue } from '../records.ts'
import { dayOf } from '../core/calendar.ts'

/** What must be followed every day (持续跟进): a deferred issue has its next date and a note of each day. */

/** True for a deferred issue without a note today (by the county's calendar). On the day it is deferred the reason is its note. */
export function unnoted(issue: Issue, now: number, { timeZone }: Pick<Facts, 'timeZone'>): boolean {
  return issue.state === 'deferred' && dayOf(Math.max(issue.since, issue.notedAt ?? 0), timeZone) < dayOf(now, timeZone)
}
