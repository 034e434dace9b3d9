import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { MarketDay } from '../records.ts'
import { dayBefore } from '../core/calendar.ts'
import { joinedId } from '../core/joined-id.ts'
import { marketDayId } from './ledger.ts'

/** By how much a staple's price rose since the day before: 0.3 is 30 %. Null if no price was recorded then. */
export function rise(board: Reader, place: string, day: string, staple: string, price: number): number | null {
  const before = board.get('marketDay', marketDayId(place, dayBefore(day)))?.staples[staple]
  return before ? price / before.price - 1 : null
}

export type RiseLevel = 'first' | 'second'

/** The limit of the county that a rise is beyond; null for none. */
export function riseLevel(up: number | null, { rules: { priceRise: [first, second] } }: Pick<Facts, 'rules'>): RiseLevel | null {
  if (up === null || up <= first + 1e-9) return null
  return up > second + 1e-9 ? 'second' : 'first'
}

/** True if a rise is beyond the second limit and nobody has decided about it, or the price has risen since it was dismissed. */
export function isPending(board: Reader, facts: Facts, { place, day, staples, judged }: MarketDay, staple: string): boolean {
  const price = staples[staple]?.price
  if (price === undefined || riseLevel(rise(board, place, day, staple, price), facts) !== 'second') return false
  const known = judged[staple]
  // Earlier versions made the issue at once, and left no judgement.
  if (!known) return !board.get('issue', joinedId('~', 'price', place, day, staple))
  return known.issue === null && price > known.price
}

export interface PendingRise { readonly place: string, readonly day: string, readonly staple: string, readonly price: number, readonly up: number }

/** Every rise that waits for a decision, the newest day first, then the steepest. */
export function pendingRises(board: Reader, facts: Facts): PendingRise[] {
  const found: PendingRise[] = []
  for (const today of board.all('marketDay')) {
    for (const [staple, { price }] of Object.entries(today.staples)) {
      const { place, day } = today
      if (isPending(board, facts, today, staple)) found.push({ place, day, staple, price, up: rise(board, place, day, staple, price) ?? 0 })
    }
  }
  return found.sort((a, b) => b.day.localeCompare(a.day) || b.up - a.up)
}
