import type { Exposure } from '../../shared/records.ts'
import type { Box } from '../map/collision.ts'
import type { BoardMap } from '../map/map.ts'
import L from 'leaflet'
import { computed, effectScope, watch } from 'vue'
import { select } from '../core/selection.ts'
import { beside } from '../map/collision.ts'
import { moveMarker } from '../map/guest-marker.ts'
import { worldX, worldY } from '../map/mercator.ts'
import { openExposures, standing } from './exposures.ts'
import { exposureWords as words } from './words.ts'

/** A diamond with a barred circle, which no other mark has. Red while the place is being closed, dark once it is closed. */
function mark(one: Exposure): HTMLElement {
  const at = standing(one)
  const element = document.createElement('span')
  element.className = 'exposure-mark'
  element.dataset.exposure = one.id
  Object.assign(element.style, { position: 'absolute', width: '20px', height: '20px', transform: 'translate(-50%, -50%) rotate(45deg)', border: '2px solid var(--panel)', borderRadius: '4px', background: `var(${at === 'closing' ? '--overdue' : '--ink'})`, boxShadow: 'var(--shadow-1, 0 1px 3px rgb(0 0 0 / 40%))' })
  const sign = document.createElement('span')
  Object.assign(sign.style, { position: 'absolute', inset: '3px', border: '2px solid var(--panel)', borderRadius: '50%', background: 'linear-gradient(90deg, transparent 42%, var(--panel) 42% 58%, transparent 58%)' })
  element.append(sign)
  return element
}

const size = 28

/** Where the mark would stand: at its position, unless a place has its own mark there, then around it. */
function* spotsOf(one: Exposure, scale: number): Generator<Box> {
  const [x, y] = [worldX(one.lng) * scale, worldY(one.lat) * scale]
  if (!one.place) yield { x, y, w: size, h: size }
  yield* beside(x, y, size, size, 2, 4)
}

/** Marks the exposure places that are not released, as long as the map is there. A press opens the place, with its times. */
export function showExposures(map: BoardMap): void {
  const group = L.layerGroup().addTo(map.leaflet)
  const scope = effectScope(true)
  const seen = computed(() => JSON.stringify(openExposures.value.map(one => [one.id, one.lng, one.lat, one.name, standing(one)])))
  scope.run(() => watch([seen, words], () => {
    group.clearLayers()
    map.guests('exposure', openExposures.value.map((one) => {
      const marker = L.marker([one.lat, one.lng], { title: words.value.markHere(one.name, words.value.standings[standing(one)]), alt: '', keyboard: false, icon: L.divIcon({ className: '', iconSize: [size, size], iconAnchor: [size / 2, size / 2], html: wrapped(mark(one)) }) })
      marker.on('click', () => select(`exposure/${one.id}`)).addTo(group)
      return { places: scale => spotsOf(one, scale), put: at => moveMarker(marker, at, map.leaflet) }
    }))
  }, { immediate: true }))
  map.leaflet.on('unload', () => scope.stop())
}

/** In the middle of a larger area, so that a finger finds it. */
function wrapped(sign: HTMLElement): HTMLElement {
  const area = document.createElement('span')
  Object.assign(area.style, { position: 'absolute', inset: '0' })
  Object.assign(sign.style, { left: '50%', top: '50%' })
  area.append(sign)
  return area
}
