import type { Geometry } from 'geojson'
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { county } from '../core/session.ts'
import { worldX, worldY } from '../map/mercator.ts'

/** A drawing of the county without Leaflet, fitted to some positions. */

interface Spot { readonly lng: number, readonly lat: number }
/** World units that the drawing shows at least, so that one position is not drawn from a hand's breadth away. */
const least = 0.012

/** `at` gives a position in the drawing's units; `path` and `ground` are paths for SVG. `margin` in the same units, on both sides together. */
export function useSketch(spots: () => readonly Spot[], { width, height, margin }: { readonly width: number, readonly height: number, readonly margin: number }) {
  const frame = computed(() => {
    const [xs, ys] = [spots().map(spot => worldX(spot.lng)), spots().map(spot => worldY(spot.lat))]
    const middle = (all: number[]) => (Math.min(...all) + Math.max(...all)) / 2
    const span = (all: number[]) => Math.max(...all) - Math.min(...all)
    const scale = Math.min((width - margin) / Math.max(span(xs), least), (height - margin) / Math.max(span(ys), least * height / width))
    return { x: middle(xs), y: middle(ys), scale }
  })
  const at = (lng: number, lat: number): [number, number] => {
    const { x, y, scale } = frame.value
    return [Math.round((worldX(lng) - x) * scale * 10) / 10 + width / 2, Math.round((worldY(lat) - y) * scale * 10) / 10 + height / 2]
  }
  const path = (ring: readonly (readonly number[])[], close = '') => `M${ring.map(([lng = 0, lat = 0]) => at(lng, lat).join(' ')).join('L')}${close}`
  function drawn(geometry: Geometry): string {
    if (geometry.type === 'LineString') return path(geometry.coordinates)
    if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates.map(ring => path(ring)).join('')
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat().map(ring => path(ring)).join('')
    return ''
  }
  const ground: ComputedRef<Record<'cells' | 'sea' | 'water' | 'outline', string>> = computed(() => ({
    cells: county.value?.cells.features.map(one => drawn(one.geometry)).join('') ?? '',
    sea: county.value?.water.features.filter(one => one.properties?.kind === 'sea').map(one => drawn(one.geometry)).join('') ?? '',
    water: county.value?.water.features.filter(one => one.properties?.kind !== 'sea').map(one => drawn(one.geometry)).join('') ?? '',
    outline: county.value?.outline.features.map(one => drawn(one.geometry)).join('') ?? '',
  }))
  return { at, path, ground }
}
