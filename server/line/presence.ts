import type { Here, ServerToClient } from '../../shared/core/protocol.ts'
import { company } from '../../shared/core/sight.ts'
import { spare } from '../core/spare.ts'

type News = Parameters<ServerToClient['presence']>[0]

/**
 * Presence and what people look at. Held in memory only; news is gathered so that a crowd costs a message a second
 * and audience. `knows` says which audiences may learn what somebody looks at.
 */
export function presence(audiences: () => Iterable<string>, knows: (audience: string, one: Here) => boolean, send: (audience: string, news: News) => void, onBug: (error: unknown) => void, gather = 500) {
  const here = new Map<string, Here>()
  const changed = new Set<string>()
  const gone = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  const online = (audience: string) => company(audience) === 'nothing' ? 0 : new Set([...here.values()].map(one => one.person)).size
  const told = (audience: string, all: readonly Here[]) => company(audience) !== 'names' ? [] : all.map(one => one.looking && !knows(audience, one) ? { ...one, looking: null } : one)

  function tell(): void {
    timer = null
    const news = [...changed].flatMap(page => here.get(page) ?? [])
    for (const audience of audiences()) spare(onBug, () => send(audience, { here: told(audience, news), gone: company(audience) === 'names' ? [...gone] : [], online: online(audience) }))
    changed.clear()
    gone.clear()
  }

  function soon(): void {
    timer ??= setTimeout(tell, gather)
  }

  return {
    /** Everybody, for a new arrival. At most 500 pages are listed; the count is of all. */
    everybody: (audience: string): News => ({ all: true, here: told(audience, [...here.values()].slice(-500)), gone: [], online: online(audience) }),
    set(one: Here): void {
      here.set(one.page, one)
      changed.add(one.page)
      gone.delete(one.page)
      soon()
    },
    drop(page: string): void {
      if (!here.delete(page)) return
      changed.delete(page)
      gone.add(page)
      soon()
    },
    stop(): void {
      if (timer) clearTimeout(timer)
    },
  }
}
