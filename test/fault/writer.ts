import type { Answer, Seen } from '../../shared/core/protocol.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

interface Page { readonly to: number, readonly end: number, readonly commits: readonly Seen[] }

/** A person who signs in with this token and posts announcements without pause, sending each until it is answered. */
export async function writer(origin: () => string, token: string, { lanes = 4, pause = 100 } = {}) {
  const headers = () => ({ 'content-type': 'application/json', 'origin': origin() })
  const entered = await fetch(`${origin()}/api/session`, { method: 'POST', body: JSON.stringify({ token }), headers: headers() })
  if (!entered.ok) throw new Error(`could not sign in: ${entered.status}`)
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const acknowledged = new Map<string, number>()
  const times: { readonly at: number, readonly ms: number }[] = []
  const work = { goesOn: true }

  async function settle(command: object): Promise<Answer> {
    for (;;) {
      const at = performance.now()
      const answer = await fetch(`${origin()}/api/i/first/commands`, { method: 'POST', body: JSON.stringify(command), headers: { ...headers(), cookie } })
        .then(async one => await one.json() as Answer, () => null)
      // The way of the command that was accepted; not the pauses before it.
      if (answer?.ok) times.push({ at, ms: performance.now() - at })
      if (answer?.ok || (answer && !['slow_down', 'busy', 'storage_full'].includes(answer.code))) return answer
      await wait(50)
    }
  }

  async function page(after: number): Promise<Page> {
    for (;;) {
      const answer = await fetch(`${origin()}/api/i/first/log?after=${after}`, { headers: { cookie } })
      if (answer.ok) return await answer.json() as Page
      await wait(200)
    }
  }

  return {
    cookie,
    acknowledged: () => acknowledged.size,
    /** Each acknowledged announcement with the seq that its answer named. */
    all: (): ReadonlyMap<string, number> => acknowledged,
    /** The ms of the answers that came between two moments of `performance.now`, from the quickest to the slowest. */
    times: (from: number, to: number): number[] => times.filter(({ at }) => at >= from && at < to).map(({ ms }) => ms).sort((a, b) => a - b),
    /** When commands were accepted between two moments of `performance.now`. */
    moments: (from: number, to: number): number[] => times.map(({ at, ms }) => at + ms).filter(at => at >= from && at < to),
    /** Resolves after it was told to end and the last announcement is answered. */
    async begin(): Promise<void> {
      await Promise.all(Array.from({ length: lanes }, async () => {
        while (work.goesOn) {
          const announcement = randomUUID()
          const answer = await settle({ id: randomUUID(), name: 'announce', args: { announcement, text: 'x' } })
          if (!answer.ok) throw new Error(`refused: ${answer.code}`)
          acknowledged.set(announcement, answer.seq)
          await wait(pause)
        }
      }))
    },
    end: () => void (work.goesOn = false),
    /** The seqs at which each record is in the log after `from`. */
    async found(from = 0): Promise<ReadonlyMap<string, readonly number[]>> {
      const found = new Map<string, number[]>()
      let read: Page = { to: from, end: from + 1, commits: [] }
      while (read.to < read.end) {
        read = await page(read.to)
        for (const { seq, changes } of read.commits) {
          for (const { id } of changes) found.set(id, [...found.get(id) ?? [], seq])
        }
      }
      return found
    },
    /** Acknowledged commands that are not in the log exactly once at the acknowledged seq. */
    async lost(found?: ReadonlyMap<string, readonly number[]>): Promise<string[]> {
      const there = found ?? await this.found()
      return [...acknowledged].filter(([id, seq]) => String(there.get(id)) !== String(seq)).map(([id, seq]) => `${id}: acknowledged at ${seq}, in the log at ${there.get(id)}`)
    },
  }
}
