import type { County } from '../../shared/core/county.ts'
import L from 'leaflet'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { county, tileLayers } from '../../client/core/session.ts'
import { fetchTiles, sampleBytes } from '../../client/device/maps/fetch-tiles.ts'
import { waits } from '../../client/device/maps/in-turn.ts'
import { ended, here, keepMaps, maps, missing, most, objection, openMaps, removeMap, running, spare, stop, urlsOver } from '../../client/device/maps/kept-maps.ts'
import { tileUrl } from '../../client/map/cover.ts'

const layer = { name: 'W', url: 'https://{s}.tiles.example/{z}/{x}/{y}.png', datum: 'WGS-84', subdomains: '12', attribution: '', maxZoom: 13, keep: 'a contract' } as const
const square = (code: string, west: number) => ({ type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [[[west, 21.6], [west + 0.1, 21.6], [west + 0.1, 21.7], [west, 21.7]]] } })
/** Two townships side by side, which share tiles. */
const cells = { type: 'FeatureCollection', features: [square('a', 110.2), square('b', 110.3)] }

/** What a browser keeps: addresses and what is under them. */
let kept: Map<string, Response>
let asked: string[]
let atOnce: number[]
/** How the source answers a request. */
let answer: (url: string) => Response
let unlatch: (() => void)[]
let latched: boolean
function fails(error: Error): never {
  throw error
}
const png = () => new Response(new Uint8Array(1000), { headers: { 'content-type': 'image/png' } })

beforeEach(() => {
  ;[kept, asked, atOnce, answer, unlatch, latched] = [new Map(), [], [], png, [], false]
  county.value = { cells, townships: [] } as unknown as County
  tileLayers.value = [layer]
  const hrefOf = (one: string | Request) => new URL(typeof one === 'string' ? one : one.url, location.href).href
  const cache = {
    match: async (one: string) => kept.get(hrefOf(one))?.clone(),
    put: async (one: string, response: Response) => void kept.set(hrefOf(one), response),
    delete: async (one: string) => kept.delete(hrefOf(one)),
    keys: async () => [...kept.keys()].map(url => ({ url })),
  }
  vi.stubGlobal('caches', { open: async () => cache })
  let open = 0
  vi.stubGlobal('fetch', async (url: string, { signal }: RequestInit = {}) => {
    asked.push(url)
    atOnce.push(++open)
    if (latched) await new Promise<void>(go => unlatch.push(go))
    open--
    signal?.throwIfAborted()
    return answer(url)
  })
})
afterEach(async () => {
  await openMaps()
  county.value = null
  tileLayers.value = []
  ended.value = null
  vi.unstubAllGlobals()
})
const tilesHere = () => [...kept.keys()].filter(url => url.includes('tiles.example')).sort()
const sorted = (urls: readonly string[]) => [...urls].sort()

it('[F85] a tile is kept under the address that the map asks for', () => {
  const map = L.map(document.createElement('div'), { center: [21.65, 110.25], zoom: 13 })
  const shown = L.tileLayer(layer.url, { subdomains: layer.subdomains }).addTo(map)
  for (const at of [{ x: 6604, y: 3592, z: 13 }, { x: 6605, y: 3592, z: 13 }]) expect(tileUrl(layer, at)).toBe(shown.getTileUrl(Object.assign(L.point(at.x, at.y), { z: at.z })))
  map.remove()
})

it('[F85] [D15] a township is fetched a few tiles at once, with progress, and listed with its size', async () => {
  latched = true
  const run = keepMaps(layer, ['a'])
  const all = urlsOver(layer, 'a').length
  await vi.waitFor(() => expect(unlatch).toHaveLength(4))
  expect(running.value).toMatchObject({ done: 0, all })
  unlatch.splice(0, 1)[0]?.()
  await vi.waitFor(() => expect(running.value).toMatchObject({ done: 1, bytes: 1000 }))
  latched = false
  unlatch.forEach(go => go())
  await run
  expect(Math.max(...atOnce)).toBe(4)
  expect(tilesHere()).toEqual(sorted(urlsOver(layer, 'a')))
  expect(maps.value).toMatchObject([{ layer: layer.url, township: 'a', bytes: 1000 * all, absent: 0 }])
  expect([ended.value?.ending, running.value]).toEqual(['done', null])
})

it('[F85] [D15] what arrived before a stop stays, and only the rest is fetched later', async () => {
  latched = true
  const run = keepMaps(layer, ['a', 'b'])
  await vi.waitFor(() => expect(unlatch).toHaveLength(4))
  unlatch.splice(0, 2).forEach(go => go())
  await vi.waitFor(() => expect(running.value?.done).toBe(2))
  stop()
  latched = false
  unlatch.forEach(go => go())
  await run
  expect(ended.value?.ending).toBe('stopped')
  const before = tilesHere()
  expect(before).toHaveLength(2)
  expect(maps.value.map(one => one.township)).toEqual(['a'])
  asked = []
  await keepMaps(layer, ['a'])
  expect(sorted([...before, ...asked])).toEqual(sorted(urlsOver(layer, 'a')))
  expect(maps.value).toMatchObject([{ bytes: 1000 * urlsOver(layer, 'a').length }])
})

