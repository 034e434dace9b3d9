import type { FeatureCollection } from 'geojson'
import type { Board } from '../../shared/core/board.ts'
import { expect, it } from 'vitest'
import { metresOutside, outlineOf, touches } from '../../shared/core/outline.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { crosses, flat } from '../../shared/core/ring.ts'
import { folder as lianjiang } from '../../shared/county/lianjiang/index.ts'
import { board, facts, noon, outcome, when, who } from '../support/given.ts'

type Ring = [number, number][]
const square = (x: number, y: number, side: number): Ring => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
const land = (rings: readonly Ring[], toleranceM?: number): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: { toleranceM }, geometry: { type: 'MultiPolygon', coordinates: rings.map(ring => [ring]) } }],
})
/** Two islands on the equator, where a thousandth of a degree is 111 m both ways. */
const islands = outlineOf(land([square(0, 0, 1), square(3, 0, 1)], 100))
const there = (given: Board, name: string, args: object) => {
  const answer = outcome(given, who.coordinator, name, args, noon, { ...facts, outline: islands })
  return answer instanceof Rejection ? answer.code : answer
}
const draw = (ring: Ring) => there(board(), 'drawZone', { zone: 'z9', name: 'x', level: 'control', ring, validFrom: noon })

it('[Z1] a zone of equal or collinear points is refused, whichever way they lie', () => {
  for (const ring of [[[0, 0], [0, 0], [0, 0]], [[0.1, 0.1], [0.2, 0.2], [0.3, 0.3]], [[0.1, 0.1], [0.3, 0.3], [0.2, 0.2]], [[0.1, 0.5], [0.2, 0.5], [0.3, 0.5], [0.15, 0.5]], [[0.5, 0.1], [0.5, 0.9], [0.5, 0.2]]] as Ring[]) {
    expect(flat(ring)).toBe(true)
    expect(draw(ring)).toBe('flat_ring')
  }
  expect(draw(square(0.1, 0.1, 0.0001))).toBeInstanceOf(Array)
  expect(draw([[0, 0], [1, 1], [1, 0], [0, 1]])).toBe('crossed_ring')
})

it('[Z1] a zone that lies outside the county is refused; one that touches it, holds it, or crosses it is drawn', () => {
  expect(draw(square(1.5, 0, 1))).toBe('outside_county')
  expect(draw(square(0.9, 0.9, 1))).toBeInstanceOf(Array)
  expect(draw(square(3.4, 0.4, 0.1))).toBeInstanceOf(Array)
  expect(draw(square(-5, -5, 20))).toBeInstanceOf(Array)
  expect(draw([[-1, 0.4], [2, 0.4], [2, 0.6], [-1, 0.6]])).toBeInstanceOf(Array)
  expect(crosses(square(0, 0, 1), square(0.5, 0.5, 1))).toBe(true)
  expect(crosses(square(0, 0, 1), square(5, 5, 1))).toBe(false)
})

it('[Z1] a zone of before that lies outside is still edited, but not drawn anew', () => {
  const edit = (set: object, base: object) => there(board({ zone: [{ id: 'z1' }] }), 'editZone', { zone: 'z1', set, base })
  expect(edit({ name: 'y' }, { name: 'market' })).toBeInstanceOf(Array)
  const ring: Ring = [[110, 21], [110.1, 21], [110.1, 21.1]]
  expect(edit({ ring: square(50, 50, 1) }, { ring })).toBe('outside_county')
  expect(edit({ ring: [[0, 0], [0, 0], [0, 0]] }, { ring })).toBe('flat_ring')
})

it('[Z1] a zone ends after it begins: a moment later will do, the same moment will not', () => {
  const until = (validTo: number) => when(board(), who.coordinator, 'drawZone', { zone: 'z9', name: 'x', level: 'control', ring: square(0, 0, 1), validFrom: noon, validTo })
  expect([until(noon), until(noon - 1)]).toEqual(['ends_before_start', 'ends_before_start'])
  expect(until(noon + 1)).toBeInstanceOf(Array)
  const edit = (validTo: number) => when(board({ zone: [{ id: 'z1' }] }), who.coordinator, 'editZone', { zone: 'z1', set: { validTo }, base: { validTo: null }, override: true })
  expect(edit(noon)).toBe('ends_before_start')
  expect(edit(noon + 1)).toBeInstanceOf(Array)
})

it('[Z3] how far outside the county a position lies; nothing within it, on an island, or within what the outline may be wrong', () => {
  expect(metresOutside({ lng: 0.5, lat: 0.5 }, islands)).toBe(0)
  expect(metresOutside({ lng: 3.5, lat: 0.5 }, islands)).toBe(0)
  expect(metresOutside({ lng: 1.0005, lat: 0.5 }, islands)).toBe(0)
  expect(metresOutside({ lng: 1.01, lat: 0.5 }, islands)).toBeCloseTo(1112, -1)
  expect(metresOutside({ lng: 2.99, lat: 0.5 }, islands)).toBeCloseTo(1112, -1)
  expect(metresOutside({ lng: 1.03, lat: 1.04 }, islands) / 1000).toBeCloseTo(5.56, 1)
  expect(metresOutside({ lng: 100, lat: 50 }, outlineOf({ type: 'FeatureCollection', features: [] }))).toBe(0)
  expect(touches(square(9, 9, 1), outlineOf({ type: 'FeatureCollection', features: [] }))).toBe(true)
})

it('[Z3] every seat of a township lies in its county, a city next to it outside', () => {
  const outline = outlineOf(lianjiang.county.outline)
  expect(outline.rings.length).toBeGreaterThan(0)
  expect(lianjiang.county.townships.map(one => metresOutside({ lng: one.seat[0], lat: one.seat[1] }, outline))).toEqual(lianjiang.county.townships.map(() => 0))
  expect(metresOutside({ lng: 110.36, lat: 21.27 }, outline)).toBeGreaterThan(5000)
})
