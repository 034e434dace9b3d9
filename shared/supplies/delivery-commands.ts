import * as v from 'valibot'
import { MaybeId, MaybeInstant } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Count, Id, lineOf, NewId, Note, Tally } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { clip, line } from '../core/text.ts'
import { allocate, arrive, depart, Driver, inState, Proof, receivers, senders, Signer } from './delivery.ts'
import { adjustShortage } from './ledger.ts'

/** Allocates supplies from a store (调拨) to a shortage or to another place. Rejects with `already_met`, `more_than_needed`, `not_in_stock`. */
export const allocateSupplies = command({
  args: v.strictObject({ delivery: NewId, shortage: MaybeId, supply: Id, quantity: Count, store: Id, target: MaybeId, dueAt: MaybeInstant, note: v.optional(Note, '') }),
  roles: senders,
  tells: { delivery: [], shortage: [] },
  run(draft, { delivery, note, ...args }, context) {
    if (draft.get('delivery', delivery)) reject('exists')
    allocate(draft, { ...args, id: delivery, load: clip(line(note), 200), note: null }, context)
  },
})

/** Sends an allocated delivery. Its goods leave the store's stock. */
export const dispatchDelivery = command({
  args: v.strictObject({ delivery: Id, driver: Driver, load: v.optional(lineOf(200), ''), dueAt: MaybeInstant }),
  roles: senders,
  tells: { delivery: [] },
  run(draft, { delivery: id, driver, load, dueAt }, context) {
    const delivery = inState(draft, id, 'allocated')
    depart(draft, { ...delivery, driver, load, dueAt: dueAt ?? delivery.dueAt }, context)
  },
})

/** Signs for a delivery (签收) with the quantity that was counted. If less arrived than was sent, the difference must be explained. */
export const receiveDelivery = command({
  args: v.strictObject({ delivery: Id, received: Tally, signedBy: Signer, proof: Proof }),
  roles: receivers,
  tells: { delivery: [], shortage: [] },
  run(draft, { delivery, received, ...signed }, context) {
    arrive(draft, inState(draft, delivery, 'onTheWay'), received, signed, context)
  },
})

/** Cancels a delivery that has not left. Its goods are free to allocate again. */
export const cancelDelivery = command({
  args: v.strictObject({ delivery: Id, reason: v.optional(Note, '') }),
  roles: senders,
  tells: { delivery: ['reason'], shortage: ['reason'] },
  run(draft, { delivery: id }, { now }) {
    const delivery = inState(draft, id, 'allocated')
    if (delivery.shortage) adjustShortage(draft, delivery.shortage, 0, -delivery.quantity, now)
    draft.put('delivery', { ...delivery, state: 'cancelled', cancelledAt: now })
  },
})

/** Explains why less arrived than was sent: broken on the way, counted wrongly, found later. */
export const explainDifference = command({
  args: v.strictObject({ delivery: Id, reason: v.pipe(Note, v.minLength(1)) }),
  roles: senders,
  tells: { delivery: ['reason'] },
  run(draft, { delivery: id, reason }) {
    const delivery = inState(draft, id, 'received')
    if (delivery.received === delivery.quantity) reject('exists')
    draft.put('delivery', { ...delivery, explained: reason })
  },
})
