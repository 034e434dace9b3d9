import type { Here } from '../../shared/core/protocol.ts'
import type { Postgres } from '../postgres/postgres.ts'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'

/** Takes in pages of other servers, and which of them are gone. */
type Sink = (here: readonly Here[], gone: readonly string[]) => void
/** What one server says of its pages: each with its incident; null when it has closed. `n` counts what it has said, `all` begins anew, `ask` wants to hear everybody's pages. */
interface Said { readonly from: string, readonly n: number, readonly pages: readonly (readonly [incident: string, page: string, one: Here | null])[], readonly all?: true, readonly ask?: true, readonly bye?: true }

interface Options {
  /** Says these texts to all servers, in this order. What gets lost is asked for again. */
  readonly say: (texts: readonly string[]) => Promise<unknown>
  readonly onBug: (error: unknown) => void
  /** How often something is said at most, and at least (ms). */
  readonly every?: number
  readonly beat?: number
  /** A server that says nothing for so long (ms) has no pages. */
  readonly silent?: number
}

/** A notification of PostgreSQL has less than 8000 bytes. */
const mostBytes = 7000
/** How many are said at a time; the rest waits for the next. */
const mostTexts = 40

/** Who is at the other servers of a deployment: each says which pages have come, changed and gone on its own. In no table and no log; what somebody may learn of it is decided where they are. */
export function company({ say, onBug, every = 1000, beat = 3000, silent = 7000 }: Options) {
  const from = randomBytes(6).toString('base64url')
  const own = new Map<string, Said['pages'][number]>()
  const waiting = new Map<string, Said['pages'][number]>()
  const sinks = new Map<string, Sink>()
  /** The other servers: their pages by id, what was heard of them last, and when. */
  const others = new Map<string, { readonly pages: Map<string, readonly [incident: string, one: Here]>, n: number, at: number }>()
  let [n, said, all, ask, asked] = [0, -Infinity, true, true, -Infinity]

  function take(pages: Said['pages']): void {
    for (const incident of new Set(pages.map(([of]) => of))) {
      const ours = pages.filter(([of]) => of === incident)
      sinks.get(incident)?.(ours.flatMap(([,, one]) => one ?? []), ours.flatMap(([, page, one]) => one ? [] : page))
    }
  }

  function forget(server: string): void {
    const gone = others.get(server)?.pages ?? new Map<string, readonly [string, Here]>()
    others.delete(server)
    take([...gone].map(([page, [incident]]) => [incident, page, null]))
  }

  /** The next texts, each within the bound. */
  function texts(): string[] {
    const made: string[] = []
    let pages: Said['pages'][number][] = []
    const end = (more = {}) => {
      made.push(JSON.stringify({ from, n: ++n, pages, ...more } satisfies Said))
      pages = []
    }
    if (ask && performance.now() - asked >= silent / 2) {
      end({ ask })
      asked = performance.now()
      ask = false
    }
    if (all) {
      waiting.clear()
      own.forEach((one, page) => waiting.set(page, one))
      end({ all })
      all = false
    }
    let bytes = 0
    for (const [page, one] of waiting) {
      const size = Buffer.byteLength(JSON.stringify(one)) + 1
      if (bytes + size > mostBytes - 100) {
        end()
        bytes = 0
        if (made.length >= mostTexts) break
      }
      waiting.delete(page)
      pages.push(one)
      bytes += size
    }
    if (pages.length || (!made.length && performance.now() - said >= beat)) end()
    return made
  }

  /** What is being said; null while nothing is. Until that has ended nothing else is said, so that nothing heaps up while PostgreSQL is away. */
  let saying: Promise<void> | null = null
  function look(): void {
    for (const [server, { at }] of others) {
      if (performance.now() - at > silent) forget(server)
    }
    const now = saying ? [] : texts()
    if (!now.length) return
    said = performance.now()
    // What was not said shows in the count, and is said with everything else.
    saying = say(now).then(() => {}, () => void (all = true)).finally(() => saying = null)
  }
  const looking = setInterval(look, every).unref()

  return {
    /** From now on the pages of others on this incident go there. */
    join(incident: string, sink: Sink): void {
      sinks.set(incident, sink)
      sink([...others.values()].flatMap(({ pages }) => [...pages.values()].flatMap(([of, one]) => of === incident ? one : [])), [])
    },

    /** A page of this server has come or changed, or is gone. Whose map others follow is known on one server. */
    changed(incident: string, page: string, one: Here | null): void {
      const { leading: _leading, ...known } = one ?? { leading: undefined }
      const news = [incident, page, one && known as Here] as const
      if (one) own.set(page, news)
      else own.delete(page)
      waiting.delete(page)
      waiting.set(page, news)
    },

    heard(text: string): void {
      try {
        const news = JSON.parse(text) as Said
        if (news.from === from) return
        if (news.ask) all = true
        if (news.bye || news.all) forget(news.from)
        if (news.bye) return
        const known = others.get(news.from)
        if (!known && !news.all) return void (ask = true)
        const server = known ?? { pages: new Map<string, readonly [string, Here]>(), n: news.n - 1, at: 0 }
        others.set(news.from, server)
        if (news.n !== server.n + 1) ask = true
        Object.assign(server, { n: news.n, at: performance.now() })
        for (const [incident, page, one] of news.pages) {
          if (one) server.pages.set(page, [incident, one])
          else server.pages.delete(page)
        }
        take(news.pages)
      } catch (error) {
        onBug(error)
      }
    },

    /** Something may not have been heard: everybody is asked, and told, once more. */
    lost: (): void => void (all = ask = true),

    async stop(): Promise<void> {
      clearInterval(looking)
      // One that PostgreSQL does not hear is gone for the others after a while.
      if (!saying) await say([JSON.stringify({ from, n: ++n, pages: [], bye: true } satisfies Said)]).catch(() => {})
    },
  }
}

/** What the servers say of their pages. */
const channel = 'yixian_here'

/** Who is at the other servers, heard by way of PostgreSQL, which keeps none of it. */
export function companyIn({ sql, ears }: Pick<Postgres, 'sql' | 'ears'>, onBug: (error: unknown) => void) {
  const held = company({ say: async texts => sql`select pg_notify(${channel}, said.text) from json_array_elements_text(${JSON.stringify(texts)}::text::json) as said(text)`, onBug })
  const listening = ears.listen(channel, held.heard, held.lost).catch(onBug)
  return {
    ...held,
    async stop(): Promise<void> {
      await (await listening)?.unlisten()
      await held.stop()
    },
  }
}

export type Company = ReturnType<typeof company>
