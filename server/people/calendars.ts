import type { Database } from '../database/database.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { digest, newToken } from '../core/seal.ts'
import { account, calendar } from '../database/schema.ts'

/** Secret addresses of calendars, one a person. Anybody with the address reads the calendar, so it can be renewed and ended. Times are epoch ms. */
export function calendars({ database }: Database, now: () => number = Date.now) {
  return {
    /** The secret, told this once. The former address of this person ends. */
    make(person: string): string {
      const secret = newToken()
      const row = { account: person, hash: digest(secret), createdAt: now() }
      database.insert(calendar).values(row).onConflictDoUpdate({ target: calendar.account, set: row }).run()
      return secret
    },

    end(person: string): void {
      database.delete(calendar).where(eq(calendar.account, person)).run()
    },

    /** When the address was made; null when there is none. */
    since: (person: string): number | null => database.select().from(calendar).where(eq(calendar.account, person)).get()?.createdAt ?? null,

    /** The owner of a calendar; null for an unknown or ended address, or a disabled person. */
    personOf(secret: string): string | null {
      const found = database.select({ id: account.id }).from(calendar).innerJoin(account, eq(account.id, calendar.account)).where(and(eq(calendar.hash, digest(secret)), isNull(account.disabledAt))).get()
      return found?.id ?? null
    },
  }
}

export type Calendars = ReturnType<typeof calendars>
