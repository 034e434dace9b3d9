import type { Facts } from '../core/county.ts'
import type { Shift } from '../records.ts'
import { dayNumber, instant, minuteOfDay } from '../core/calendar.ts'

/** The shifts that a person can choose from, and their order. Times are epoch ms. */

export const periods = ['today', 'tonight', 'all'] as const
export type Period = (typeof periods)[number]
type Clock = Pick<Facts, 'rules' | 'timeZone'>

/** True if the shift begins before the end of the county's today, or overlaps tonight. Until the night ends in the morning, that is the current night. */
export function inSpan({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, span: Period, now: number, { rules, timeZone }: Clock): boolean {
  if (span === 'all') return true
  const today = dayNumber(now, timeZone)
  if (span === 'today') return startsAt < instant(today + 1, 0, timeZone)
  const [from, to] = rules.duty.night
  const evening = minuteOfDay(now, timeZone) < to * 60 ? today - 1 : today
  return startsAt < instant(evening + 1, to * 60, timeZone) && endsAt > instant(evening, from * 60, timeZone)
}

/** Distances are compared by ring; these are the outer edges in kilometres. */
const rings = [2, 5, 10, 20, 40]
const ring = (km: number | null): number => km === null ? 0 : rings.filter(edge => km > edge).length
const filled = ({ claimedBy, needed }: Pick<Shift, 'claimedBy' | 'needed'>): number => claimedBy.length / Math.max(needed, 1)

type Choice = Pick<Shift, 'id' | 'startsAt' | 'claimedBy' | 'needed'>
/** Sorts the nearer ring first; within a ring the emptier shift, then the earlier. `away` gives kilometres, null if unknown. */
export const byNearAndNeed = (away: (shift: Choice & Pick<Shift, 'lng' | 'lat'>) => number | null) =>
  (a: Choice & Pick<Shift, 'lng' | 'lat'>, b: Choice & Pick<Shift, 'lng' | 'lat'>): number =>
    ring(away(a)) - ring(away(b)) || filled(a) - filled(b) || a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)
