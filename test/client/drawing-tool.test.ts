import L from 'leaflet'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { drawRing, pickPoint } from '../../client/map/draw.ts'
import { readPalette } from '../../client/map/palette.ts'

let map: L.Map
beforeEach(() => {
  const box = document.body.appendChild(document.createElement('div'))
  for (const [side, length] of [['clientWidth', 800], ['clientHeight', 600]] as const) Object.defineProperty(box, side, { value: length })
  map = L.map(box, { center: [21.6, 110.3], zoom: 15, zoomAnimation: false, fadeAnimation: false, attributionControl: false })
})
afterEach(() => map.remove())

const at = (x: number, y: number) => map.containerPointToLatLng([x, y])
const click = (x: number, y: number) => map.fire('click', { latlng: at(x, y) })
const key = (name: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
const handles = () => [map.getContainer().querySelectorAll('.draw-corner').length, map.getContainer().querySelectorAll('.draw-middle').length]
const markers = () => [...map.getContainer().querySelectorAll<HTMLElement>('.draw-corner')]
/** Everything that lies on the map or changes it: its layers, marks of the tool, and what it does with a press. */
function traces() {
  let layers = 0
  // Leaflet keeps one empty canvas for all lines to come.
  map.eachLayer(layer => void (layers += layer instanceof L.Renderer ? 0 : 1))
  return { layers, marks: map.getContainer().querySelectorAll('.leaflet-marker-icon, path, [class*="draw-"]').length, drawing: map.getContainer().classList.contains('drawing'), zooms: map.doubleClickZoom.enabled() }
}
const nothing = { layers: 0, marks: 0, drawing: false, zooms: true }
const square = [[200, 200], [400, 200], [400, 400], [200, 400]] as const

it('[F17] while a new zone is drawn each corner has one handle and nothing lies between them; a corner taken back takes its handle along', () => {
  drawRing(map, readPalette(), () => {})
  for (const [i, [x, y]] of square.entries()) {
    click(x, y)
    expect(handles()).toEqual([i + 1, 0])
  }
  key('Backspace')
  expect(handles()).toEqual([3, 0])
})

it('[F17] a zone drawn, corrected and finished leaves no handle, no line and no listener on the map', () => {
  const drawn: unknown[] = []
  drawRing(map, readPalette(), ring => drawn.push(ring))
  for (const [x, y] of [...square, [300, 500]] as const) click(x, y)
  key('Backspace')
  key('Enter')
  expect(drawn).toEqual([square.map(([x, y]) => [expect.closeTo(at(x, y).lng, 5), expect.closeTo(at(x, y).lat, 5)])])
  expect(traces()).toEqual(nothing)
  click(300, 300)
  key('Enter')
  expect([drawn.length, traces()]).toEqual([1, nothing])
})

it('[F17] a zone that is reshaped has a handle for each corner and each side, loses the corner that is pressed, and after Esc leaves nothing', () => {
  const drawn: unknown[] = []
  drawRing(map, readPalette(), ring => drawn.push(ring), square.map(([x, y]) => [at(x, y).lng, at(x, y).lat]))
  expect(handles()).toEqual([4, 4])
  markers()[0]!.click()
  expect(handles()).toEqual([3, 3])
  key('Escape')
  expect([drawn, traces()]).toEqual([[null], nothing])
})

it('[F17] a drawing that is cancelled, a line and the pin of a position leave nothing on the map', () => {
  const drawn: unknown[] = []
  const tool = drawRing(map, readPalette(), ring => drawn.push(ring))
  click(200, 200)
  tool.cancel()
  expect([drawn, traces()]).toEqual([[null], nothing])

  drawRing(map, readPalette(), line => drawn.push(line), [], () => {}, 'line')
  click(200, 200)
  click(400, 400)
  key('Enter')
  expect([drawn.length, traces()]).toEqual([2, nothing])

  const pin = pickPoint(map, () => {}, at(300, 300))
  expect(traces()).toMatchObject({ marks: 1, drawing: true })
  pin.cancel()
  expect(traces()).toEqual(nothing)
})
