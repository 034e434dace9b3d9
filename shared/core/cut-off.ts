import type { Reader } from './board.ts'
import type { Facts } from './county.ts'
import { dayAfter, dayBefore, dayOf, instant, numberOfDay } from './calendar.ts'

type Clock = Pick<Facts, 'rules' | 'timeZone'>

/** The instant at which a day's reports are due, epoch ms. */
export function reportsDue(day: string, { rules, timeZone }: Pick<Facts, 'rules' | 'timeZone'>): number {
  const [hours = 0, minutes = 0] = rules.dayEndsAt.split(':').map(Number)
  return instant(numberOfDay(day), hours * 60 + minutes, timeZone)
}

/** The span of a day's figures, epoch ms: what happened after `from`, up to and including `until`. */
export interface DaySpan { readonly day: string, readonly from: number, readonly until: number }

export const spanOf = (day: string, clock: Clock): DaySpan => ({ day, from: reportsDue(dayBefore(day), clock), until: reportsDue(day, clock) })

/** The span that holds a moment: the moment of the cut-off is still of its own day. */
export function spanAt(at: number, clock: Clock): DaySpan {
  const today = dayOf(at, clock.timeZone)
  return spanOf(at <= reportsDue(today, clock) ? today : dayAfter(today), clock)
}

/** Days that are over (at `now`) and have no bulletin yet, the oldest first; none before the incident. */
export function unfrozen(board: Reader, now: number, clock: Clock): DaySpan[] {
  const incident = board.get('incident', 'incident')
  if (!incident) return []
  const days: DaySpan[] = []
  let span = spanOf(dayBefore(spanAt(now, clock).day), clock)
  // At the very moment of the cut-off its day is over.
  if (spanAt(now, clock).until === now) span = spanAt(now, clock)
  while (span.until > incident.startedAt && !board.get('bulletin', span.day)) {
    days.unshift(span)
    span = spanOf(dayBefore(span.day), clock)
  }
  return days
}
