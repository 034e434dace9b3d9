import type { Spot } from '../core/distance.ts'
import type { Zone } from '../records.ts'
import { metresToEdge } from '../core/outline.ts'
import { inside } from '../core/ring.ts'
import { inForce } from './in-force.ts'
import { zoneLevels } from './records.ts'

/** How far this position is inside or outside a zone: the strictest that holds it, else the nearest. `metres` to its edge. */
export interface Standing { readonly zone: Zone, readonly within: boolean, readonly metres: number }

/** The zone that matters at a position at a moment (epoch ms); null if no zone is in force then. */
export function standingAt({ lng, lat }: Spot, zones: Iterable<Zone>, at: number): Standing | null {
  let best: Standing | null = null
  for (const zone of zones) {
    if (!inForce(zone, at)) continue
    const one = { zone, within: inside([lng, lat], zone.ring), metres: metresToEdge({ lng, lat }, zone.ring) }
    if (!best || before(one, best)) best = one
  }
  return best
}

function before(a: Standing, b: Standing): boolean {
  if (a.within !== b.within) return a.within
  const stricter = zoneLevels.indexOf(a.zone.level) - zoneLevels.indexOf(b.zone.level)
  return a.within ? stricter < 0 || (stricter === 0 && a.metres > b.metres) : a.metres < b.metres
}
