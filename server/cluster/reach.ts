import type { Joined } from './join.ts'

interface Options {
  /** Asks a server whether it runs; rejects if it does not answer. */
  readonly ask?: (address: string) => Promise<unknown>
  /** How often they are asked, and how long nothing may be heard before that counts (ms). */
  readonly every?: number
  readonly patience?: number
}

/** Half of the time until the next question. */
const asking = async (address: string) => fetch(new URL('/health', address), { signal: AbortSignal.timeout(1000) })

interface Servers {
  readonly lease: Pick<Joined['lease'], 'holder' | 'unheard'>
  readonly address: string
  /** The servers that decide the commands of boards. */
  readonly deciders: () => readonly string[]
}

/** What this server has not reached for too long: PostgreSQL, or one of those that it passes requests and commands on to (`writer`). People go on reading here; new ones are better served elsewhere. */
export function reach({ lease, address, deciders }: Servers, { ask = asking, every = 2000, patience = 10_000 }: Options = {}) {
  let reachedAt = performance.now()
  async function look(): Promise<void> {
    const holder = lease.holder()
    if (holder === null) return
    await Promise.all([...new Set([holder, ...deciders()])].filter(one => one !== address).map(ask))
    reachedAt = performance.now()
  }
  // What fails shows in the time that has passed.
  const looking = setInterval(() => void look().catch(() => {}), every).unref()
  return {
    * missing(): Iterable<'postgres' | 'writer'> {
      if (lease.unheard() > patience) yield 'postgres'
      if (performance.now() - reachedAt > patience) yield 'writer'
    },
    stop: (): void => clearInterval(looking),
  }
}
