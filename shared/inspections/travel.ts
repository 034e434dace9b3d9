import type { Spot } from '../core/distance.ts'
import { metres } from '../core/distance.ts'

/** Orders stops for travel: from the start to the nearest stop, then each time to the nearest one left. */
export function inTravelOrder<T extends Spot>(stops: readonly T[], from: Spot | null = null): T[] {
  const left = [...stops]
  const order: T[] = []
  let at = from ?? left[0]
  while (at && left.length) {
    const here = at
    const next = left.reduce((best, one) => metres(here, one) < metres(here, best) ? one : best)
    left.splice(left.indexOf(next), 1)
    order.push(next)
    at = next
  }
  return order
}
