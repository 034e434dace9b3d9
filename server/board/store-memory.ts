import type { Commit } from '../../shared/core/protocol.ts'
import type { Store } from './store.ts'
import { Board } from '../../shared/core/board.ts'
import { kinds } from '../../shared/kinds.ts'
import { asides } from './set-aside.ts'

/** A store in memory, for tests and for measuring the cost of the disk. Several authorities may share it. */
export function memoryStore(epoch = 'memory'): Store & { readonly log: readonly Commit[] } {
  const log: Commit[] = []
  const byId = new Map<string, Commit>()
  const board = new Board()
  const kept = new Map<string, string>()

  const read = () => ({ seq: log.length, records: kinds.flatMap(kind => [...board.all(kind)].map(value => ({ kind, value }))) })

  return {
    aside: asides(),
    log,
    read,
    load: async () => ({ epoch, ...read() }),
    async find(commandIds) {
      return new Map(commandIds.flatMap(id => byId.has(id) ? [[id, byId.get(id) as Commit] as const] : []))
    },
    async since(seq, limit) {
      return log.slice(seq, seq + limit)
    },
    async stood(keys, seq) {
      return keys.map(({ kind, id }) => log.slice(0, seq).flatMap(({ changes }) => changes.filter(change => change.kind === kind && change.id === id)).at(-1)?.value ?? null)
    },
    async history(kind, id, limit) {
      return log.filter(commit => commit.changes.some(change => change.kind === kind && change.id === id)).slice(-limit).reverse()
    },
    async touchedSince(kind, seq) {
      return new Set(log.slice(seq).flatMap(({ changes }) => changes.filter(change => change.kind === kind).map(({ id }) => id)))
    },
    async append(commits) {
      const ids = new Set(commits.map(commit => commit.id))
      const taken = ids.size < commits.length || commits.some((commit, i) => commit.seq !== log.length + i + 1 || byId.has(commit.id))
      if (taken) return false
      // Cloned, as a disk would: the caller must not be able to change the log.
      for (const commit of structuredClone(commits) as Commit[]) {
        log.push(commit)
        byId.set(commit.id, commit)
        for (const change of commit.changes) board.set(change)
      }
      return true
    },
    async recall(name) {
      return kept.get(name) ?? null
    },
    async remember(name, value) {
      kept.set(name, value)
    },
    async close() {},
  }
}
