import type { TileLayer } from '../../core/session.ts'
import type { Ending } from './fetch-tiles.ts'
import type { KeptMap } from './store.ts'
import { shallowRef } from 'vue'
import { realNow } from '../../core/clock.ts'
import { county, tileLayers } from '../../core/session.ts'
import { measureStorage } from '../../core/storage.ts'
import { ringsOf, tilesOver, tileUrl } from '../../map/cover.ts'
import { fetchTiles } from './fetch-tiles.ts'
import { inTurn } from './in-turn.ts'
import { keepOnly, keepTile, keptUrls, readMaps, writeMaps } from './store.ts'

/** Base maps that this device keeps by township, for the map without a network. */

/** What all base maps together may take on a device. */
export const most = { tiles: 20_000, bytes: 400e6 } as const
/** Bytes that stay free for work. */
export const spare = 100e6
/** Tiles after which the list says how far a run is, should the page be closed. */
const noteEach = 50

export const maps = shallowRef<readonly KeptMap[]>([])
export const here = shallowRef<ReadonlySet<string>>(new Set())
export const running = shallowRef<{ readonly layer: string, readonly done: number, readonly all: number, readonly bytes: number } | null>(null)
export const ended = shallowRef<{ readonly layer: string, readonly ending: Ending } | null>(null)
let stopping = new AbortController()

/** The layers whose licence, as the operator states it, allows keeping. */
export const mayKeep = (layers: readonly TileLayer[]) => layers.filter(({ keep }) => keep !== undefined)

/** The addresses of the tiles over a township. */
const known = new Map<string, readonly string[]>()
export function urlsOver(layer: TileLayer, township: string): readonly string[] {
  const name = JSON.stringify([layer, township, devicePixelRatio])
  const urls = known.get(name) ?? (county.value ? tilesOver(ringsOf(county.value.cells, township), layer).map(tile => tileUrl(layer, tile)) : [])
  known.set(name, urls)
  return urls
}

/** Tiles over these townships that are not here. */
export const missing = (layer: TileLayer, townships: readonly string[]): string[] => [...new Set(townships.flatMap(one => urlsOver(layer, one)))].filter(url => !here.value.has(url))

/** What forbids to keep so much more; null if nothing does. `free` is null where the browser does not say it. */
export function objection(more: { readonly tiles: number, readonly bytes: number }, free: number | null): 'most' | 'full' | null {
  const bytes = maps.value.reduce((sum, one) => sum + one.bytes, more.bytes)
  if (here.value.size + more.tiles > most.tiles || bytes > most.bytes) return 'most'
  return free !== null && more.bytes > free - spare ? 'full' : null
}

const ofLayer = (map: KeptMap) => mayKeep(tileLayers.value).find(({ url }) => url === map.layer)

async function look(): Promise<void> {
  maps.value = await readMaps()
  here.value = await keptUrls()
  await measureStorage().catch(() => {})
}

/** Removes the tiles that no kept township needs, or whose layer may not be kept any more. */
async function sweep(stays: (map: KeptMap) => boolean): Promise<void> {
  await inTurn(async () => {
    const rest = (await readMaps()).filter(map => ofLayer(map) && stays(map))
    await keepOnly(new Set(rest.flatMap((map) => {
      const layer = ofLayer(map)
      return layer ? urlsOver(layer, map.township) : []
    })))
    await writeMaps(rest)
    await look()
  })
}
export async function openMaps(): Promise<void> {
  // What is here shows also while another page is busy.
  if (!running.value) await look()
  // Without the county nothing would be needed.
  if (!running.value && county.value) await sweep(() => true)
}
export const removeMap = ({ layer, township }: KeptMap): Promise<void> => sweep(map => map.layer !== layer || map.township !== township)

export const stop = (): void => stopping.abort()

/** Fetches what is missing of these townships, one after the other. What arrived stays, however it ends. */
export async function keepMaps(layer: TileLayer, townships: readonly string[]): Promise<void> {
  if (running.value) return
  stopping = new AbortController()
  const { signal } = stopping
  ended.value = null
  running.value = { layer: layer.url, done: 0, all: missing(layer, townships).length, bytes: 0 }
  let ending: Ending = 'done'
  try {
    await inTurn(async () => {
      await look()
      for (const township of townships) {
        if (ending === 'done') ending = await keepOne(layer, township, signal)
      }
    }, signal)
  } catch {
    // The waiting for another page, or the room.
    ending = signal.aborted ? 'stopped' : 'full'
  }
  await look().catch(() => {})
  running.value = null
  ended.value = { layer: layer.url, ending }
}

async function keepOne(layer: TileLayer, township: string, signal: AbortSignal): Promise<Ending> {
  const others = maps.value.filter(map => map.layer !== layer.url || map.township !== township)
  const before = maps.value.find(map => !others.includes(map))
  let [bytes, absent, taken] = [before?.bytes ?? 0, 0, 0]
  const note = () => writeMaps(maps.value = [...others, { layer: layer.url, township, at: realNow(), bytes, absent }])
  await note()
  const room = most.bytes - maps.value.reduce((sum, one) => sum + one.bytes, 0)
  const ending = await fetchTiles(missing(layer, [township]), {
    room,
    signal,
    async take(url, tile) {
      if (tile) await keepTile(url, tile)
      bytes += tile?.size ?? 0
      if (!tile) absent++
      const { done = 0, all = 0, bytes: sum = 0 } = running.value ?? {}
      running.value = { layer: layer.url, done: done + 1, all, bytes: sum + (tile?.size ?? 0) }
      if (++taken % noteEach === 0) await note()
    },
  })
  await note()
  here.value = await keptUrls()
  return ending
}
