import type { Actor } from '../core/actor.ts'
import type { Shift } from '../records.ts'
import { planners } from '../core/actor.ts'
import { inDoubt } from './duty.ts'

/** Hours of voluntary service, counted from check-ins and never from sign-ups. Times are epoch ms. */

/** `open`: without a check-out, so it counts until the shift's end. `unconfirmed`: a check-in in doubt that no leader has confirmed, so it does not count. */
export interface Served { readonly shift: Pick<Shift, 'id' | 'title'>, readonly from: number, readonly to: number, readonly minutes: number, readonly how: 'code' | 'position' | 'leader', readonly open: boolean, readonly unconfirmed: boolean }

/** A person's service on one shift by `now`, within the hours of the shift; null if they never checked in or are still there. */
function servedOn(shift: Shift, person: string, now: number): Served | null {
  const { in: arrival, out } = shift.presence[person] ?? {}
  if (!arrival || (!out && now < shift.endsAt)) return null
  const from = Math.max(arrival.at, shift.startsAt)
  const to = Math.max(from, Math.min(out?.at ?? shift.endsAt, shift.endsAt))
  const unconfirmed = inDoubt(arrival)
  return { shift: { id: shift.id, title: shift.title }, from, to, minutes: unconfirmed ? 0 : Math.floor((to - from) / 60_000), how: arrival.how, open: !out, unconfirmed }
}

/** True if the reader may see this person's certificate: people see their own, planners see all. A planner's figures come from the shifts they see. */
export const mayCertify = (reader: Actor, person: string): boolean => reader.id === person || planners.includes(reader.role)

/** What was served, oldest first, with its sum in minutes. */
export interface Service { readonly served: readonly Served[], readonly minutes: number }

export const sumOf = (served: readonly Served[]): Service =>
  ({ served: [...served].sort((a, b) => a.from - b.from), minutes: served.reduce((sum, one) => sum + one.minutes, 0) })

/** How many shifts each person served on, and how many minutes, by `now`. */
export interface ServiceTotal { readonly person: string, readonly shifts: number, readonly minutes: number }

export function serviceTotals(shifts: Iterable<Shift>, now: number): ServiceTotal[] {
  const totals = new Map<string, ServiceTotal>()
  for (const shift of shifts) {
    for (const person of Object.keys(shift.presence)) {
      const served = servedOn(shift, person, now)
      const before = totals.get(person) ?? { person, shifts: 0, minutes: 0 }
      if (served) totals.set(person, { person, shifts: before.shifts + 1, minutes: before.minutes + served.minutes })
    }
  }
  return [...totals.values()]
}

/** All service of a person on these shifts by `now`. */
export const serviceOf = (person: string, shifts: Iterable<Shift>, now: number): Service =>
  sumOf([...shifts].flatMap(shift => servedOn(shift, person, now) ?? []))
