import { expect, it } from 'vitest'
import { datumShift } from '../../client/map/datum.ts'
import { worldX, worldY } from '../../client/map/mercator.ts'

const metresAPixel = (lat: number, zoom: number) => 40_075_016.686 * Math.cos(lat * Math.PI / 180) / 256 / 2 ** zoom

it('[F86] tiles drawn in GCJ-02 lie about 450 m east and 290 m south here, and are moved back by just that', () => {
  const { x, y } = datumShift(110.27, 21.6, 14)
  const metre = metresAPixel(21.6, 14)
  expect(x * metre).toBeGreaterThan(400)
  expect(x * metre).toBeLessThan(520)
  expect(Math.abs(y * metre)).toBeGreaterThan(200)
  expect(Math.abs(y * metre)).toBeLessThan(340)
  const far = datumShift(110.27, 21.6, 17)
  expect(far.x / x).toBeCloseTo(8, 6)
})

it('[F86] tiles outside China are not moved', () => {
  expect(datumShift(-20, 64.5, 14)).toEqual({ x: 0, y: 0 })
})

it('the projection is the one the map library uses', () => {
  expect(worldX(-180)).toBe(0)
  expect(worldX(180)).toBe(256)
  expect(worldY(0)).toBeCloseTo(128, 9)
  expect(worldY(85.0511287798)).toBeCloseTo(0, 6)
})
