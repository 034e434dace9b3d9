import L from 'leaflet'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { createFreeArea } from '../../client/map/free-area.ts'

vi.stubGlobal('matchMedia', () => ({ matches: true }))
afterAll(() => vi.unstubAllGlobals())
const bounds = L.latLngBounds([21.4, 109.75], [22, 110.5])
let map: L.Map

beforeEach(() => {
  const element = document.createElement('div')
  Object.defineProperties(element, { clientWidth: { value: 1366 }, clientHeight: { value: 720 } })
  map = L.map(element, { zoomSnap: 0.25, fadeAnimation: false, zoomAnimation: false })
})

const state = () => ({ ...map.getCenter(), zoom: map.getZoom() })
const at = (lat: number, lng: number) => map.latLngToContainerPoint([lat, lng])

it('[SC8] the whole county is fitted into the part that panels leave free', () => {
  const free = createFreeArea(map, bounds)
  free.set({ left: 344, top: 60, right: 384, bottom: 100 })
  free.fit()
  const [topLeft, bottomRight] = [map.latLngToContainerPoint(bounds.getNorthWest()), map.latLngToContainerPoint(bounds.getSouthEast())]
  expect(topLeft.x).toBeGreaterThanOrEqual(343)
  expect(topLeft.y).toBeGreaterThanOrEqual(59)
  expect(bottomRight.x).toBeLessThanOrEqual(1366 - 383)
  expect(bottomRight.y).toBeLessThanOrEqual(720 - 99)
})

it('[SC8] a panel that opens or closes leaves centre and zoom as they are', () => {
  const free = createFreeArea(map, bounds)
  free.fit()
  map.setView([21.61, 110.28], 16)
  const before = state()
  free.set({ left: 344, top: 60, right: 384, bottom: 100 })
  expect(state()).toEqual(before)
  free.set({ left: 344, top: 60, right: 30, bottom: 100 })
  expect(state()).toEqual(before)
})

it('[SC8] a record in the free part does not move the map; one under a panel or out of sight comes into the middle of it', async () => {
  const free = createFreeArea(map, bounds)
  map.setView([21.61, 110.28], 14)
  free.set({ left: 344, top: 60, right: 384, bottom: 100 })
  const before = state()
  free.show(map.containerPointToLatLng([600, 300]), 12)
  expect(state()).toEqual(before)
  for (const [x, y] of [[1200, 300], [100, 300], [600, 20], [3000, 300]] as const) {
    const spot = map.containerPointToLatLng([x, y])
    const still = new Promise(done => map.once('moveend', done))
    free.show(spot, 12)
    await still
    expect(map.getZoom()).toBe(14)
    expect(at(spot.lat, spot.lng).distanceTo([(344 + 1366 - 384) / 2, (60 + 720 - 100) / 2])).toBeLessThan(2)
  }
})
