import type { MapShape } from '../../shared/transfer/map-shapes.ts'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { toKml } from '../../client/register/map-files.ts'
import { factsOf } from '../../shared/core/county.ts'
import { readShapes } from '../../shared/transfer/map-shapes.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { draftOf, exchanged } from '../../shared/zones/from-file.ts'
import { county } from '../support/county.ts'
import { make, noon } from '../support/given.ts'

const facts = { ...factsOf(county), outline: { rings: [[[-20.5, 64], [-19.5, 64], [-19.5, 64.5], [-20.5, 64.5]]] as const, tolerance: 100 } }
type Corners = readonly (readonly [number, number])[]
const kml = (inside: string) => `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`
const text = (ring: Corners) => ring.map(corner => corner.join(',')).join(' ')
const outer = (ring: Corners) => `<outerBoundaryIs><LinearRing><coordinates>${text(ring)}</coordinates></LinearRing></outerBoundaryIs>`
const polygon = (ring: Corners, more = '') => `<Polygon>${outer(ring)}${more}</Polygon>`
const mark = (inside: string, id = '') => `<Placemark${id && ` id="${id}"`}><name>A</name>${inside}</Placemark>`
const square: Corners = [[-20, 64.2], [-19.9, 64.2], [-19.9, 64.3], [-20, 64.3]]
const judged = (ring: Corners, more?: string) => draftOf(readShapes(kml(mark(polygon(ring, more))))[0] as MapShape, facts).fault
const problemOf = (read: () => unknown) => {
  try {
    return read()
  } catch (error) {
    return (error as { code?: string }).code
  }
}

it('[F92] [EX6] a polygon of a KML becomes the draft of a zone with its name, its corners without the closing one, and the id under which it went out', () => {
  const zone = make('zone', { id: 'z1', name: '东片', ring: square.map(([lng, lat]): [number, number] => [lng, lat]), validFrom: noon })
  const [shape] = readShapes(toKml([zone], { name: 'x', columns: [], rows: () => [[]] }, ''))
  expect(shape && draftOf(shape, facts)).toEqual({ id: 'z1', name: '东片', ring: square, fault: null })
})

it('[F92] [EX6] the shapes of a MultiGeometry are drafts of their own, without the id that they share; points and lines are none', () => {
  const found = readShapes(kml(`${mark(`<MultiGeometry>${polygon(square)}${polygon(square)}</MultiGeometry>`, 'm1')}${mark('<Point><coordinates>1,2</coordinates></Point>')}`))
  expect(found.map(({ id, name }) => [id, name])).toEqual([['', 'A 1'], ['', 'A 2']])
})

it.each([
  ['crosses itself', [[-20, 64.2], [-19.9, 64.3], [-19.9, 64.2], [-20, 64.3]], 'crossed_ring'],
  ['lies on a line', [[-20, 64.2], [-19.9, 64.2], [-19.8, 64.2]], 'flat_ring'],
  ['has two corners', [[-20, 64.2], [-19.9, 64.2]], 'few_corners'],
  ['has too many corners', Array.from({ length: 501 }, (_, i) => [-20 + Math.cos(i / 80) / 20, 64.2 + Math.sin(i / 80) / 20]), 'many_corners'],
  ['is outside the county', [[10, 10], [11, 10], [11, 11]], 'outside_county'],
  ['is nowhere on Earth', [[-200, 164.2], [-199.9, 164.2], [-199.9, 164.3]], 'outside_county'],
  ['has an empty corner', [[-20, 64.2], [-19.9, ''], [-19.9, 64.3]], 'garbled'],
] as unknown as readonly [string, Corners, string][])('[F92] [EX6] a polygon that %s is no draft, and says why', (_, ring, fault) => {
  expect(judged(ring)).toBe(fault)
})

it('[F92] [EX6] a polygon with a hole is no draft; one with longitude and latitude exchanged is offered the other way round', () => {
  expect(judged(square, `<innerBoundaryIs><LinearRing><coordinates>${text(square)}</coordinates></LinearRing></innerBoundaryIs>`)).toBe('holes')
  const [shape] = readShapes(kml(mark(polygon(square.map(([lng, lat]) => [lat, lng] as const)))))
  const draft = draftOf(shape as MapShape, facts)
  expect(draft.fault).toBe('swapped')
  expect(exchanged(draft, facts)).toMatchObject({ fault: null, ring: square })
})

it.each([
  ['entities', () => readShapes('<!DOCTYPE kml [<!ENTITY a "b">]><kml/>'), 'damaged'],
  ['depth', () => readShapes(kml('<Folder>'.repeat(70) + '</Folder>'.repeat(70))), 'bomb'],
  ['too many shapes', () => readShapes(kml(mark(polygon(square)).repeat(201))), 'too_many_rows'],
  ['too many corners', () => readShapes(kml(mark(polygon(Array.from({ length: 20_001 }, () => [1, 1]))))), 'bomb'],
  ['no shapes', () => readShapes(kml('')), 'not_a_list'],
  ['no end', () => readShapes('<kml><Document><Placemark>'), 'damaged'],
])('[F92] [EX6] a hostile file of shapes is refused: %s', (_, read, problem) => {
  expect(problemOf(read)).toBe(problem)
})

it('[F92] [EX5] a KMZ is read as the KML in it, its pictures stay packed, and one that unpacks to too much is refused', () => {
  const place = strToU8(kml('<Placemark id="p1"><name>Gate</name><Point><coordinates>-20,64.2</coordinates></Point></Placemark>'))
  const packed = (parts: Record<string, Uint8Array>) => zipSync(parts) as Uint8Array<ArrayBuffer>
  expect(readSheets('x.kmz', packed({ 'files/a.png': new Uint8Array(9), 'doc.kml': place, 'other.kml': strToU8('<kml/>') }))[0]?.rows.map(({ cells }) => cells.slice(0, 5))).toEqual([['名称', '备注', '经度', '纬度', '编号'], ['Gate', '', '-20', '64.2', 'p1']])
  expect(problemOf(() => readSheets('x.kmz', packed({ 'doc.kml': new Uint8Array(21 * 2 ** 20) })))).toBe('bomb')
  expect(problemOf(() => readSheets('x.kmz', packed({ '../doc.kml': place })))).toBe('damaged')
})
