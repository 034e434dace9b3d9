import type { DutyRules, Facts } from '../core/county.ts'
import type { Code } from '../core/rejection.ts'
import type { Shift } from '../records.ts'
import { dayNumber, instant } from '../core/calendar.ts'
import { metres } from '../core/distance.ts'

/** Protects people from exhaustion: their load, from the shifts they hold. Pure; times are epoch ms. */

const hour = 3_600_000
const day = 24 * hour
type Spell = Pick<Shift, 'id' | 'startsAt' | 'endsAt' | 'lng' | 'lat'>
/** The county's settings that the limits need. */
export type Clock = Pick<Facts, 'rules' | 'timeZone'>

export const holds = (shift: Pick<Shift, 'claimedBy'>, person: string): boolean => shift.claimedBy.includes(person)
const byStart = (a: Spell, b: Spell) => a.startsAt - b.startsAt
const overlap = (a: number, b: number, c: number, d: number) => Math.max(0, Math.min(b, d) - Math.max(a, c))

/** The day on whose evening this night shift's night begins; null for a day shift. */
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

/** How many days in a row there are around or before `at`; days are given by number. */
function run(days: ReadonlySet<number>, at: number, ahead: boolean): number {
  if (!days.has(at)) return 0
  let [first, last] = [at, at]
  while (days.has(first - 1)) first--
  if (ahead) {
    while (days.has(last + 1)) last++
  }
  return last - first + 1
}

/** The most hours on duty in any 24 that touch this shift. */
function hoursAround(one: Spell, all: readonly Spell[]): number {
  const starts = all.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt - day]).filter(at => at < one.endsAt && at + day > one.startsAt)
  return Math.max(...starts.map(at => all.reduce((sum, other) => sum + overlap(other.startsAt, other.endsAt, at, at + day), 0))) / hour
}

/** Too close in time to travel from one post to the other. */
function clash(a: Spell, b: Spell, { travel }: DutyRules): boolean {
  const [first, second] = a.startsAt <= b.startsAt ? [a, b] : [b, a]
  return second.startsAt < first.endsAt || second.startsAt < first.endsAt + metres(a, b) / 1000 / travel * hour
}

/** How far apart (ms) shifts begin that may touch a limit together: the longest row of days. */
export const reachOf = ({ daysInRow }: Pick<DutyRules, 'daysInRow'>): number => (daysInRow + 2) * day

/**
 * Why somebody with these other shifts must not take this one, and the shift in the way; null if nothing speaks against it.
 * Only what this one adds is judged: earlier overrides stay.
 */
export function tiredness(one: Spell, held: readonly Spell[], clock: Clock): { readonly code: Code, readonly detail?: string } | null {
  const { duty } = clock.rules
  // Nobody travels for two days, nor do hours or rest count further than that.
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
  /** On duty in the 24 hours before. */
  readonly hours: number
  /** Since the last shift ended; null when there was none, 0 while on duty. */
  readonly rest: number | null
  readonly nights: number
  /** Days in a row with a shift, up to this one. */
  readonly days: number
  /** Limits that are reached or near; `days` from the day the county warns. */
  readonly warnings: readonly (typeof strains)[number][]
}

/** Somebody's load at that instant, counting a shift that starts then. */
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
