import type { Draft } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Transfer } from '../records.ts'
import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Id, Instant, lineOf, NewId } from '../core/fields.ts'
import { impersonal } from '../core/impersonal.ts'
import { reject } from '../core/rejection.ts'
import { Phone, plate, Seats, Spot } from './entered.ts'
import { planners } from './rooms.ts'
import { planFree, plateOf } from './transfers.ts'

const planned = { vehicle: v.pipe(v.string(), v.maxLength(20)), phone: Phone, seats: Seats, heads: Seats, departBy: Instant, arriveBy: Instant }

/** Rejects with `plate_number`, `over_seats`, `ends_before_start`, `vehicle_busy` if the plan cannot be. */
function checked(draft: Draft, one: Transfer, now: number): Transfer {
  const vehicle = plateOf(one.vehicle)
  if (!plate.test(vehicle)) reject('plate_number')
  if (one.heads > one.seats) reject('over_seats', String(one.seats))
  if (one.arriveBy <= one.departBy) reject('ends_before_start')
  const plan = { ...one, vehicle }
  planFree(draft, plan, now)
  return plan
}

/** The township that people come from: that of the place, or the one that was named. */
function townshipOf(draft: Draft, from: Transfer['from'], facts: Facts): string | null {
  if (from.place) return draft.need('place', from.place).township
  if (from.township) known(facts.townships, from.township)
  return from.township
}

/** Plans a trip. Rejects with `over_seats`, `vehicle_busy`, `ends_before_start`, `plate_number`, `personal_data`, `retired`. */
export const planTransfer = command({
  args: v.strictObject({ transfer: NewId, ...planned, from: Spot, target: Id }),
  roles: planners,
  tells: { transfer: [] },
  run(draft, { transfer: id, from: given, target, ...args }, { actor, now, facts }) {
    if (draft.get('transfer', id)) reject('exists')
    const from = { place: given.place ?? null, township: given.township ?? null, text: given.text }
    impersonal(from.text)
    const place = draft.need('place', target)
    if (place.retired) reject('retired')
    // A device does not see the counter, so its number is provisional until the server answers.
    const no = (draft.get('counter', 'transfer')?.value ?? 0) + 1
    draft.put('counter', { id: 'transfer', value: no })
    const fromTownship = townshipOf(draft, from, facts)
    const none = { departedAt: null, arrivedAt: null, handedOver: null, takenOver: null, disinfectedAt: null, disinfectedBy: null, reason: '', cancelledAt: null, batch: null }
    draft.put('transfer', checked(draft, { id, no, ...args, from, fromTownship, target, township: place.township, unit: place.unit, ...none, state: 'planned', by: actor.id, at: now }, now))
  },
})

/** Changes the plan of a trip that has not arrived; of one under way only its phone and when it should arrive. Rejects as `planTransfer`, and with `illegal_step`. */
export const changeTransfer = command({
  args: v.strictObject({ transfer: Id, ...planned }),
  roles: planners,
  tells: { transfer: [] },
  run(draft, { transfer: id, ...args }, { now }) {
    const trip = draft.need('transfer', id)
    if (trip.state !== 'planned' && trip.state !== 'underWay') reject('illegal_step')
    const set = trip.state === 'planned' ? args : { phone: args.phone, arriveBy: args.arriveBy }
    draft.put('transfer', checked(draft, { ...trip, ...set }, now))
  },
})

/** Cancels a trip that has not begun. Rejects with `needs_reason`, `illegal_step`, `personal_data`. */
export const cancelTransfer = command({
  args: v.strictObject({ transfer: Id, reason: lineOf(120) }),
  roles: planners,
  tells: { transfer: ['reason'] },
  run(draft, { transfer: id, reason }, { now }) {
    const trip = draft.need('transfer', id)
    if (trip.state !== 'planned') reject('illegal_step')
    if (!reason) reject('needs_reason')
    impersonal(reason)
    draft.put('transfer', { ...trip, state: 'cancelled', reason, cancelledAt: now })
  },
})

/** Takes a cancellation back. Rejects with `vehicle_busy` if the vehicle has another trip by now. */
export const restoreTransfer = command({
  args: v.strictObject({ transfer: Id }),
  roles: planners,
  tells: { transfer: [] },
  run(draft, { transfer: id }, { now }) {
    const trip = draft.need('transfer', id)
    if (trip.state !== 'cancelled') reject('illegal_step')
    draft.put('transfer', checked(draft, { ...trip, state: 'planned', reason: '', cancelledAt: null }, now))
  },
})
