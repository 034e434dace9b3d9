import type { Reader } from './board.ts'
import type { Facts } from './county.ts'
import { dayBefore, dayOf } from './day.ts'
import { reportsDue } from './planning.ts'

type Clock = Pick<Facts, 'rules' | 'timeZone'>

/** The span of a day's figures, epoch ms: what happened after `from`, up to and including `until`. */
export interface Span { readonly day: string, readonly from: number, readonly until: number }

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

export const spanOf = (day: string, clock: Clock): Span => ({ day, from: reportsDue(dayBefore(day), clock), until: reportsDue(day, clock) })

/** The span that holds a moment: the moment of the cut-off is still of its own day. */
export function spanAt(at: number, clock: Clock): Span {
  const today = dayOf(at, clock.timeZone)
  return spanOf(at <= reportsDue(today, clock) ? today : dayAfter(today), clock)
}

/** Days that are over (at `now`) and have no bulletin yet, the oldest first; none before the incident. */
export function unfrozen(board: Reader, now: number, clock: Clock): Span[] {
  const incident = board.get('incident', 'incident')
  if (!incident) return []
  const days: Span[] = []
  let span = spanOf(dayBefore(spanAt(now, clock).day), clock)
  // At the very moment of the cut-off its day is over.
  if (spanAt(now, clock).until === now) span = spanAt(now, clock)
  while (span.until > incident.startedAt && !board.get('bulletin', span.day)) {
    days.unshift(span)
    span = spanOf(dayBefore(span.day), clock)
  }
  return days
}
