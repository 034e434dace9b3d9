import type { Database } from '../database/database.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { digest, newToken } from '../core/seal.ts'
import { account, calendar } from '../database/schema.ts'

/** The secret address of each person's calendar. Anybody with the address can read the calendar, so people can renew and end it. Times are epoch ms. */
export function calendars({ database }: Database, now: () => number = Date.now) {
  return {
    /** Makes a new secret, which cannot be read again, and ends the former address of this person. */
    make(person: string): string {
      const secret = newToken()
      const row = { account: person, hash: digest(secret), createdAt: now() }
      database.insert(calendar).values(row).onConflictDoUpdate({ target: calendar.account, set: row }).run()
      return secret
    },

    end(person: string): void {
      database.delete(calendar).where(eq(calendar.account, person)).run()
    },

    /** When the address was made; null if there is none. */
    since: (person: string): number | null => database.select().from(calendar).where(eq(calendar.account, person)).get()?.createdAt ?? null,

    /** The owner of a calendar; null for an unknown or ended address, or a disabled person. */
    personOf(secret: string): string | null {
      const found = database.select({ id: account.id }).from(calendar).innerJoin(account, eq(account.id, calendar.account)).where(and(eq(calendar.hash, digest(secret)), isNull(account.disabledAt))).get()
      return found?.id ?? null
    },
  }
}

export type Calendars = ReturnType<typeof calendars>
