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

/** What the ids of plans begin with that follow from the end of the incident. */
export const endMark = 'ended-'

/** The end of the incident as it concerns the register: the id of its plan, who ended it, and when the data is destroyed (epoch ms). Null while the incident goes on. */
export function endOf(board: Reader): { readonly id: string, readonly by: string, readonly due: number } | null {
  const ended = board.get('incident', 'incident')?.ended
  return ended ? { id: `${endMark}${ended.at}`, by: ended.by, due: ended.due } : null
}
