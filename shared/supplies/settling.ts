import type { Delivery, MarketDay, Move, Pledge, Shortage } from '../records.ts'
import { endOfDay } from '../core/calendar.ts'

/** When records of supplies are settled (epoch ms); null while they are not. Older records lack a moment: their days count from when they were made. */

/** Covered or withdrawn. */
export const shortageSettledAt = ({ state, settledAt, postedAt }: Shortage): number | null => state === 'open' ? null : settledAt ?? postedAt

/** Signed for, with any difference explained, or cancelled. */
export function deliverySettledAt({ state, received, quantity, explained, receivedAt, cancelledAt, allocatedAt }: Delivery): number | null {
  if (state === 'cancelled') return cancelledAt ?? allocatedAt
  return state === 'received' && (received === quantity || explained) ? receivedAt : null
}

/** Received or withdrawn. */
export const pledgeSettledAt = ({ state, settledAt, at }: Pledge): number | null => state === 'offered' ? null : settledAt ?? at

/** Written: a line of the ledger is never changed, and its shelf keeps the sum. */
export const moveSettledAt = ({ at }: Move): number => at

export const marketDaySettledAt = ({ day }: MarketDay): number => endOfDay(day)
