import type { Exposure } from '../../shared/records.ts'
import L from 'leaflet'
import { computed, effectScope, watch } from 'vue'
import { select } from '../core/selection.ts'
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

/** How far the mark stands from the middle of its place, whose own mark stays readable (pixels). */
const aside = 16

/** Marks the exposure places that are not released, as long as the map is there. A press opens the place, with its times. */
export function showExposures(map: L.Map): void {
  const group = L.layerGroup().addTo(map)
  const scope = effectScope(true)
  const seen = computed(() => JSON.stringify(openExposures.value.map(one => [one.id, one.lng, one.lat, one.name, standing(one)])))
  scope.run(() => watch([seen, words], () => {
    group.clearLayers()
    for (const one of openExposures.value) {
      const marker = L.marker([one.lat, one.lng], { title: words.value.markHere(one.name, words.value.standings[standing(one)]), alt: '', keyboard: false, icon: L.divIcon({ className: '', iconSize: [28, 28], iconAnchor: one.place ? [14 + aside, 14 + aside] : [14, 14], html: wrapped(mark(one)) }) })
      marker.on('click', () => select(`exposure/${one.id}`)).addTo(group)
    }
  }, { immediate: true }))
  map.on('unload', () => scope.stop())
}

/** In the middle of a larger area, so that a finger finds it. */
function wrapped(sign: HTMLElement): HTMLElement {
  const area = document.createElement('span')
  Object.assign(area.style, { position: 'absolute', inset: '0' })
  Object.assign(sign.style, { left: '50%', top: '50%' })
  area.append(sign)
  return area
}
