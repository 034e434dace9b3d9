import type { ShownMap } from '../../../shared/core/following.ts'
import type { MapHere } from '../../core/shown-map.ts'
import L from 'leaflet'
import { fine, zoomSteps } from '../../../shared/core/following.ts'
import { motion } from '../../map/motion.ts'
import './led-map.css'

/** News comes four times a second; each movement lasts a little longer, so that the map glides. Seconds. */
const glide = 0.3
const keysThatMove = /^(?:Arrow|Page|Home|End|[+=_-]$)/

/**
 * A map that is where the leader's is. Both show the same middle, and this one all that the leader sees, further out if its window is
 * smaller. `leave` is called when the person moves it themselves.
 */
export function ledMap({ board: { leaflet: map }, covered }: MapHere, name: () => string, leave: () => void) {
  const ending = new AbortController()
  const container = map.getContainer()
  const calm = () => motion() < glide
  /** True from our own call to Leaflet's event. */
  let ours = false
  let zooming = false
  let next: Pick<ShownMap, 'at' | 'size'> | null = null
  const label = document.createElement('span')
  const pointer = L.marker([0, 0], { icon: L.divIcon({ html: label, className: 'leader-pointer', iconSize: [0, 0] }), interactive: false, keyboard: false, zIndexOffset: 1000 })

  function go({ at, size }: Pick<ShownMap, 'at' | 'size'>): void {
    // Leaflet drops what comes during a zoom.
    next = { at, size }
    if (zooming) return
    next = null
    const { left, top, right, bottom } = covered()
    const window = map.getSize()
    const room = Math.min((window.x - left - right) / size[0], (window.y - top - bottom) / size[1])
    const further = Math.min(0, Math.floor(Math.log2(Math.max(room, 0.1)) * zoomSteps))
    const zoom = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), (at[2] + further) / zoomSteps))
    const off = L.point((left - right) / 2, (top - bottom) / 2)
    const centre = map.project([at[1] / fine, at[0] / fine], zoom).subtract(off)
    ours = true
    zooming = zoom !== map.getZoom()
    if (zooming) map.setView(map.unproject(centre, zoom), zoom, calm() ? { animate: false } : {})
    else map.panBy(centre.subtract(map.project(map.getCenter(), zoom)), { animate: !calm(), duration: glide, easeLinearity: 1 })
    ours = false
  }

  function point(at: ShownMap['cursor']): void {
    // Another may have taken over.
    label.textContent = name()
    if (!at) return void pointer.remove()
    pointer.setLatLng([at[1] / fine, at[0] / fine]).addTo(map)
    pointer.getElement()?.classList.toggle('glides', !calm())
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    movestart: () => void (ours || zooming || leave()),
    dragstart: leave,
    // A new zoom has other pixels: the pointer must not glide there.
    zoomstart: () => pointer.getElement()?.classList.remove('glides'),
    zoomend() {
      zooming = false
      if (next) go(next)
    },
  }
  map.on(handlers)
  // Leaflet ignores these while it moves.
  container.addEventListener('wheel', leave, { signal: ending.signal, passive: true })
  container.addEventListener('touchstart', event => event.touches.length > 1 && leave(), { signal: ending.signal, passive: true })
  container.addEventListener('keydown', event => keysThatMove.test(event.key) && leave(), { signal: ending.signal })

  return {
    go,
    point,
    end(): void {
      ending.abort()
      map.off(handlers)
      pointer.remove()
    },
  }
}
