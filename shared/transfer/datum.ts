import type { Spot } from './coordinates.ts'
import gcoord from 'gcoord'

export const datums = ['WGS-84', 'GCJ-02', 'BD-09'] as const
export type Datum = (typeof datums)[number]
const systems = { 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const

/** Converts a position to WGS-84, rounded to six decimals (about 0.1 m). */
export function toWgs84({ lng, lat }: Spot, datum: Datum): Spot {
  const [x, y] = datum === 'WGS-84' ? [lng, lat] : gcoord.transform([lng, lat], systems[datum], gcoord.WGS84) as [number, number]
  return { lng: Math.round(x * 1e6) / 1e6, lat: Math.round(y * 1e6) / 1e6 }
}
