import type { Transfer } from '../../shared/records.ts'
import type { Box, Guest } from '../map/collision.ts'
import type { BoardMap } from '../map/map.ts'
import L from 'leaflet'
import { computed, effectScope, watch } from 'vue'
import { record, records } from '../core/board.ts'
import { dotted } from '../core/isolate.ts'
import { county } from '../core/session.ts'
import { clockTime } from '../core/time.ts'
import { beside } from '../map/collision.ts'
import { moveMarker } from '../map/guest-marker.ts'
import { worldX, worldY } from '../map/mercator.ts'
import { tripLate } from './waiting.ts'
import { quarantineWords as words } from './words.ts'

type Point = [lat: number, lng: number]

function pointOf(place: string | null, township: string | null): Point | null {
  const home = place === null ? undefined : record('place', place)
  const seat = county.value?.townships.find(one => one.code === township)?.seat
  return home ? [home.lat, home.lng] : seat ? [seat[1], seat[0]] : null
}

/** What the label says: nobody follows the vehicle, so the line shows only from where to where. */
export const tripLabel = (trip: Transfer): string => dotted([words.value.trip(trip.no), words.value.heads(trip.heads), tripLate(trip) ? words.value.states.late : words.value.arrives(clockTime(trip.arriveBy)), words.value.schematic])

/** Where there is no room for all of it; its colour still says whether it is late. */
const shortLabel = (trip: Transfer): string => dotted([words.value.trip(trip.no), words.value.schematic])

function label(trip: Transfer): HTMLElement {
  const element = document.createElement('span')
  element.className = 'trip-label'
  element.textContent = tripLabel(trip)
  const late = tripLate(trip)
  Object.assign(element.style, { position: 'absolute', transform: 'translate(-50%, -50%)', padding: '1px 7px', border: `1.5px solid var(${late ? '--overdue' : '--ink'})`, borderRadius: '9px', background: 'var(--panel)', color: `var(${late ? '--overdue' : '--text'})`, font: '600 12px/18px var(--font, sans-serif)', whiteSpace: 'nowrap' })
  return element
}

const height = 22

/** Where a label would stand: on its line, in the middle first, then beside it. */
function* spotsAlong(from: Point, to: Point, w: number, scale: number): Generator<Box> {
  const [x0, y0, x1, y1] = [worldX(from[1]) * scale, worldY(from[0]) * scale, worldX(to[1]) * scale, worldY(to[0]) * scale]
  for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) yield { x: x0 + (x1 - x0) * part, y: y0 + (y1 - y0) * part, w, h: height }
  yield* beside((x0 + x1) / 2, (y0 + y1) / 2, w, height, 4, 3)
}

/** A label that is short where its whole text has no room. */
function seated(trip: Transfer, sign: HTMLElement, from: Point, to: Point, move: (spot: Box | null) => void): Guest {
  const texts = [tripLabel(trip), shortLabel(trip)]
  const widths = () => texts.map((text) => {
    sign.textContent = text
    return sign.offsetWidth
  })
  let known = widths()
  return {
    * places(scale) {
      // A map that was hidden when the label was made has measured nothing.
      if (!known[0]) known = widths()
      for (const w of known) yield* spotsAlong(from, to, w, scale)
    },
    put(spot) {
      sign.textContent = texts[spot && spot.w < (known[0] ?? 0) ? 1 : 0] ?? ''
      move(spot)
    },
  }
}

/** Draws the transfers under way as straight lines with a label, from their start to the site, as long as the map is there. Colours follow the theme. */
export function showTrips(map: BoardMap): void {
  const group = L.layerGroup().addTo(map.leaflet)
  const scope = effectScope(true)
  const under = computed(() => records('transfer').filter(one => one.state === 'underWay').map(trip => ({ trip, text: tripLabel(trip), from: pointOf(trip.from.place, trip.fromTownship), to: pointOf(trip.target, trip.township) })))
  const seen = computed(() => JSON.stringify(under.value.map(({ text, from, to }) => [text, from, to])))
  scope.run(() => watch(seen, () => {
    group.clearLayers()
    const labels: Guest[] = []
    for (const { trip, from, to } of under.value) {
      if (!to) continue
      if (from) {
        const line = L.polyline([from, to], { interactive: false, weight: 3, dashArray: '2 7', lineCap: 'round' }).addTo(group)
        const path = line.getElement() as SVGElement | undefined
        if (path) path.style.stroke = `var(${tripLate(trip) ? '--overdue' : '--ink'})`
      }
      const at: Point = from ? [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] : to
      const sign = label(trip)
      const marker = L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: '', iconSize: [0, 0], html: sign }) }).addTo(group)
      labels.push(seated(trip, sign, from ?? to, to, spot => moveMarker(marker, spot, map.leaflet)))
    }
    map.guests('transfer', labels)
  }, { immediate: true }))
  map.leaflet.on('unload', () => scope.stop())
}
