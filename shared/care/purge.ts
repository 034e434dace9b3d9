import type { Reader } from '../core/board.ts'
import { joinedId } from '../core/joined-id.ts'
import { inside } from '../core/ring.ts'
import { inForce, zoneSettledAt } from '../zones/in-force.ts'

/** Grids whose zones are all over at `now` (epoch ms), with when the last one ended. The people of these grids no longer need to be known by name. */
export function plannedFor(board: Reader, now: number): { readonly id: string, readonly grid: string, readonly since: number }[] {
  const zones = [...board.all('zone')]
  return [...board.all('grid')].flatMap(({ id: grid, spot }) => {
    const over = spot ? zones.filter(zone => zone.validFrom <= now && inside([spot.lng, spot.lat], zone.ring)) : []
    if (!over.length || over.some(zone => inForce(zone, now))) return []
    const since = Math.max(...over.map(zone => zoneSettledAt(zone) ?? 0))
    return [{ id: joinedId('-', 'zone', grid, since), grid, since }]
  })
}
