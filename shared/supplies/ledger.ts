import type { Draft, Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Delivery, Move, Place, Shortage } from '../records.ts'
import { dayBefore } from '../core/calendar.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'

/** Stock is moved, never edited: every change of a shelf is a line of the ledger, and the lines add up to the shelf. */

export const marketDayId = (place: string, day: string) => joinedId('_', place, day)
export const stockId = (place: string, supply: string) => joinedId('_', place, supply)

export const inStock = (board: Reader, place: string, supply: string): number => board.get('stock', stockId(place, supply))?.quantity ?? 0

/** The part of a shelf that is promised to nobody. */
export function toSpare(board: Reader, place: string, supply: string): number {
  let promised = 0
  for (const one of board.by('delivery', 'from', place)) {
    if (one.state === 'allocated' && one.supply === supply) promised += one.quantity
  }
  return inStock(board, place, supply) - promised
}

const mostOnShelf = 1_000_000

/** Writes one line and the shelf after it. Refuses `not_in_stock` below zero, `invalid` for more than a shelf can hold. */
export function enter(draft: Draft, place: Place, line: Omit<Move, 'place' | 'township'>): void {
  const quantity = inStock(draft, place.id, line.supply) + line.change
  if (quantity < 0) reject('not_in_stock')
  if (quantity > mostOnShelf && line.change > 0) reject('invalid', `quantity: at most ${mostOnShelf} on a shelf`)
  draft.put('move', { ...line, place: place.id, township: place.township })
  draft.put('stock', { id: stockId(place.id, line.supply), place: place.id, township: place.township, supply: line.supply, quantity })
}

/** What may still be allocated to a shortage: the quantity asked for plus the county's tolerance. */
export const stillWanted = ({ quantity, allocated }: Shortage, { rules }: Pick<Facts, 'rules'>): number =>
  Math.floor(quantity * (1 + rules.overAllocation)) - allocated

/** So much more has come, and so much less is promised. Met when as much came as was asked for. */
export function settle(draft: Draft, id: string, come: number, promised: number): void {
  const shortage = draft.get('shortage', id)
  if (!shortage) return
  const covered = shortage.covered + come
  const state = shortage.state === 'open' && covered >= shortage.quantity ? 'covered' as const : shortage.state
  draft.put('shortage', { ...shortage, covered, allocated: shortage.allocated + promised, state })
}

/** By how much a staple rose since the day before: 0.3 is 30 %; null when nobody looked on either day. */
export function rise(board: Reader, place: string, day: string, staple: string, price: number): number | null {
  const before = board.get('marketDay', marketDayId(place, dayBefore(day)))?.staples[staple]
  return before ? price / before.price - 1 : null
}

/** Signed for, and a difference explained. */
export const deliverySettledAt = ({ state, received, quantity, explained, receivedAt }: Delivery): number | null =>
  state === 'received' && (received === quantity || explained) ? receivedAt : null
