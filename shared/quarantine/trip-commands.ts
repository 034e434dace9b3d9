import * as v from 'valibot'
import { command } from '../core/command.ts'
import { Id, Instant } from '../core/fields.ts'
import { impersonal } from '../core/impersonal.ts'
import { reject } from '../core/rejection.ts'
import { Post, Seats } from './entered.ts'
import { keepers } from './rooms.ts'
import { clean, planFree, roadFree } from './transfers.ts'

/**
 * Notes that the people were handed over and the vehicle left. `at` is the device's time (epoch ms). Rejects with `over_seats`, with `vehicle_busy`
 * while the vehicle is elsewhere, `not_disinfected` after its trip before, `illegal_step`, `personal_data`.
 */
export const departTransfer = command({
  args: v.strictObject({ transfer: Id, at: Instant, heads: Seats, post: Post }),
  roles: keepers,
  tells: { transfer: ['heads'] },
  run(draft, { transfer: id, at, heads: aboard, post: who }, { actor, now }) {
    const trip = draft.need('transfer', id)
    if (trip.state !== 'planned') reject('illegal_step')
    impersonal(who)
    if (aboard > trip.seats) reject('over_seats', String(trip.seats))
    const departedAt = Math.min(at, now)
    const off = { ...trip, state: 'underWay' as const, heads: aboard, departedAt, handedOver: { by: actor.id, at: departedAt, post: who } }
    roadFree(draft, off, now)
    clean(draft, off, departedAt)
    draft.put('transfer', off)
  },
})

/** Notes that the vehicle arrived and the people were taken over. Rejects with `ends_before_start`, `vehicle_busy`, `illegal_step`, `personal_data`. */
export const arriveTransfer = command({
  args: v.strictObject({ transfer: Id, at: Instant, post: Post }),
  roles: keepers,
  tells: { transfer: [] },
  run(draft, { transfer: id, at, post: who }, { actor, now }) {
    const trip = draft.need('transfer', id)
    if (trip.state !== 'underWay' || trip.departedAt === null) reject('illegal_step')
    impersonal(who)
    const arrivedAt = Math.min(at, now)
    if (arrivedAt < trip.departedAt) reject('ends_before_start')
    const there = { ...trip, state: 'arrived' as const, arrivedAt, takenOver: { by: actor.id, at: arrivedAt, post: who } }
    roadFree(draft, there, now)
    draft.put('transfer', there)
  },
})

/** Notes that the vehicle was disinfected after the trip. Rejects with `ends_before_start` for a time before the arrival, `illegal_step`. */
export const disinfectTransfer = command({
  args: v.strictObject({ transfer: Id, at: Instant }),
  roles: keepers,
  tells: { transfer: [] },
  run(draft, { transfer: id, at }, { actor, now }) {
    const trip = draft.need('transfer', id)
    if (trip.state !== 'arrived' || trip.disinfectedAt !== null) reject('illegal_step')
    const disinfectedAt = Math.min(at, now)
    if (trip.arrivedAt !== null && disinfectedAt < trip.arrivedAt) reject('ends_before_start')
    draft.put('transfer', { ...trip, disinfectedAt, disinfectedBy: actor.id })
  },
})

/**
 * Takes the last step of a trip back; `step` is the one that is meant. Rejects with `illegal_step` if it is not the last, `batch_in_use` once its
 * people are a batch, and `vehicle_busy` if the vehicle has another trip in that time by now.
 */
export const backTransfer = command({
  args: v.strictObject({ transfer: Id, step: v.picklist(['depart', 'arrive', 'disinfect']) }),
  roles: keepers,
  tells: { transfer: [] },
  run(draft, { transfer: id, step }, { now }) {
    const trip = draft.need('transfer', id)
    const last = trip.disinfectedAt !== null ? 'disinfect' : trip.state === 'arrived' ? 'arrive' : trip.state === 'underWay' ? 'depart' : null
    if (step !== last) reject('illegal_step')
    if (step === 'disinfect') return draft.put('transfer', { ...trip, disinfectedAt: null, disinfectedBy: null })
    if (trip.batch) reject('batch_in_use')
    if (step === 'arrive') {
      const onRoad = { ...trip, state: 'underWay' as const, arrivedAt: null, takenOver: null }
      roadFree(draft, onRoad, now)
      return draft.put('transfer', onRoad)
    }
    const back = { ...trip, state: 'planned' as const, departedAt: null, handedOver: null }
    planFree(draft, back, now)
    draft.put('transfer', back)
  },
})
