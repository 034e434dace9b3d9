import type { Reader } from '../core/board.ts'
import type { Zone } from '../records.ts'
import { inForce } from './in-force.ts'
import { zoneLevels } from './levels.ts'
import { covers, union } from './union.ts'

/**
 * True if a new ring lifts or lowers some ground of a zone in force: ground that the ring leaves out, and that no one other zone of this level
 * or a stricter one takes in, alone or together with the ring. `now` in epoch ms.
 */
export function leaves(board: Reader, zone: Zone, ring: Zone['ring'], now: number): boolean {
  if (!inForce(zone, now) || covers(ring, zone.ring)) return false
  const others = [...board.all('zone')].filter(one => one.id !== zone.id && inForce(one, now) && zoneLevels.indexOf(one.level) <= zoneLevels.indexOf(zone.level))
  return !others.some((one) => {
    const together = union(ring, one.ring)
    return covers(one.ring, zone.ring) || (together !== null && covers(together, zone.ring))
  })
}
