import type { Here, ServerToClient } from '../shared/protocol.ts'

type News = Parameters<ServerToClient['presence']>[0]

/** Who is here and what they look at. Held in memory only; news is gathered so that a crowd costs two messages a second. */
export function presence(send: (news: News) => void, gather = 500) {
  const here = new Map<string, Here>()
  const changed = new Set<string>()
  const gone = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  const online = () => new Set([...here.values()].map(one => one.person)).size

  function tell(): void {
    timer = null
    send({ here: [...changed].flatMap(page => here.get(page) ?? []), gone: [...gone], online: online() })
    changed.clear()
    gone.clear()
  }

  function soon(): void {
    timer ??= setTimeout(tell, gather)
  }

  return {
    /** Everybody, for one who has just come. At most 500 pages are listed; the count is of all. */
    everybody: (): News => ({ all: true, here: [...here.values()].slice(-500), gone: [], online: online() }),
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
