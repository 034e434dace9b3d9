import type { Database } from '../database/database.ts'
import { eq } from 'drizzle-orm'
import { session } from '../database/schema.ts'

/**
 * When each session was last heard from, by the hash of its token. Kept in memory and written together, because a write for each
 * request would wait for the disk. Times are epoch ms.
 */
export function lastContacts({ database }: Database, now: () => number) {
  const heard = new Map<string, number>()
  return {
    note: (hash: string): void => void heard.set(hash, now()),

    /** Null if it was not heard from since the last writing. */
    of: (hash: string): number | null => heard.get(hash) ?? null,

    /** Sessions that have ended are forgotten. What does not fit on a full disk is written the next time. */
    write(): void {
      if (!heard.size) return
      database.transaction((tx) => {
        for (const [hash, seenAt] of heard) tx.update(session).set({ seenAt }).where(eq(session.hash, hash)).run()
      }, { behavior: 'immediate' })
      heard.clear()
    },
  }
}
