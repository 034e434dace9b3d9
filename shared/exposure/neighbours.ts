import type { Reader } from '../core/board.ts'
import type { Spot } from '../core/distance.ts'
import type { Place, Zone } from '../records.ts'
import { inside } from '../core/ring.ts'
import { inForce } from '../zones/in-force.ts'
import { zoneLevels } from '../zones/levels.ts'

const rad = Math.PI / 180
/** The ellipsoid of WGS-84: its equatorial radius in metres and its eccentricity squared. */
const [radius, flat] = [6_378_137, 0.006_694_379_990_141_316]

/** The distance in metres along the ellipsoid of WGS-84. For places within a few kilometres, where it is accurate to a millimetre. */
export function geodesic(a: Spot, b: Spot): number {
  const middle = (a.lat + b.lat) / 2 * rad
  const bend = 1 - flat * Math.sin(middle) ** 2
  const north = radius * (1 - flat) / bend ** 1.5 * (b.lat - a.lat) * rad
  const east = radius / Math.sqrt(bend) * Math.cos(middle) * (b.lng - a.lng) * rad
  return Math.hypot(north, east)
}

/** A place near an exposed one: how far (metres), how many people are there (null: not reported), and the strictest zone that holds it. */
export interface Neighbour { readonly place: Place, readonly away: number, readonly people: number | null, readonly zone: Zone | null }

/** How many people a place last reported, or its reopening file names; null without either. */
export function peopleAt(board: Reader, place: string): number | null {
  const counted = board.get('headcount', place)
  if (counted && Object.keys(counted.groups).length) return Object.values(counted.groups).reduce((sum, n) => sum + n, 0)
  const file = board.get('reopening', place)
  const pupils = file?.grades.reduce((sum, one) => sum + one.heads, 0) ?? 0
  return file?.workers ?? (pupils ? pupils + (file?.teachers ?? 0) : null)
}

/** The strictest zone in force that holds a position; null if none does. */
export function zoneOver(zones: Iterable<Zone>, { lng, lat }: Spot, now: number): Zone | null {
  let found: Zone | null = null
  for (const zone of zones) {
    if (inForce(zone, now) && (!found || zoneLevels.indexOf(zone.level) < zoneLevels.indexOf(found.level)) && inside([lng, lat], zone.ring)) found = zone
  }
  return found
}

/** The places of the register within `near` metres of a position, nearest first, without the place itself and those out of use. */
export function neighboursOf(board: Reader, spot: Spot & { readonly place: string | null }, near: number, now: number): readonly Neighbour[] {
  const high = near / 110_000
  const wide = high / Math.cos(spot.lat * rad)
  const zones = [...board.all('zone')]
  const found: Neighbour[] = []
  for (const place of board.all('place')) {
    if (place.retired || place.id === spot.place || Math.abs(place.lat - spot.lat) > high || Math.abs(place.lng - spot.lng) > wide) continue
    const away = geodesic(spot, place)
    if (away <= near) found.push({ place, away, people: peopleAt(board, place.id), zone: zoneOver(zones, place, now) })
  }
  return found.sort((a, b) => a.away - b.away)
}
