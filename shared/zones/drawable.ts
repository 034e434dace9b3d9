import type { Facts } from '../core/county.ts'
import type { Zone } from '../records.ts'
import { touches } from '../core/outline.ts'
import { reject } from '../core/rejection.ts'
import { crossesItself, flat } from '../core/ring.ts'

/** Rejects with `crossed_ring`, with `flat_ring` if the ring encloses nothing, and with `outside_county` if no part of it is in the county. */
export function drawable(ring: Zone['ring'], { outline }: Facts): void {
  if (crossesItself(ring)) reject('crossed_ring')
  if (flat(ring)) reject('flat_ring')
  if (!touches(ring, outline)) reject('outside_county')
}
