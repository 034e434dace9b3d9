import type { Database } from '../database/database.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { digest, newToken } from '../core/seal.ts'
import { account, calendar } from '../database/schema.ts'

/** Secret addresses of people's calendars, one each. Whoever has the address reads the calendar, so it can be made anew, and ended. Times are epoch ms. */
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

    /** Whose calendar it is; null for an address that never was, was ended, or is of somebody who is disabled. */
    personOf(secret: string): string | null {
      const found = database.select({ id: account.id }).from(calendar).innerJoin(account, eq(account.id, calendar.account)).where(and(eq(calendar.hash, digest(secret)), isNull(account.disabledAt))).get()
      return found?.id ?? null
    },
  }
}

export type Calendars = ReturnType<typeof calendars>
