import type { Place, Zone } from '../records.ts'
import { inside } from '../core/ring.ts'
import { zoneLevels } from '../records.ts'

/** Which zones hold which places, whenever they are in force. Kept from one change to the next, so that a changed zone costs one test a place. */
export interface Zoning {
  readonly zones: ReadonlyMap<string, Framed>
  readonly places: ReadonlyMap<string, { readonly place: Place, readonly within: readonly string[] }>
}
interface Framed { readonly zone: Zone, readonly west: number, readonly east: number, readonly south: number, readonly north: number }

function framed(zone: Zone): Framed {
  const lngs = zone.ring.map(([lng]) => lng)
  const lats = zone.ring.map(([, lat]) => lat)
  return { zone, west: Math.min(...lngs), east: Math.max(...lngs), south: Math.min(...lats), north: Math.max(...lats) }
}

const holds = ({ zone, west, east, south, north }: Framed, { lng, lat }: Place): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north && inside([lng, lat], zone.ring)

const moved = (a: Place, b: Place): boolean => a.lng !== b.lng || a.lat !== b.lat

/** The zoning of these places, from the one before. Records are compared by identity: an unchanged record is the same object. */
export function zoningOf(places: Iterable<Place>, zones: Iterable<Zone>, before?: Zoning): Zoning {
  const now = new Map<string, Framed>()
  const drawn: Framed[] = []
  for (const zone of zones) {
    const known = before?.zones.get(zone.id)
    const one = known?.zone.ring === zone.ring ? { ...known, zone } : framed(zone)
    if (known?.zone.ring !== zone.ring) drawn.push(one)
    now.set(zone.id, one)
  }
  const every = [...now.values()]
  const redrawn = new Set(drawn.map(({ zone }) => zone.id))
  for (const id of before?.zones.keys() ?? []) {
    if (!now.has(id)) redrawn.add(id)
  }
  const held = new Map<string, { readonly place: Place, readonly within: readonly string[] }>()
  for (const place of places) {
    const known = before?.places.get(place.id)
    if (!known || moved(known.place, place)) {
      held.set(place.id, { place, within: every.filter(zone => holds(zone, place)).map(({ zone }) => zone.id) })
      continue
    }
    const entered = drawn.filter(zone => holds(zone, place))
    const same = !entered.length && !known.within.some(id => redrawn.has(id))
    if (same) held.set(place.id, known.place === place ? known : { place, within: known.within })
    else held.set(place.id, { place, within: [...known.within.filter(id => !redrawn.has(id)), ...entered.map(({ zone }) => zone.id)] })
  }
  return { zones: now, places: held }
}

/** The strictest zone that holds a place and is in force at a moment (epoch ms); of two, the one in force for longer. Null if none does. */
export function zoneOver({ zones }: Zoning, within: readonly string[], inForce: (zone: Zone) => boolean): Zone | null {
  let best: Zone | null = null
  for (const id of within) {
    const zone = zones.get(id)?.zone
    if (!zone || !inForce(zone)) continue
    const stricter = best ? zoneLevels.indexOf(zone.level) - zoneLevels.indexOf(best.level) : -1
    if (stricter < 0 || (stricter === 0 && best && zone.validFrom < best.validFrom)) best = zone
  }
  return best
}
