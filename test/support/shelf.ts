import type { RefusedWork } from '../../client/sync/refused.ts'
import type { Pending } from '../../client/sync/replica.ts'

/** What a device keeps, without a disk: the part of the vault that the link uses. */
export function shelf() {
  const kept = new Map<string, Pending>()
  const refused = new Map<string, RefusedWork>()
  return {
    kept,
    refused,
    async keep(pending: Pending) {
      kept.set(pending.command.id, pending)
    },
    async drop(...ids: readonly string[]) {
      for (const id of ids) kept.delete(id)
    },
    holds: async (id: string) => kept.has(id),
    async keepRefused(one: RefusedWork) {
      refused.set(one.command.id, one)
    },
    async dropRefused(id: string) {
      refused.delete(id)
    },
  }
}
