import L from 'leaflet'

/** Respects the device's setting for reduced motion. */
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches
/** Duration of a flight of the map, in seconds. */
export const motion = () => still() ? 0.001 : 0.4

/** A soft disc that grows once where a record has just changed. */
export function createPulses(map: L.Map) {
  return {
    at(x: number, y: number, colour: string): void {
      if (still()) return
      const where = L.CRS.EPSG3857.pointToLatLng(L.point(x, y), 0)
      const disc = document.createElement('span')
      disc.className = 'pulse'
      disc.style.background = colour
      const marker = L.marker(where, { interactive: false, keyboard: false, icon: L.divIcon({ html: disc, className: 'pulse-holder', iconSize: [0, 0] }) }).addTo(map)
      disc.addEventListener('animationend', () => marker.remove())
    },
  }
}
