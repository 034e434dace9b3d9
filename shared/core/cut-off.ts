import type { Reader } from './board.ts'
import type { Facts } from './county.ts'
import { dayAfter, dayBefore, dayOf, instant, numberOfDay } from './calendar.ts'

type Clock = Pick<Facts, 'rules' | 'timeZone'>

/** The cut-off of a day (epoch ms): its figures freeze then, and its reports are due. */
export function reportsDue(day: string, { rules, timeZone }: Pick<Facts, 'rules' | 'timeZone'>): number {
  const [hours = 0, minutes = 0] = rules.dayEndsAt.split(':').map(Number)
  return instant(numberOfDay(day), hours * 60 + minutes, timeZone)
}

/** The time that a day's figures cover (epoch ms): after `from`, up to and including `until`. */
export interface DaySpan { readonly day: string, readonly from: number, readonly until: number }

export const spanOf = (day: string, clock: Clock): DaySpan => ({ day, from: reportsDue(dayBefore(day), clock), until: reportsDue(day, clock) })

/** The day span at a moment (epoch ms). The moment of the cut-off belongs to the day that it ends. */
export function spanAt(at: number, clock: Clock): DaySpan {
  const today = dayOf(at, clock.timeZone)
  return spanOf(at <= reportsDue(today, clock) ? today : dayAfter(today), clock)
}

/** The days that are over at `now` (epoch ms) and have no bulletin yet, oldest first. Days before the incident was opened on this board have no figures and are left out. */
export function unfrozen(board: Reader, now: number, clock: Clock): DaySpan[] {
  const incident = board.get('incident', 'incident')
  if (!incident) return []
  const begun = Math.max(incident.startedAt, incident.openedAt)
  const days: DaySpan[] = []
  let span = spanOf(dayBefore(spanAt(now, clock).day), clock)
  // A day is over at the very moment of its cut-off.
  if (spanAt(now, clock).until === now) span = spanAt(now, clock)
  while (span.until > begun && !board.get('bulletin', span.day)) {
    days.unshift(span)
    span = spanOf(dayBefore(span.day), clock)
  }
  return days
}
