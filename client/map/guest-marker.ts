import type L from 'leaflet'
import type { Box } from './collision.ts'

/** Moves a Leaflet marker to where the map seated it (world pixels at the map's zoom), and hides it where there is no room. */
export function moveMarker(marker: L.Marker, at: Box | null, map: L.Map): void {
  const element = marker.getElement()
  if (!element) return
  element.style.visibility = at ? '' : 'hidden'
  if (!at) return
  const { x, y } = map.project(marker.getLatLng())
  element.style.translate = `${Math.round(at.x - x)}px ${Math.round(at.y - y)}px`
}
