import L from 'leaflet'
import { motion } from './motion.ts'

/** How many pixels panels cover at each edge of the window. */
export interface Edges { readonly left: number, readonly top: number, readonly right: number, readonly bottom: number }

/** A record that is shown must lie this far inside the free part, in pixels. */
const inset = 28

/**
 * The part of the window that panels leave free. What is shown is brought into it; when a panel opens or closes only the
 * edges change, and the map must stay where it is.
 */
export function createFreeArea(map: L.Map, whole: L.LatLngBounds, edges: Edges = { left: 0, top: 0, right: 0, bottom: 0 }) {
  const padding = () => ({ paddingTopLeft: [edges.left, edges.top] as [number, number], paddingBottomRight: [edges.right, edges.bottom] as [number, number] })
  const part = () => {
    const { x, y } = map.getSize()
    return L.bounds([edges.left, edges.top], [x - edges.right, y - edges.bottom])
  }

  return {
    set(next: Edges): void {
      edges = next
    },
    /** Shows everything. */
    fit: (): void => void map.fitBounds(whole, { ...padding(), animate: false }),
    /** Flies so that the position is in the middle of the free part, at least this close. Stays if it is well in sight already. */
    show(at: L.LatLng, least: number): void {
      const free = part()
      const zoom = Math.max(map.getZoom(), least)
      const seen = L.bounds([edges.left + inset, edges.top + inset], [map.getSize().x - edges.right - inset, map.getSize().y - edges.bottom - inset])
      if (zoom === map.getZoom() && seen.contains(map.latLngToContainerPoint(at))) return
      const off = free.getCenter().subtract(map.getSize().divideBy(2))
      map.flyTo(map.unproject(map.project(at, zoom).subtract(off), zoom), zoom, { duration: motion() })
    },
    /** Flies so that an area fills the free part. Stays if all of it is in sight and not small. */
    showArea(area: L.LatLngBounds): void {
      const free = part()
      const [a, b] = [map.latLngToContainerPoint(area.getNorthWest()), map.latLngToContainerPoint(area.getSouthEast())]
      const big = (b.x - a.x) * 4 > free.getSize().x || (b.y - a.y) * 4 > free.getSize().y
      if (big && free.contains(L.bounds(a, b))) return
      map.flyToBounds(area, { maxZoom: 14, duration: motion(), ...padding() })
    },
  }
}
