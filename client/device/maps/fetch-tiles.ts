/** How a run ended: all tiles are here, or why not. What arrived before stays. */
export type Ending = 'done' | 'stopped' | 'network' | 'refused' | 'full' | 'most'

/** Requests at once: sources refuse those who ask for too much. */
const atOnce = 4
/** Milliseconds that a tile may take. */
const patience = 20_000
/** Bytes: what is larger is no tile. */
const largest = 2_000_000

class Ended extends Error {
  constructor(readonly ending: Ending) {
    super(ending)
  }
}

/** A tile of a source; null if it has none there. */
async function fetchTile(url: string, signal: AbortSignal): Promise<Blob | null> {
  const answer = await fetch(url, { signal, credentials: 'omit' })
  if (answer.status === 404 || answer.status === 204) return null
  const blob = answer.ok ? await answer.blob() : null
  if (!blob?.type.startsWith('image/') || blob.size > largest) throw new Ended('refused')
  return blob
}

const endingOf = (error: unknown): Ending => error instanceof Ended ? error.ending : error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'network'

interface Run {
  /** Bytes that may still be kept. */
  readonly room: number
  /** Ends the run. */
  readonly signal: AbortSignal
  /** Keeps a tile, or notes that the source has none. */
  readonly take: (url: string, tile: Blob | null) => Promise<void>
}

/** Fetches tiles, a few at once, until one of them says why no more can come. */
export async function fetchTiles(urls: readonly string[], { room, signal, take }: Run): Promise<Ending> {
  const over = new AbortController()
  let ending: Ending = 'done'
  function end(why: Ending): void {
    if (over.signal.aborted) return
    ending = why
    over.abort()
  }
  const stop = () => end('stopped')
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  const next = urls.values()
  let left = room

  async function work(): Promise<void> {
    for (const url of next) {
      if (over.signal.aborted) return
      const late = setTimeout(end, patience, 'network')
      try {
        const tile = await fetchTile(url, over.signal)
        left -= tile?.size ?? 0
        if (left < 0) throw new Ended('most')
        await take(url, tile)
      } catch (error) {
        end(endingOf(error))
      } finally {
        clearTimeout(late)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  signal.removeEventListener('abort', stop)
  return ending
}

/** Mean bytes of a tile, by six of these. Throws if the source does not answer. */
export async function sampleBytes(urls: readonly string[]): Promise<number> {
  const some = [...new Set(Array.from({ length: 6 }, (_, i) => urls[Math.round(i * (urls.length - 1) / 5)]))].filter(url => url !== undefined)
  const tiles = await Promise.all(some.map(url => fetchTile(url, AbortSignal.timeout(patience))))
  return tiles.reduce((sum, tile) => sum + (tile?.size ?? 0), 0) / (some.length || 1)
}
