import type { FeatureCollection, Position } from 'geojson'
import type { Spot } from './distance.ts'
import { crosses, inside } from './ring.ts'

type Ring = readonly (readonly [number, number])[]

/** The county's border: its rings ([lng, lat], WGS-84), and by how many metres they may be wrong. Without rings the border is unknown. */
export interface Outline { readonly rings: readonly Ring[], readonly tolerance: number }

const ringOf = (positions: readonly Position[]): Ring => positions.map(([lng = 0, lat = 0]) => [lng, lat])

/** The outline from a county folder: the outer rings, and the largest `toleranceM` of its features. */
export function outlineOf({ features }: FeatureCollection): Outline {
  const polygons = features.flatMap(({ geometry }) => geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [])
  return {
    rings: polygons.flatMap(([outer]) => outer ? [ringOf(outer)] : []),
    tolerance: Math.max(0, ...features.map(({ properties }) => Number(properties?.toleranceM) || 0)),
  }
}

/** Metres between a position and the nearest edge of a ring. Treats the ground around the position as flat: accurate to one per cent at the distances between neighbouring counties. */
export function metresToEdge({ lng, lat }: Spot, ring: Ring): number {
  const perLat = 111_195
  const perLng = perLat * Math.cos(lat * Math.PI / 180)
  let nearest = Infinity
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1]
    const [ax, ay, bx, by] = [(x1 - lng) * perLng, (y1 - lat) * perLat, (x2 - x1) * perLng, (y2 - y1) * perLat]
    const along = Math.min(1, Math.max(0, -(ax * bx + ay * by) / (bx * bx + by * by || 1)))
    nearest = Math.min(nearest, Math.hypot(ax + along * bx, ay + along * by))
  })
  return nearest
}

/** Metres between a position and the county: 0 inside it, within the tolerance of its outline, and if it has no outline. */
export function metresOutside({ lng, lat }: Spot, { rings, tolerance }: Outline): number {
  if (!rings.length || rings.some(ring => inside([lng, lat], ring))) return 0
  const nearest = Math.min(...rings.map(ring => metresToEdge({ lng, lat }, ring)))
  return nearest <= tolerance ? 0 : nearest
}

/** True if any part of the ring lies in the county, or if the county has no outline. */
export function touches(ring: Ring, { rings }: Outline): boolean {
  return !rings.length || rings.some(one => ring.some(point => inside(point, one)) || one.some(point => inside(point, ring)) || crosses(ring, one))
}
