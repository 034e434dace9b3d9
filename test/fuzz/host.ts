import type { Store } from '../../server/board/store.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Frame, ServerToClient } from '../../shared/core/protocol.ts'
import type { Chance } from '../support/random.ts'
import { setImmediate } from 'node:timers/promises'
import { Authority } from '../../server/board/authority.ts'
import { publish } from '../../server/line/frames.ts'
import { facts } from '../support/given.ts'
import { chance } from '../support/random.ts'

interface Ground {
  readonly luck: Chance
  readonly now: () => number
  readonly onBug: (bug: unknown) => void
  /** While calm, no disk is full. */
  readonly mood: { readonly calm: boolean }
}

/** A slow store whose disk is sometimes full: before anything is written, or just after. */
function moody(store: Store, luck: Chance, mood: Ground['mood']): Store {
  const wait = async () => {
    for (let i = luck.below(3); i > 0; i--) await setImmediate()
  }
  const full = () => Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
  async function slow<T>(ask: () => Promise<T>): Promise<T> {
    await wait()
    const answer = await ask()
    await wait()
    return answer
  }
  return {
    ...store,
    find: ids => slow(() => store.find(ids)),
    since: (seq, limit) => slow(() => store.since(seq, limit)),
    append: commits => slow(async () => {
      if (!mood.calm && luck.maybe(0.03)) throw full()
      const kept = await store.append(commits)
      if (!mood.calm && luck.maybe(0.02)) throw full()
      return kept
    }),
  }
}

/** A server process: an authority that keeps three commits in memory, and its listeners. */
export async function host(store: Store, { luck, now, onBug, mood }: Ground) {
  const authority = await Authority.open(moody(store, chance(luck.below(1e9)), mood), { facts, now, tail: 3, batch: 4, onBug })
  const rooms = new Map<string, Set<(frame: Frame) => void>>()
  const people = new Map<string, { readonly actor: Actor, readonly send: ServerToClient['own'] }>()
  const stop = publish(authority, {
    audiences: () => rooms.keys(),
    person: id => people.get(id)?.actor,
    frame: (audience, frame) => rooms.get(audience)?.forEach(send => send(frame)),
    own: (id, news) => people.get(id)?.send(news),
    gather: 20,
    onBug(error) {
      throw error
    },
  })
  return { authority, rooms, people, stop }
}

export type Host = Awaited<ReturnType<typeof host>>
