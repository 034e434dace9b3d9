import type { Here, ServerToClient } from '../../shared/core/protocol.ts'
import { company } from '../../shared/core/sight.ts'
import { spare } from '../core/spare.ts'

type News = Parameters<ServerToClient['presence']>[0]

interface Telling {
  /** Those who listen now. */
  readonly audiences: () => Iterable<string>
  /** May this audience learn what somebody looks at? */
  readonly knows: (audience: string, one: Here) => boolean
  /** To everybody of an audience but the pages that have just come. */
  readonly tell: (audience: string, news: News, but: readonly string[]) => void
  /** To pages that have just come: everybody. */
  readonly greet: (pages: readonly string[], all: News) => void
  /** Called when a page of this server has come or changed, or with null when it is gone. */
  readonly onOwn?: (page: string, one: Here | null) => void
  readonly onBug: (error: unknown) => void
  /** Milliseconds. */
  readonly gather?: number
}

/** No message lists more pages; the count is of all. */
const mostListed = 500
/** The newest people, and the one who shows their map. */
const listed = (all: readonly Here[]) => all.length > mostListed ? all.toSorted((a, b) => Number(a.leading ?? 0) - Number(b.leading ?? 0)).slice(-mostListed) : all

/**
 * Presence and what people look at. Held in memory only. News is gathered, and what an audience is told is made once for all of
 * it: a crowd that comes back, as after a restart, is told of when it is in, or after ten times `gather`.
 */
export function presence({ audiences, knows, tell, greet, onOwn = () => {}, onBug, gather = 500 }: Telling) {
  const here = new Map<string, Here>()
  const changed = new Set<string>()
  const gone = new Set<string>()
  /** Pages that have not been told anything yet, by audience. */
  const fresh = new Map<string, Set<string>>()
  let timer: NodeJS.Timeout | null = null
  let since = 0

  const online = (audience: string) => company(audience) === 'nothing' ? 0 : new Set([...here.values()].map(one => one.person)).size
  const told = (audience: string, all: readonly Here[]) => company(audience) !== 'names' ? [] : listed(all).map(one => one.looking && !knows(audience, one) ? { ...one, looking: null } : one)

  function tellAll(): void {
    timer = null
    const news = [...changed].flatMap(page => here.get(page) ?? [])
    for (const audience of audiences()) {
      spare(onBug, () => {
        const count = online(audience)
        const come = [...fresh.get(audience) ?? []]
        tell(audience, { here: told(audience, news), gone: company(audience) === 'names' ? [...gone] : [], online: count }, come)
        if (come.length) greet(come, { all: true, here: told(audience, [...here.values()]), gone: [], online: count })
      })
    }
    changed.clear()
    gone.clear()
    fresh.clear()
  }

  function soon(): void {
    timer ??= setTimeout(tellAll, gather)
  }

  /** Waits for the rest of a crowd. */
  function later(): void {
    if (!timer) since = performance.now()
    else clearTimeout(timer)
    timer = setTimeout(tellAll, Math.max(0, Math.min(gather, since + 10 * gather - performance.now())))
  }

  function remove(page: string): boolean {
    if (!here.delete(page)) return false
    changed.delete(page)
    gone.add(page)
    later()
    return true
  }

  return {
    arrive(audience: string, one: Here): void {
      here.set(one.page, one)
      onOwn(one.page, one)
      changed.add(one.page)
      fresh.set(audience, (fresh.get(audience) ?? new Set()).add(one.page))
      later()
    },
    look(page: string, looking: Here['looking']): void {
      const one = here.get(page)
      if (!one) return
      here.set(page, { ...one, looking })
      onOwn(page, { ...one, looking })
      changed.add(page)
      soon()
    },
    /** Nobody else leads: one map at a time. */
    lead(page: string | null): void {
      for (const { leading, ...one } of here.values()) {
        if (leading === (one.page === page || undefined)) continue
        here.set(one.page, one.page === page ? { ...one, leading: true } : one)
        changed.add(one.page)
      }
      soon()
    },
    drop(page: string): void {
      if (!remove(page)) return
      onOwn(page, null)
      for (const pages of fresh.values()) pages.delete(page)
    },
    /** Pages that are on other servers. */
    elsewhere(come: readonly Here[], left: readonly string[]): void {
      for (const one of come) {
        here.set(one.page, one)
        changed.add(one.page)
        gone.delete(one.page)
      }
      if (come.length) later()
      for (const page of left) remove(page)
    },
    stop(): void {
      if (timer) clearTimeout(timer)
    },
  }
}
