import type { Facts } from './county.ts'
import { dayNumber, instant, minuteOfDay } from './calendar.ts'

/** The county's quiet hours, in which nobody is disturbed unless it is urgent. Moments are epoch ms. */

/** The county's settings that the quiet hours need. */
interface Clock { readonly rules: Pick<Facts['rules'], 'quietHours'>, readonly timeZone: string }

export function isQuiet(at: number, { rules: { quietHours: [from, to] }, timeZone }: Clock): boolean {
  const hour = minuteOfDay(at, timeZone) / 60
  return from > to ? hour >= from || hour < to : hour >= from && hour < to
}

/** The next moment after `at` when the county's clock shows a full hour. */
function next(at: number, hour: number, timeZone: string): number {
  const today = dayNumber(at, timeZone)
  const moment = instant(today, hour * 60, timeZone)
  return moment > at ? moment : instant(today + 1, hour * 60, timeZone)
}

/** The moment when `span` ms have passed since `from`, not counting the quiet hours. */
export function afterAwake(from: number, span: number, clock: Clock): number {
  const [begins, ends] = clock.rules.quietHours
  if (begins === ends) return from + span
  const start = isQuiet(from, clock) ? next(from, ends, clock.timeZone) : from
  const night = next(start, begins, clock.timeZone)
  return start + span <= night ? start + span : afterAwake(night, span - (night - start), clock)
}
