import type { Reader } from '../core/board.ts'
import type { Exposure, Zone } from '../records.ts'
import { inForce } from '../zones/in-force.ts'

/** The zone that was drawn for an exposure place as it stands now, and whether it is over. */
export interface ZoneLink { readonly zone: Zone, readonly over: boolean }

/** The zone into which a zone went when both were merged: it bears the step of the same moment and did not end with it. */
function mergedInto(board: Reader, { id, liftedAt }: Zone): Zone | undefined {
  return [...board.all('zone')].find(one => one.id !== id && one.liftedAt !== liftedAt && one.history.some(({ step, at }) => step === 'merged' && at === liftedAt))
}

/**
 * The zone that was drawn for an exposure place. If it was merged into another zone, that one, and so on; null if none was drawn, or if it has left
 * the board. It is over once it was lifted or has expired at `now` (epoch ms): then another may be drawn.
 */
export function zoneLink(board: Reader, { zone: id }: Pick<Exposure, 'zone'>, now: number): ZoneLink | null {
  let zone = id === null ? undefined : board.get('zone', id)
  const seen = new Set<Zone>()
  while (zone && zone.liftedAt !== null && !seen.has(zone)) {
    seen.add(zone)
    const next: Zone | undefined = zone.history.at(-1)?.step === 'merged' ? mergedInto(board, zone) : undefined
    if (!next) break
    zone = next
  }
  return zone ? { zone, over: !inForce(zone, now) && zone.validFrom <= now } : null
}
