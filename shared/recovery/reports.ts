import type { Facts } from '../core/county.ts'
import type { Reopening, SelfReport } from '../records.ts'
import { dayNumber, endOfDay, instant, numberOfDay } from '../core/calendar.ts'
import { joinedId } from '../core/joined-id.ts'
import { statusOf } from './steps.ts'

/** The daily reports of places in operation. Days are those of the county's calendar, moments epoch ms. */

type Counted = Pick<Facts, 'rules' | 'timeZone'>
type Reporting = Pick<Reopening, 'step' | 'since' | 'lastReport'>

export const selfReportId = (place: string, day: string): string => joinedId('_', place, day)

/**
 * When a place begins to count as missing: the start of the day before which as many whole days passed without a report as the county
 * sets, since its last one or since it is in operation. Null for a place that is not in operation: it owes none.
 */
export function missingFrom(reopening: Reporting, { rules, timeZone }: Counted): number | null {
  if (statusOf(reopening) !== 'running') return null
  const since = dayNumber(reopening.since, timeZone) - 1
  const last = reopening.lastReport === null ? since : Math.max(since, numberOfDay(reopening.lastReport))
  return instant(last + rules.reportMissingDays + 1, 0, timeZone)
}

export function isMissing(reopening: Reporting, counted: Counted, now: number): boolean {
  const from = missingFrom(reopening, counted)
  return from !== null && from <= now
}

/** With the end of its day. */
export const selfReportSettledAt = ({ day }: SelfReport): number => endOfDay(day)
