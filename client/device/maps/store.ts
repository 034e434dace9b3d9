/** A township whose tiles this device keeps, all or some of them. */
export interface KeptMap {
  /** The address of its layer, as in the settings. */
  readonly layer: string
  readonly township: string
  /** When it was last added to. Epoch ms. */
  readonly at: number
  /** Of the tiles that were fetched for it; what it shares with a township that was here before is counted there. */
  readonly bytes: number
  /** Tiles that the source does not have. */
  readonly absent: number
}

/** Of its own, so that a new build, which clears the caches of older ones, leaves it. The service worker reads it. */
const cacheName = 'yixian:tiles'
/** Where the list of townships lies, beside their tiles: cleared with them. */
const listed = '/kept-maps'

/** False where the browser keeps no files, as on a page without https. */
export const canKeep = (): boolean => 'caches' in globalThis
/** Whether anything was kept here, perhaps of a layer that is gone. */
export const hasKept = async (): Promise<boolean> => canKeep() && await caches.has(cacheName)
const open = () => caches.open(cacheName)

export async function readMaps(): Promise<readonly KeptMap[]> {
  const found = await (await open()).match(listed)
  return found ? await found.json() as readonly KeptMap[] : []
}
export const writeMaps = async (maps: readonly KeptMap[]): Promise<void> => (await open()).put(listed, new Response(JSON.stringify(maps)))

/** The addresses of all tiles that are here. */
export async function keptUrls(): Promise<Set<string>> {
  const own = new URL(listed, location.href).href
  return new Set((await (await open()).keys()).map(({ url }) => url).filter(url => url !== own))
}
export const keepTile = async (url: string, tile: Blob): Promise<void> => (await open()).put(url, new Response(tile, { headers: { 'content-type': tile.type } }))

/** Removes every tile that is not needed. */
export async function keepOnly(needed: ReadonlySet<string>): Promise<void> {
  const cache = await open()
  for (const url of await keptUrls()) {
    if (!needed.has(url)) await cache.delete(url)
  }
}
