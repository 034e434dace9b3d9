import { expect, it } from 'vitest'
import { keptZooms, ringsOf, tilesOver, tileUrl } from '../../client/map/cover.ts'
import { worldX, worldY } from '../../client/map/mercator.ts'
import { inside } from '../../shared/core/ring.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { mars } from '../support/mars.ts'

const jishui = ringsOf(folder.county.cells, '440881103')
/** Positions in the township, a fine grid. */
const lngs = jishui.flat().map(([lng]) => lng)
const lats = jishui.flat().map(([, lat]) => lat)
const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
const spots = Array.from({ length: 120 * 120 }, (_, i) => [west + (i % 120 + 0.5) * (east - west) / 120, south + (Math.floor(i / 120) + 0.5) * (north - south) / 120] as const).filter(at => jishui.some(ring => inside(at, ring)))
const tileAt = (lng: number, lat: number, z: number) => `${z}/${Math.floor(worldX(lng) * 2 ** z / 256)}/${Math.floor(worldY(lat) * 2 ** z / 256)}`
const names = (tiles: readonly { readonly x: number, readonly y: number, readonly z: number }[]) => tiles.map(({ x, y, z }) => `${z}/${x}/${y}`)

it('[F85] [D15] the tiles of a township are those over its cell, at every zoom that is kept, each once', () => {
  const tiles = tilesOver(jishui, { datum: 'WGS-84', maxZoom: 18 })
  const got = new Set(names(tiles))
  expect(got.size).toBe(tiles.length)
  expect(new Set(tiles.map(({ z }) => z))).toEqual(new Set([10, 11, 12, 13, 14, 15, 16]))
  for (let z = keptZooms.from; z <= keptZooms.to; z++) expect(spots.map(([lng, lat]) => tileAt(lng, lat, z)).filter(name => !got.has(name)), `zoom ${z}`).toEqual([])
  // At the finest zoom those at the border may be touched by no spot of the grid, but never as many as its box has corners to spare.
  const finest = tiles.filter(({ z }) => z === 16)
  const touched = new Set(spots.map(([lng, lat]) => tileAt(lng, lat, 16)))
  expect(finest.length - touched.size).toBeLessThan(finest.length / 12)
  const box = (Math.floor(worldX(east) * 256) - Math.floor(worldX(west) * 256) + 1) * (Math.floor(worldY(south) * 256) - Math.floor(worldY(north) * 256) + 1)
  expect(finest.length).toBeLessThan(box * 0.85)
})

it('[F85] [D15] of a layer in GCJ-02 the tiles are those on which its datum has the township', () => {
  const got = new Set(names(tilesOver(jishui, { datum: 'GCJ-02', maxZoom: 18 })))
  const wanted = new Set(spots.map(([lng, lat]) => mars(lng, lat)).map(({ lng, lat }) => tileAt(lng, lat, 16)))
  expect([...wanted].filter(name => !got.has(name))).toEqual([])
  expect(got).not.toEqual(new Set(names(tilesOver(jishui, { datum: 'WGS-84', maxZoom: 18 }))))
})

it('[F85] a layer that ends earlier has no finer tiles; a township without a cell has none', () => {
  expect(Math.max(...tilesOver(jishui, { datum: 'WGS-84', maxZoom: 12 }).map(({ z }) => z))).toBe(12)
  expect(tilesOver(ringsOf(folder.county.cells, 'x'), { datum: 'WGS-84', maxZoom: 18 })).toEqual([])
})

it('[F85] a township smaller than a tile has the tile that holds it', () => {
  const dot = [[[110.2, 21.6], [110.20001, 21.6], [110.20001, 21.60001]]] as const
  expect(names(tilesOver(dot, { datum: 'WGS-84', maxZoom: 11 }))).toEqual([tileAt(110.2, 21.6, 10), tileAt(110.2, 21.6, 11)])
})

it('[F85] a strip thinner than a tile has also the tiles that only its edges cross', () => {
  const strip = [[[110, 21.6], [110.5, 21.6], [110.5, 21.60001]]] as const
  expect(names(tilesOver(strip, { datum: 'WGS-84', maxZoom: 11 }))).toEqual(expect.arrayContaining([110, 110.1, 110.3, 110.5].map(lng => tileAt(lng, 21.6, 11))))
})

it('[F85] every tile has one address, whatever the subdomains', () => {
  const layer = { url: 'https://{s}.tiles.example/{z}/{x}/{-y}{r}.png?k=1', subdomains: '1234' }
  expect(tileUrl(layer, { x: 5, y: 2, z: 3 })).toBe('https://4.tiles.example/3/5/5.png?k=1')
  expect(tileUrl({ ...layer, subdomains: '' }, { x: 5, y: 2, z: 3 })).toBe('https://b.tiles.example/3/5/5.png?k=1')
})
