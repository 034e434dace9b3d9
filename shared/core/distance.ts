import type { Rules } from './rules.ts'

/** Degrees, WGS-84. */
export interface Spot { readonly lng: number, readonly lat: number }

const radius = 6_371_008.8
const rad = Math.PI / 180

/** The distance in metres along the ground, by the haversine formula; accurate to half a per cent. */
export function metres(a: Spot, b: Spot): number {
  const dLat = (b.lat - a.lat) * rad
  const dLng = (b.lng - a.lng) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * True if a position this far from the place (metres) is farther than the county's `nearMetres` and than its accuracy explains.
 * A position less accurate than `coarseMetres` explains nothing.
 */
export function tooFar(away: number | null, accuracy: number | null, { nearMetres, coarseMetres }: Pick<Rules, 'nearMetres' | 'coarseMetres'>): boolean {
  const play = accuracy !== null && accuracy <= coarseMetres ? accuracy : 0
  return away !== null && away - play > nearMetres
}

/** At most `most` of them, nearest first, each with its distance in metres. */
export function nearest<T extends Spot>(all: readonly T[], from: Spot, most: number): { readonly one: T, readonly away: number }[] {
  return all.map(one => ({ one, away: metres(from, one) })).sort((a, b) => a.away - b.away).slice(0, most)
}

/** A ring of corners ([lng, lat], WGS-84) with a radius of `metresWide`, for people who cannot draw a zone with a mouse. */
export function circle(centre: Spot, metresWide: number, corners = 24): [number, number][] {
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  return Array.from({ length: corners }, (_, i) => {
    const angle = 2 * Math.PI * i / corners
    const lat = centre.lat + metresWide * Math.cos(angle) / radius / rad
    const lng = centre.lng + metresWide * Math.sin(angle) / radius / rad / Math.cos(centre.lat * rad)
    return [round(lng), round(lat)]
  })
}