it.each([
  ['the network goes', 'network', () => fails(new TypeError('Failed to fetch'))],
  ['the source refuses', 'refused', () => new Response(null, { status: 429 })],
  ['the source answers with a page', 'refused', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
  ['the device is full', 'full', () => fails(new DOMException('x', 'QuotaExceededError'))],
] as const)('[F85] [D15] a run ends when %s, and what arrived stays', async (_name, ending, wrong) => {
  answer = () => asked.length > 6 ? wrong() : png()
  await keepMaps(layer, ['a', 'b'])
  expect(ended.value?.ending).toBe(ending)
  expect(tilesHere().length).toBeGreaterThan(0)
  expect(asked.length).toBeLessThan(15)
  answer = png
  await keepMaps(layer, ['a', 'b'])
  expect([ended.value?.ending, missing(layer, ['a', 'b'])]).toEqual(['done', []])
})

it('[F85] a tile that the source does not have ends nothing and is counted', async () => {
  const gone = urlsOver(layer, 'a')[3]
  answer = url => url === gone ? new Response(null, { status: 404 }) : png()
  await keepMaps(layer, ['a'])
  expect([ended.value?.ending, maps.value[0]?.absent, tilesHere().length]).toEqual(['done', 1, urlsOver(layer, 'a').length - 1])
})

it('[F85] [D15] what is deleted is gone, but for what a township beside it needs', async () => {
  await keepMaps(layer, ['a', 'b'])
  await removeMap(maps.value.find(one => one.township === 'a')!)
  expect(tilesHere()).toEqual(sorted(urlsOver(layer, 'b')))
  expect(urlsOver(layer, 'b').some(url => urlsOver(layer, 'a').includes(url))).toBe(true)
  await removeMap(maps.value[0]!)
  expect([tilesHere(), maps.value, here.value.size]).toEqual([[], [], 0])
})

it('[F85] [D15] tiles of a layer that may not be kept any more are removed', async () => {
  await keepMaps(layer, ['a'])
  const { keep: _withdrawn, ...rest } = layer
  tileLayers.value = [rest]
  await openMaps()
  expect([tilesHere(), maps.value]).toEqual([[], []])
})

it('[F85] [D15] all base maps have one bound, and room for work stays free', async () => {
  expect(objection({ tiles: most.tiles, bytes: 1 }, null)).toBeNull()
  expect(objection({ tiles: most.tiles + 1, bytes: 1 }, null)).toBe('most')
  expect(objection({ tiles: 1, bytes: most.bytes + 1 }, null)).toBe('most')
  expect(objection({ tiles: 1, bytes: 5e6 }, spare + 5e6)).toBeNull()
  expect(objection({ tiles: 1, bytes: 5e6 }, spare + 4e6)).toBe('full')
  await keepMaps(layer, ['a'])
  expect(objection({ tiles: most.tiles, bytes: 1 }, null)).toBe('most')
  const taken: string[] = []
  expect(await fetchTiles(urlsOver(layer, 'b'), { room: 4500, signal: new AbortController().signal, take: async url => void taken.push(url) })).toBe('most')
  expect(taken).toHaveLength(4)
})

it('[F85] [D15] a page says that it waits while another page of the browser is at work, shows what is here, and can be stopped', async () => {
  await keepMaps(layer, ['b'])
  let done = () => {}
  let busy: Promise<void> | null = new Promise(end => done = end)
  const locks = {
    async request(_name: string, { ifAvailable, signal }: LockOptions, work: (lock: object | null) => Promise<unknown>) {
      if (ifAvailable) return await work(busy ? null : {})
      signal?.throwIfAborted()
      await Promise.race([busy, new Promise((_, fail) => signal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError'))))])
      return await work({})
    },
  }
  vi.stubGlobal('navigator', { ...navigator, locks })
  maps.value = []
  const opening = openMaps()
  await vi.waitFor(() => expect(waits.value).toBe(true))
  expect(maps.value.map(one => one.township)).toEqual(['b'])
  const run = keepMaps(layer, ['a'])
  expect(running.value).toMatchObject({ done: 0 })
  stop()
  await run
  expect([ended.value?.ending, missing(layer, ['a']).length > 0]).toEqual(['stopped', true])
  busy = null
  done()
  await opening
  expect(waits.value).toBe(false)
})

it('[F85] the size is measured on six tiles of all zooms', async () => {
  const urls = urlsOver(layer, 'a')
  expect(await sampleBytes(urls)).toBe(1000)
  expect(asked).toHaveLength(6)
  expect([asked[0], asked.at(-1)]).toEqual([urls[0], urls.at(-1)])
  answer = () => fails(new TypeError('Failed to fetch'))
  await expect(sampleBytes(urls)).rejects.toThrow()
})
