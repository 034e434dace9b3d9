import gcoord from 'gcoord'
import { worldX, worldY } from './mercator.ts'

/** The offset, in pixels at this zoom, of GCJ-02 tiles from a WGS-84 position (degrees). Outside China it is zero. */
export function datumShift(lng: number, lat: number, zoom: number): { readonly x: number, readonly y: number } {
  const [east = lng, north = lat] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
  const scale = 2 ** zoom
  return { x: (worldX(east) - worldX(lng)) * scale, y: (worldY(north) - worldY(lat)) * scale }
}
