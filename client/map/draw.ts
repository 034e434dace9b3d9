import type { Palette } from './palette.ts'
import L from 'leaflet'

type Ring = [number, number][]
interface Shape { readonly setLatLngs: (corners: L.LatLng[]) => unknown, readonly remove: () => unknown }

const handle = (className: string) => L.divIcon({ className, iconSize: [18, 18] })
const round = ({ lng, lat }: L.LatLng): [number, number] => [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]

/**
 * Draws or reshapes one ring, or draws a line: a click adds a corner, corners can be dragged. A ring that is reshaped can lose a corner by a
 * click on it, and has handles between its corners that add one; while a new ring is drawn these would only be in the way.
 * Backspace removes the last corner, Enter finishes, Esc cancels. Resolves to the ring ([lng, lat], WGS-84) or null.
 */
export function drawRing(map: L.Map, palette: Palette, onDone: (ring: Ring | null) => void, initial: Ring = [], onChange: (corners: number) => void = () => {}, kind: 'ring' | 'line' = 'ring') {
  const reshapes = initial.length > 0
  let corners = initial.map(([lng, lat]) => L.latLng(lat, lng))
  const look = { color: palette.ink, weight: 2, dashArray: '5 4', fill: kind === 'ring', fillColor: palette.ink, fillOpacity: 0.1, interactive: false }
  const shape: Shape = (kind === 'line' ? L.polyline(corners, look) : L.polygon(corners, look)).addTo(map)
  const handles = L.layerGroup().addTo(map)
  map.doubleClickZoom.disable()
  map.getContainer().classList.add('drawing')

  function show(): void {
    shape.setLatLngs(corners)
    handles.clearLayers()
    corners.forEach((corner, i) => {
      const marker = L.marker(corner, { draggable: true, icon: handle('draw-corner'), keyboard: false }).addTo(handles)
      marker.on('drag', () => {
        corners[i] = marker.getLatLng()
        shape.setLatLngs(corners)
      }).on('dragend', show).on('dblclick', finish).on('click', () => {
        // The second click of a double click lands on the corner that the first one made.
        if (!reshapes || corners.length < 4) return
        corners = corners.filter((_, j) => j !== i)
        show()
      })
      const next = corners[(i + 1) % corners.length]
      if (!reshapes || !next) return
      const middle = L.latLng((corner.lat + next.lat) / 2, (corner.lng + next.lng) / 2)
      const between = L.marker(middle, { draggable: true, icon: handle('draw-middle'), keyboard: false }).addTo(handles)
      between.on('dragend', () => {
        corners.splice(i + 1, 0, between.getLatLng())
        show()
      })
    })
    onChange(corners.length)
  }

  const add = (event: L.LeafletMouseEvent) => {
    corners = [...corners, event.latlng]
    show()
  }

  function undo(): void {
    corners = corners.slice(0, -1)
    show()
  }

  function end(ring: Ring | null): void {
    map.off('click', add).off('dblclick', finish)
    document.removeEventListener('keydown', keys, true)
    shape.remove()
    handles.remove()
    map.doubleClickZoom.enable()
    map.getContainer().classList.remove('drawing')
    onDone(ring)
  }

  function finish(): void {
    const ring = corners.map(round).filter((corner, i, all) => i === 0 || String(corner) !== String(all[i - 1]))
    if (ring.length >= (kind === 'line' ? 2 : 3)) end(ring)
  }

  function keys(event: KeyboardEvent): void {
    const act = { Enter: finish, Escape: () => end(null), Backspace: undo }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  map.on('click', add).on('dblclick', finish)
  document.addEventListener('keydown', keys, true)
  show()
  return { undo, finish, cancel: () => end(null) }
}

/** Lets the person choose a position by dragging the pin or clicking. `lng`, `lat` in WGS-84. */
export function pickPoint(map: L.Map, onMove: (at: { lng: number, lat: number }) => void, initial: { lng: number, lat: number }) {
  const tell = (at: L.LatLng) => onMove({ lng: round(at)[0], lat: round(at)[1] })
  const pin = L.marker([initial.lat, initial.lng], { draggable: true, icon: L.divIcon({ className: 'pick-pin', iconSize: [30, 38], iconAnchor: [15, 36] }), zIndexOffset: 1000 }).addTo(map)
  pin.on('dragend', () => tell(pin.getLatLng()))
  const put = (event: L.LeafletMouseEvent) => {
    pin.setLatLng(event.latlng)
    tell(event.latlng)
  }
  map.on('click', put)
  map.getContainer().classList.add('drawing')
  return {
    cancel(): void {
      map.off('click', put)
      map.getContainer().classList.remove('drawing')
      pin.remove()
    },
  }
}
