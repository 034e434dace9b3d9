import type { Draft } from '../core/board.ts'
import type { Transfer } from '../records.ts'
import { reject } from '../core/rejection.ts'

const minute = 60_000

/** 粤G·D1234 as 粤GD1234: a vehicle has one form. */
export const plateOf = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s·•.\-]/g, '')

/** The same as people read it. */
export const plateText = (vehicle: string): string => vehicle.replace(/^(\p{Script=Han}[A-Z])(?=[A-Z\d]{4})/u, '$1·')

/** When a transfer is late (epoch ms): not off, or not there, so many minutes after the plan. Null once it has arrived or was cancelled. */
export function lateAfter({ state, departBy, arriveBy }: Transfer, { lateMinutes }: { readonly lateMinutes: number }): number | null {
  if (state === 'planned') return departBy + lateMinutes * minute
  return state === 'underWay' ? arriveBy + lateMinutes * minute : null
}

export function isLateTransfer(one: Transfer, now: number, norms: { readonly lateMinutes: number }): boolean {
  const after = lateAfter(one, norms)
  return after !== null && after < now
}

export interface Span { readonly from: number, readonly to: number }

/** The time in which a vehicle makes a trip, as it was or else as planned. One under way is not back before it has arrived. */
export function spanOf({ state, departBy, arriveBy, departedAt, arrivedAt }: Transfer, now: number): Span {
  const from = departedAt ?? departBy
  if (state === 'underWay') return { from, to: Math.max(arriveBy, now, from + 1) }
  return { from, to: Math.max(arrivedAt ?? arriveBy, from + 1) }
}

const others = (draft: Draft, { id, vehicle }: Transfer): readonly Transfer[] => [...draft.by('transfer', 'vehicle', vehicle)].filter(one => one.id !== id)
const meet = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** Rejects with `vehicle_busy`, the number of the other transfer as detail, if the vehicle has another trip in the same time. */
export function planFree(draft: Draft, one: Transfer, now: number): void {
  const span = spanOf(one, now)
  const other = others(draft, one).find(trip => meet(span, spanOf(trip, now)))
  if (other) reject('vehicle_busy', String(other.no))
}

/**
 * The same for what has happened: a trip that was made is never refused for one that is only planned, which is then late. A vehicle that is
 * under way elsewhere, whatever its plan, has not come back.
 */
export function roadFree(draft: Draft, one: Transfer, now: number): void {
  const made = { from: one.departedAt ?? now, to: one.arrivedAt ?? Infinity }
  const other = others(draft, one).find(({ state, departedAt, arrivedAt }) => state !== 'planned' && departedAt !== null && meet({ from: departedAt, to: arrivedAt ?? Infinity }, made))
  if (other) reject('vehicle_busy', String(other.no))
}

/** Rejects with `not_disinfected`, the number of the trip as detail, if the vehicle has not been disinfected since a trip that ended before. */
export function clean(draft: Draft, one: Transfer, at: number): void {
  const other = others(draft, one).find(({ arrivedAt, disinfectedAt }) => arrivedAt !== null && arrivedAt <= at && disinfectedAt === null)
  if (other) reject('not_disinfected', String(other.no))
}
