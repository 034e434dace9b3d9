import type { Draft, Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Move, Place, Shortage } from '../records.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'

/** Stock is never edited: every change of it is a line of the ledger, and the lines of a place and item must add up to its stock. */

export const marketDayId = (place: string, day: string) => joinedId('_', place, day)
export const stockId = (place: string, supply: string) => joinedId('_', place, supply)

/** The line that takes back a line of an import. */
export const withdrawnId = (move: string) => joinedId('~', move, 'back')

export const inStock = (board: Reader, place: string, supply: string): number => board.get('stock', stockId(place, supply))?.quantity ?? 0

/** The part of a place's stock of an item that is not allocated. */
export function toSpare(board: Reader, place: string, supply: string): number {
  let promised = 0
  for (const one of board.by('delivery', 'from', place)) {
    if (one.state === 'allocated' && one.supply === supply) promised += one.quantity
  }
  return inStock(board, place, supply) - promised
}

const mostInStock = 1_000_000

/** A line of the ledger without what its place says. It is of no note unless one is named. */
export type Line = Omit<Move, 'place' | 'township' | 'note' | 'paper' | 'party'> & Partial<Pick<Move, 'note' | 'paper' | 'party'>>

/** Writes one line and the stock after it. Rejects with `not_in_stock` below zero, and `invalid` above the limit. */
export function enter(draft: Draft, place: Place, line: Line): void {
  const quantity = inStock(draft, place.id, line.supply) + line.change
  if (quantity < 0) reject('not_in_stock')
  if (quantity > mostInStock && line.change > 0) reject('invalid', `quantity: at most ${mostInStock} in stock`)
  const id = stockId(place.id, line.supply)
  const countedAt = line.why === 'counted' ? line.at : draft.get('stock', id)?.countedAt ?? null
  draft.put('move', { note: null, paper: '', party: '', ...line, place: place.id, township: place.township })
  draft.put('stock', { id, place: place.id, township: place.township, supply: line.supply, quantity, countedAt })
}

/** How much may still be allocated to a shortage: the requested quantity plus the county's tolerance. */
export const stillWanted = ({ quantity, allocated }: Shortage, { rules }: Pick<Facts, 'rules'>): number =>
  Math.floor(quantity * (1 + rules.overAllocation)) - allocated

/** Adds to a shortage what has come and what is allocated (negative if less). It is covered once the requested quantity has come. `now` in epoch ms. */
export function adjustShortage(draft: Draft, id: string, come: number, allocated: number, now: number): void {
  const shortage = draft.get('shortage', id)
  if (!shortage) return
  const covered = shortage.covered + come
  const met = shortage.state === 'open' && covered >= shortage.quantity
  draft.put('shortage', { ...shortage, covered, allocated: shortage.allocated + allocated, ...met && { state: 'covered' as const, settledAt: now } })
}
