import type { Draft } from '../core/board.ts'
import type { Delivery } from '../records.ts'
import * as v from 'valibot'
import { known, MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Count, Id, NewId, Note, Tally, words } from '../core/fields.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { clip, line } from '../core/text.ts'
import { adjustShortage, enter, stillWanted, toSpare } from './ledger.ts'

const senders = ['coordinator', 'officer', 'unit', 'admin'] as const
const receivers = ['coordinator', 'inspector', 'officer', 'unit', 'admin'] as const

/** Allocates supplies from a store (调拨) to a shortage or to another place. Rejects with `already_met`, `more_than_needed`, `not_in_stock`. */
export const allocateSupplies = command({
  args: v.strictObject({ delivery: NewId, shortage: MaybeId, supply: Id, quantity: Count, store: Id, target: MaybeId, note: v.optional(Note, '') }),
  roles: senders,
  tells: { delivery: [], shortage: [] },
  run(draft, { delivery: id, shortage: wanted, supply, quantity, store: from, target: to, note }, { actor, now, facts }) {
    if (draft.get('delivery', id)) reject('exists')
    known(facts.supplies, supply)
    const store = draft.need('place', from)
    const shortage = wanted ? draft.need('shortage', wanted) : undefined
    if (shortage && (shortage.state !== 'open' || stillWanted(shortage, facts) <= 0)) reject('already_met')
    if (shortage && quantity > stillWanted(shortage, facts)) reject('more_than_needed', String(stillWanted(shortage, facts)))
    const target = draft.need('place', shortage?.place ?? to ?? '')
    if (target.id === from) reject('invalid', 'target')
    if (quantity > toSpare(draft, from, supply)) reject('not_in_stock', String(toSpare(draft, from, supply)))
    if (shortage) draft.put('shortage', { ...shortage, supply, allocated: shortage.allocated + quantity })
    draft.put('delivery', {
      id,
      shortage: wanted,
      supply,
      quantity,
      from,
      fromTownship: store.township,
      to: target.id,
      township: target.township,
      state: 'allocated',
      driver: '',
      load: clip(line(note), 200),
      received: null,
      signedBy: '',
      proof: [],
      explained: '',
      allocatedBy: actor.id,
      allocatedAt: now,
      dispatchedAt: null,
      receivedAt: null,
      cancelledAt: null,
    })
  },
})

function inState(draft: Draft, id: string, state: Delivery['state']): Delivery {
  const delivery = draft.need('delivery', id)
  if (delivery.state !== state) reject('illegal_delivery')
  return delivery
}

/** Sends an allocated delivery. Its goods leave the store's stock. */
export const dispatchDelivery = command({
  args: v.strictObject({ delivery: Id, driver: v.pipe(words(40), v.minLength(1)), load: v.optional(words(200), '') }),
  roles: senders,
  tells: { delivery: [] },
  run(draft, { delivery: id, driver, load }, { actor, now }) {
    const delivery = inState(draft, id, 'allocated')
    enter(draft, draft.need('place', delivery.from), { id: joinedId('~', id, 'out'), supply: delivery.supply, change: -delivery.quantity, why: 'sent', delivery: id, reason: '', by: actor.id, at: now })
    draft.put('delivery', { ...delivery, state: 'onTheWay', driver, load, dispatchedAt: now })
  },
})

/** Signs for a delivery (签收) with the quantity that was counted. If less arrived than was sent, the difference must be explained. */
export const receiveDelivery = command({
  args: v.strictObject({ delivery: Id, received: Tally, signedBy: v.pipe(words(40), v.minLength(1)), proof: v.optional(v.pipe(v.array(Id), v.maxLength(9)), []) }),
  roles: receivers,
  tells: { delivery: [], shortage: [] },
  run(draft, { delivery: id, received, signedBy, proof }, { actor, now }) {
    const delivery = inState(draft, id, 'onTheWay')
    if (received > delivery.quantity) reject('more_than_needed', String(delivery.quantity))
    if (received) enter(draft, draft.need('place', delivery.to), { id: joinedId('~', id, 'in'), supply: delivery.supply, change: received, why: 'arrived', delivery: id, reason: '', by: actor.id, at: now })
    if (delivery.shortage) adjustShortage(draft, delivery.shortage, received, received - delivery.quantity, now)
    draft.put('delivery', { ...delivery, state: 'received', received, signedBy, proof, receivedAt: now })
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
