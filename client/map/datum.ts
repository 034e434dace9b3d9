import gcoord from 'gcoord'
import { worldX, worldY } from './mercator.ts'

/** By how many pixels GCJ-02 tiles are drawn away from WGS-84 positions (degrees), at this zoom. Outside China there is no shift. */
export function offset(lng: number, lat: number, zoom: number): { readonly x: number, readonly y: number } {
  const [east = lng, north = lat] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
  const scale = 2 ** zoom
  return { x: (worldX(east) - worldX(lng)) * scale, y: (worldY(north) - worldY(lat)) * scale }
}
