import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { digest, newToken } from '../core/seal.ts'
import { account, tableKey } from '../database/schema.ts'

/** Which table of which incident a person gave another system to read. */
export interface KeyOf { readonly person: string, readonly incident: string, readonly table: string }

/** The secrets with which other systems read tables. Each stands for one person and one table: it reads what that person may see at that moment. Times are epoch ms. */
export function tableKeys({ database }: Database, actorOf: (id: string) => Actor | null, now: () => number = Date.now) {
  const same = ({ person, incident, table }: KeyOf) => and(eq(tableKey.account, person), eq(tableKey.incident, incident), eq(tableKey.of, table))
  return {
    /** Makes a secret, which cannot be read again, and ends the former one of this person for this table. */
    make(key: KeyOf): string {
      const secret = newToken()
      const row = { hash: digest(secret), createdAt: now() }
      database.insert(tableKey).values({ ...row, account: key.person, incident: key.incident, of: key.table }).onConflictDoUpdate({ target: [tableKey.account, tableKey.incident, tableKey.of], set: row }).run()
      return secret
    },

    end(key: KeyOf): void {
      database.delete(tableKey).where(same(key)).run()
    },

    /** The tables for which this person has a key, and when each was made. */
    list: (person: string, incident: string) => database.select({ table: tableKey.of, since: tableKey.createdAt }).from(tableKey).where(and(eq(tableKey.account, person), eq(tableKey.incident, incident))).all(),

    /** Who reads which table with this secret; null if it is unknown or ended, or its person is disabled. */
    holder(secret: string): { readonly actor: Actor, readonly incident: string, readonly table: string } | null {
      const found = database.select().from(tableKey).innerJoin(account, eq(account.id, tableKey.account)).where(and(eq(tableKey.hash, digest(secret)), isNull(account.disabledAt))).get()
      const actor = found && actorOf(found.account.id)
      return actor ? { actor, incident: found.tableKey.incident, table: found.tableKey.of } : null
    },
  }
}

export type TableKeys = ReturnType<typeof tableKeys>
