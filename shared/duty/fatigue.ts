import type { Facts } from '../core/county.ts'
import type { Code } from '../core/rejection.ts'
import type { DutyRules } from '../core/rules.ts'
import type { Shift } from '../records.ts'
import { dayNumber, instant } from '../core/calendar.ts'
import { metres } from '../core/distance.ts'

/** Limits that protect people from exhaustion, computed from the shifts they hold. Times are epoch ms. */

const hour = 3_600_000
const day = 24 * hour
type Spell = Pick<Shift, 'id' | 'startsAt' | 'endsAt' | 'lng' | 'lat'>
/** The county's settings that the limits need. */
export type Clock = Pick<Facts, 'rules' | 'timeZone'>

export const holds = (shift: Pick<Shift, 'claimedBy'>, person: string): boolean => shift.claimedBy.includes(person)
const byStart = (a: Spell, b: Spell) => a.startsAt - b.startsAt
const overlap = (a: number, b: number, c: number, d: number) => Math.max(0, Math.min(b, d) - Math.max(a, c))

/** The number of the day on whose evening the night of this night shift begins; null for a day shift. */
function nightOf({ startsAt, endsAt }: Spell, { rules, timeZone }: Clock): number | null {
  const { night: [from, to], nightFrom } = rules.duty
  const first = dayNumber(startsAt, timeZone)
  for (let number = first - 1; number <= first + 1; number++) {
    const evening = instant(number, from * 60, timeZone)
    const morning = evening + ((to - from + 24) % 24) * hour
    if (overlap(startsAt, endsAt, evening, morning) >= nightFrom * hour) return number
  }
  return null
}

/** How many consecutive days up to `at` are in the set, with `ahead` also after it. Days are given by number. */
function run(days: ReadonlySet<number>, at: number, ahead: boolean): number {
  if (!days.has(at)) return 0
  let [first, last] = [at, at]
  while (days.has(first - 1)) first--
  if (ahead) {
    while (days.has(last + 1)) last++
  }
  return last - first + 1
}

/** The most hours on duty within any 24 hours that overlap this shift. */
function hoursAround(one: Spell, all: readonly Spell[]): number {
  const starts = all.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt - day]).filter(at => at < one.endsAt && at + day > one.startsAt)
  return Math.max(...starts.map(at => all.reduce((sum, other) => sum + overlap(other.startsAt, other.endsAt, at, at + day), 0))) / hour
}

/** True if the shifts overlap, or the gap is too short to travel from one post to the other. */
function clash(a: Spell, b: Spell, { travel }: DutyRules): boolean {
  const [first, second] = a.startsAt <= b.startsAt ? [a, b] : [b, a]
  return second.startsAt < first.endsAt || second.startsAt < first.endsAt + metres(a, b) / 1000 / travel * hour
}

/** Shifts that begin further apart than this (ms) cannot break a limit together. The limit on consecutive days looks furthest. */
export const reachOf = ({ daysInRow }: Pick<DutyRules, 'daysInRow'>): number => (daysInRow + 2) * day

/**
 * Why a person who holds these shifts must not take this one: `shift_clash` or `too_soon` with the id of the other shift,
 * `too_many_hours`, `too_many_nights` or `no_day_off` with the limit; null if they may. Other shifts are not judged, so a
 * place that was given by an override stays.
 */
export function tiredness(one: Spell, held: readonly Spell[], clock: Clock): { readonly code: Code, readonly detail?: string } | null {
  const { duty } = clock.rules
  // No journey, rest or 24 hours reaches further than two days.
  const close = held.filter(other => other.id !== one.id && other.endsAt > one.startsAt - 2 * day && other.startsAt < one.endsAt + 2 * day)
  const rival = close.find(other => clash(one, other, duty))
  if (rival) return { code: 'shift_clash', detail: rival.id }

  const before = close.filter(other => other.startsAt < one.startsAt).sort(byStart).at(-1)
  const after = close.filter(other => other.startsAt >= one.startsAt).sort(byStart)[0]
  for (const [other, gap] of [[before, one.startsAt - (before?.endsAt ?? 0)], [after, (after?.startsAt ?? 0) - one.endsAt]] as const) {
    if (other && gap >= duty.join * hour && gap < duty.rest * hour) return { code: 'too_soon', detail: other.id }
  }

  const reach = reachOf(duty)
  const all = [...held.filter(other => other.id !== one.id && Math.abs(other.startsAt - one.startsAt) < reach), one]
  if (hoursAround(one, [...close, one]) > duty.hoursIn24) return { code: 'too_many_hours', detail: String(duty.hoursIn24) }
  const night = nightOf(one, clock)
  if (night !== null) {
    const nights = new Set(all.map(shift => nightOf(shift, clock)).filter(number => number !== null))
    if (run(nights, night, true) > duty.nightsInRow) return { code: 'too_many_nights', detail: String(duty.nightsInRow) }
  }
  const days = new Set(all.map(shift => dayNumber(shift.startsAt, clock.timeZone)))
  if (run(days, dayNumber(one.startsAt, clock.timeZone), true) > duty.daysInRow) return { code: 'no_day_off', detail: String(duty.daysInRow) }
  return null
}

export const strains = ['hours', 'rest', 'nights', 'days'] as const
export interface Fatigue {
  /** Hours on duty in the 24 hours before. */
  readonly hours: number
  /** Hours since the last shift ended; 0 while on duty, null if there was no shift. */
  readonly rest: number | null
  /** Consecutive nights with a night shift. */
  readonly nights: number
  /** Consecutive days with a shift, up to this one. */
  readonly days: number
  /** The limits that are reached; `days` already from the county's `warnDays` on. */
  readonly warnings: readonly (typeof strains)[number][]
}

/** A person's load at an instant, counting a shift that starts then. */
export function fatigueOf(person: string, shifts: Iterable<Shift>, at: number, clock: Clock): Fatigue {
  const { duty } = clock.rules
  const all = [...shifts].filter(shift => holds(shift, person) && shift.startsAt <= at).sort(byStart)
  const past = all.filter(shift => shift.startsAt < at)
  const hours = past.reduce((sum, shift) => sum + overlap(shift.startsAt, shift.endsAt, at - day, at), 0) / hour
  const rest = past.length ? Math.max(0, at - Math.max(...past.map(shift => shift.endsAt))) / hour : null
  const today = dayNumber(at, clock.timeZone)
  const last = (days: ReadonlySet<number>) => run(days, days.has(today) ? today : today - 1, false)
  const nights = last(new Set(all.map(shift => nightOf(shift, clock)).filter(number => number !== null)))
  const days = last(new Set(all.map(shift => dayNumber(shift.startsAt, clock.timeZone))))
  const reached = { hours: hours >= duty.hoursIn24, rest: rest !== null && rest > 0 && rest < duty.rest, nights: nights >= duty.nightsInRow, days: days >= duty.warnDays }
  return { hours, rest, nights, days, warnings: strains.filter(strain => reached[strain]) }
}
