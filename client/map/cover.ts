import type { FeatureCollection } from 'geojson'
import type { TileLayer } from './tiles.ts'
import { crosses, inside } from '../../shared/core/ring.ts'
import { datumShift } from './datum.ts'
import { worldX, worldY } from './mercator.ts'

/** Which tiles of a layer lie over a township, and their addresses, as the map asks for them. */

type Point = readonly [number, number]
export interface Tile { readonly x: number, readonly y: number, readonly z: number }

/** The zooms that a device keeps: from the county as a whole to single houses. */
export const keptZooms = { from: 10, to: 16 } as const

/** The outer rings of a township ([lng, lat], WGS-84). */
export function ringsOf({ features }: FeatureCollection, township: string): readonly (readonly Point[])[] {
  const polygons = features.filter(({ properties }) => properties?.code === township).flatMap(({ geometry }) => geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [])
  return polygons.flatMap(([outer]) => outer ? [outer.map(([lng = 0, lat = 0]) => [lng, lat] as const)] : [])
}

/** True if the square of a tile and a ring, in tiles of its zoom, share ground. */
function meets({ x, y }: Tile, ring: readonly Point[]): boolean {
  const square = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]] as const
  return square.some(corner => inside(corner, ring)) || ring.some(([px, py]) => px >= x && px < x + 1 && py >= y && py < y + 1) || crosses(square, ring)
}

/** The tiles over these rings, the coarse ones first. A tile is looked at only if the one that holds it was found. */
export function tilesOver(rings: readonly (readonly Point[])[], { datum, maxZoom }: Pick<TileLayer, 'datum' | 'maxZoom'>): Tile[] {
  const world = rings.map(ring => ring.map(([lng, lat]): Point => {
    const by = datum === 'GCJ-02' ? datumShift(lng, lat, 0) : { x: 0, y: 0 }
    return [(worldX(lng) + by.x) / 256, (worldY(lat) + by.y) / 256]
  }))
  const found: Tile[] = []
  let holders: readonly Tile[] = [{ x: 0, y: 0, z: 0 }]
  for (let z = 1; z <= Math.min(keptZooms.to, maxZoom); z++) {
    const scaled = world.map(ring => ring.map(([x, y]): Point => [x * 2 ** z, y * 2 ** z]))
    const inner = holders.flatMap(({ x, y }) => [0, 1].flatMap(down => [0, 1].map((right): Tile => ({ x: 2 * x + right, y: 2 * y + down, z }))))
    holders = inner.filter(tile => scaled.some(ring => meets(tile, ring)))
    if (z >= keptZooms.from) found.push(...holders)
  }
  return found
}

/** The address of a tile. A tile always has the same subdomain, by the rule of the map library, so one that is kept is found again. */
export function tileUrl({ url, subdomains }: Pick<TileLayer, 'url' | 'subdomains'>, { x, y, z }: Tile): string {
  const names = subdomains || 'abc'
  const parts: Readonly<Record<string, string | number>> = { x, y, z, 's': names[(x + y) % names.length] ?? '', 'r': globalThis.devicePixelRatio > 1 ? '@2x' : '', '-y': 2 ** z - 1 - y }
  return new URL(url.replace(/\{([\w-]+)\}/g, (_, name: string) => String(parts[name] ?? ''))).href
}
