import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Delivery } from '../records.ts'
import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { Id, lineOf } from '../core/fields.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { adjustShortage, enter, stillWanted, toSpare } from './ledger.ts'

/** The steps of a delivery: allocated, on its way, received. A delivery sent alone and a line of a note take the same steps. */

export const senders = ['coordinator', 'officer', 'unit', 'admin'] as const
export const receivers = ['coordinator', 'inspector', 'officer', 'unit', 'admin'] as const
export const Driver = v.pipe(lineOf(40), v.minLength(1))
/** The post of the person who signs, never their name. */
export const Signer = v.pipe(lineOf(40), v.minLength(1))
export const Proof = v.optional(v.pipe(v.array(Id), v.maxLength(9)), [])

interface Order extends Pick<Delivery, 'id' | 'shortage' | 'supply' | 'quantity' | 'dueAt' | 'load' | 'note'> { readonly store: string, readonly target: string | null }

/** Rejects with `already_met`, `more_than_needed`, `not_in_stock`, and with `invalid` if a place would send to itself. */
export function allocate(draft: Draft, { store: from, target: to, ...order }: Order, { actor, now, facts }: Context): Delivery {
  const { supply, quantity } = order
  known(facts.supplies, supply)
  const store = draft.need('place', from)
  const shortage = order.shortage ? draft.need('shortage', order.shortage) : undefined
  if (shortage && (shortage.state !== 'open' || stillWanted(shortage, facts) <= 0)) reject('already_met')
  if (shortage && quantity > stillWanted(shortage, facts)) reject('more_than_needed', String(stillWanted(shortage, facts)))
  const target = draft.need('place', shortage?.place ?? to ?? '')
  if (target.id === from) reject('invalid', 'target')
  if (quantity > toSpare(draft, from, supply)) reject('not_in_stock', String(toSpare(draft, from, supply)))
  if (shortage) draft.put('shortage', { ...shortage, supply, allocated: shortage.allocated + quantity })
  const delivery: Delivery = {
    ...order,
    from,
    fromTownship: store.township,
    to: target.id,
    township: target.township,
    state: 'allocated',
    driver: '',
    received: null,
    signedBy: '',
    proof: [],
    explained: '',
    allocatedBy: actor.id,
    allocatedAt: now,
    dispatchedAt: null,
    receivedAt: null,
    cancelledAt: null,
  }
  draft.put('delivery', delivery)
  return delivery
}

/** Rejects with `illegal_delivery` if the delivery is at another step. */
export function inState(draft: Draft, id: string, state: Delivery['state']): Delivery {
  const delivery = draft.need('delivery', id)
  if (delivery.state !== state) reject('illegal_delivery')
  return delivery
}

/** The goods leave the store's stock. Rejects with `not_in_stock`. `paper` is the number of the paper note. */
export function depart(draft: Draft, delivery: Delivery, { actor, now }: Context, paper = ''): void {
  const { id, supply, quantity, note } = delivery
  const home = draft.need('place', delivery.from)
  enter(draft, home, { id: joinedId('~', id, 'out'), supply, change: -quantity, why: 'sent', delivery: id, note, paper, reason: '', by: actor.id, at: now })
  draft.put('delivery', { ...delivery, state: 'onTheWay', dispatchedAt: now })
}

/** The goods that were counted enter the receiver's stock. Rejects with `more_than_needed` for more than was sent. */
export function arrive(draft: Draft, delivery: Delivery, received: number, signed: Pick<Delivery, 'signedBy' | 'proof'>, { actor, now }: Context): void {
  const { id, supply, quantity, note } = delivery
  if (received > quantity) reject('more_than_needed', String(quantity))
  const home = draft.need('place', delivery.to)
  if (received) enter(draft, home, { id: joinedId('~', id, 'in'), supply, change: received, why: 'arrived', delivery: id, note, reason: '', by: actor.id, at: now })
  if (delivery.shortage) adjustShortage(draft, delivery.shortage, received, received - quantity, now)
  draft.put('delivery', { ...delivery, ...signed, state: 'received', received, receivedAt: now })
}
