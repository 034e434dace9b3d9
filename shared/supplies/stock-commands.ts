import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Count, Id, NewId, Note, Tally } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { enter, inStock, toSpare, withdrawnId } from './ledger.ts'

const keepers = ['coordinator', 'officer', 'unit', 'admin'] as const
const line = { move: NewId, place: Id, supply: Id, reason: v.optional(Note, '') }

/** Records goods from outside: bought, sent by the level above, or donated. */
export const receiveStock = command({
  args: v.strictObject({ ...line, quantity: Count }),
  roles: keepers,
  tells: { stock: [] },
  run(draft, { move: id, place, supply, quantity, reason }, { actor, now, facts }) {
    if (draft.get('move', id)) reject('exists')
    known(facts.supplies, supply)
    enter(draft, draft.need('place', place), { id, supply, change: quantity, why: 'received', delivery: null, reason, by: actor.id, at: now })
  },
})

/** Records goods that were used or spoiled. Rejects with `not_in_stock` for goods that are allocated elsewhere, and `needs_reason` if spoiled. */
export const useStock = command({
  args: v.strictObject({ ...line, quantity: Count, spoiled: v.optional(v.boolean(), false) }),
  roles: keepers,
  tells: { stock: [] },
  run(draft, { move: id, place, supply, quantity, spoiled, reason }, { actor, now, facts }) {
    if (draft.get('move', id)) reject('exists')
    known(facts.supplies, supply)
    const home = draft.need('place', place)
    if (spoiled && !reason) reject('needs_reason')
    if (quantity > toSpare(draft, place, supply)) reject('not_in_stock')
    enter(draft, home, { id, supply, change: -quantity, why: spoiled ? 'spoiled' : 'used', delivery: null, reason, by: actor.id, at: now })
  },
})

/** A stocktaking: the stock becomes `counted`, and the difference becomes a line of the ledger with its reason. Rejects with `conflict` if the books no longer show `seen`, the quantity that the counting person saw. */
export const countStock = command({
  args: v.strictObject({ ...line, counted: Tally, seen: Tally }),
  roles: keepers,
  tells: { stock: [] },
  run(draft, { move: id, place, supply, counted, seen, reason }, { actor, now, facts }) {
    if (draft.get('move', id)) reject('exists')
    known(facts.supplies, supply)
    const home = draft.need('place', place)
    const books = inStock(draft, place, supply)
    if (books !== seen) reject('conflict', 'quantity', [{ field: 'quantity', mine: counted, theirs: books }])
    if (counted === books) reject('exists')
    if (!reason) reject('needs_reason')
    enter(draft, home, { id, supply, change: counted - books, why: 'counted', delivery: null, reason, by: actor.id, at: now })
  },
})

/** Adds up to 100 rows of stock from a file. A row that is already in the ledger is skipped, so importing the same file twice is harmless. */
export const importStock = command({
  args: v.strictObject({
    rows: v.pipe(v.array(v.strictObject({ move: NewId, place: Id, supply: Id, quantity: Count })), v.minLength(1), v.maxLength(100)),
  }),
  roles: keepers,
  tells: { stock: [] },
  imports: true,
  run(draft, { rows }, { actor, now, facts }) {
    for (const { move: id, place, supply, quantity } of rows) {
      known(facts.supplies, supply)
      const home = draft.need('place', place)
      if (!draft.get('move', id)) enter(draft, home, { id, supply, change: quantity, why: 'received', delivery: null, reason: '', by: actor.id, at: now })
    }
  },
})

/**
 * Undoes an import: takes up to 100 of its lines out of the stock again, each with a line of its own. Lines whose goods have been used
 * or allocated since stay, as do lines already taken back. Rejects with `not_found` for a line that no list brought in.
 */
export const withdrawStock = command({
  args: v.strictObject({ moves: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)) }),
  roles: keepers,
  tells: { stock: [] },
  run(draft, { moves }, { actor, now }) {
    for (const move of moves) {
      const { place, supply, change, why, note, delivery } = draft.need('move', move)
      if (why !== 'received' || note || delivery) reject('not_found', `move/${move}`)
      const id = withdrawnId(move)
      if (draft.get('move', id) || change > toSpare(draft, place, supply)) continue
      enter(draft, draft.need('place', place), { id, supply, change: -change, why: 'withdrawn', delivery: null, reason: '', by: actor.id, at: now })
    }
  },
})

/** Records how many people of each group are at a sealed site: numbers, never names. */
export const countHeads = command({
  args: v.strictObject({ place: Id, groups: v.record(Id, Tally) }),
  roles: ['coordinator', 'inspector', 'officer', 'unit', 'admin'],
  tells: { headcount: [] },
  run(draft, { place, groups }, { actor, now, facts }) {
    const { id, township } = draft.need('place', place)
    for (const group of Object.keys(groups)) known(facts.groups, group)
    draft.put('headcount', { id, township, groups, by: actor.id, at: now })
  },
})
