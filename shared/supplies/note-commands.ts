import * as v from 'valibot'
import { known, MaybeId, MaybeInstant } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Count, Id, lineOf, NewId, Note, Tally } from '../core/fields.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { clip, line } from '../core/text.ts'
import { allocate, arrive, depart, Driver, inState, Proof, receivers, senders, Signer } from './delivery.ts'
import { enter, inStock, stockId, toSpare } from './ledger.ts'
import { Paper } from './records.ts'

/** Notes of several lines (单据): all lines are entered, or none. Each line becomes a line of the ledger, with an id made from the note and the item. */

const mostLines = 100
/** Lines that name each item once. */
const each = <E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.array(v.strictObject({ supply: Id, ...entries })), v.minLength(1), v.maxLength(mostLines), v.check(lines => new Set(lines.map(one => (one as { supply: string }).supply)).size === lines.length, 'an item twice'))
const head = { note: NewId, place: Id, paper: v.optional(Paper, ''), reason: v.optional(Note, '') }
const party = v.optional(lineOf(80), '')
const lineId = (note: string, supply: string) => joinedId('~', note, supply)

/** Records a note of goods from outside (入库单): bought, sent by the level above, or donated. `party` is the supplier. */
export const receiveGoods = command({
  args: v.strictObject({ ...head, party, lines: each({ quantity: Count }) }),
  roles: senders,
  tells: { stock: [] },
  run(draft, { place, lines, ...note }, { actor, now, facts }) {
    const home = draft.need('place', place)
    for (const { supply, quantity } of lines) {
      known(facts.supplies, supply)
      const id = lineId(note.note, supply)
      if (draft.get('move', id)) reject('exists')
      enter(draft, home, { ...note, id, supply, change: quantity, why: 'received', delivery: null, by: actor.id, at: now })
    }
  },
})

/** Records a note of goods that were handed out or spoiled (出库单). Rejects with `not_in_stock`, with the item as detail, and `needs_reason` if spoiled. `party` is the receiver. */
export const issueGoods = command({
  args: v.strictObject({ ...head, party, spoiled: v.optional(v.boolean(), false), lines: each({ quantity: Count }) }),
  roles: senders,
  tells: { stock: [] },
  run(draft, { place, lines, spoiled, ...note }, { actor, now, facts }) {
    const home = draft.need('place', place)
    if (spoiled && !note.reason) reject('needs_reason')
    for (const { supply, quantity } of lines) {
      known(facts.supplies, supply)
      const id = lineId(note.note, supply)
      if (draft.get('move', id)) reject('exists')
      if (quantity > toSpare(draft, place, supply)) reject('not_in_stock', supply)
      enter(draft, home, { ...note, id, supply, change: -quantity, why: spoiled ? 'spoiled' : 'used', delivery: null, by: actor.id, at: now })
    }
  },
})

/** Sends goods of one store to a place in one vehicle (调拨单). Each line is a delivery on its way, for the shortage that it names if it names one. Rejects as `allocateSupplies` does. */
export const sendGoods = command({
  args: v.strictObject({ ...head, to: Id, driver: Driver, dueAt: MaybeInstant, lines: each({ quantity: Count, shortage: MaybeId }) }),
  roles: senders,
  tells: { delivery: [] },
  run(draft, { note, place: store, to: target, paper, reason, driver, dueAt, lines }, context) {
    for (const { supply, quantity, shortage } of lines) {
      const id = lineId(note, supply)
      if (draft.get('delivery', id)) reject('exists')
      if (shortage && draft.need('shortage', shortage).place !== target) reject('invalid', 'shortage of another place')
      const delivery = allocate(draft, { id, note, shortage, supply, quantity, store, target, dueAt, load: clip(line(reason), 200) }, context)
      depart(draft, { ...delivery, driver }, context, paper)
    }
  },
})

/** Signs for several deliveries at once, each with the quantity that was counted. Rejects with `illegal_delivery`, `more_than_needed`. */
export const receiveDeliveries = command({
  args: v.strictObject({
    deliveries: v.pipe(v.array(v.strictObject({ delivery: Id, received: Tally })), v.minLength(1), v.maxLength(mostLines)),
    signedBy: Signer,
    proof: Proof,
  }),
  roles: receivers,
  tells: { delivery: [] },
  run(draft, { deliveries, ...signed }, context) {
    for (const { delivery, received } of deliveries) arrive(draft, inState(draft, delivery, 'onTheWay'), received, signed, context)
  },
})

/**
 * A stocktaking (盘点单): each item's stock becomes `counted`, and a difference becomes a line of the ledger with its reason.
 * Rejects with `needs_reason`, and with `stock_moved` if the books no longer show `seen`, what the counting person saw; the item is the detail.
 */
export const takeStock = command({
  args: v.strictObject({ note: NewId, place: Id, lines: each({ counted: Tally, seen: Tally, reason: v.optional(Note, '') }) }),
  roles: senders,
  tells: { stock: [] },
  run(draft, { note, place, lines }, { actor, now, facts }) {
    const home = draft.need('place', place)
    for (const { supply, counted, seen, reason } of lines) {
      known(facts.supplies, supply)
      const id = lineId(note, supply)
      if (draft.get('move', id)) reject('exists')
      const books = inStock(draft, place, supply)
      if (books !== seen) reject('stock_moved', supply)
      if (counted === books) {
        const stock = draft.get('stock', stockId(place, supply))
        if (stock) draft.put('stock', { ...stock, countedAt: now })
        continue
      }
      if (!reason) reject('needs_reason', supply)
      enter(draft, home, { id, note, supply, change: counted - books, why: 'counted', delivery: null, reason, by: actor.id, at: now })
    }
  },
})
