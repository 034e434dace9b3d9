import type { AccountAct } from '../../shared/audit/entries.ts'
import type { Database } from '../database/database.ts'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { reading } from '../database/schema.ts'

/** The log of readings. A reading is recorded before it is answered, and an act in the transaction of its change. */
export function audit({ database }: Database, now: () => number) {
  return {
    note(by: string, act: AccountAct, people: readonly string[]): void {
      database.insert(reading).values({ reader: by, act, people: [...people], at: now() }).run()
    },
    /** Which of these people this person added. */
    addedBy(by: string, people: readonly string[]): ReadonlySet<string> {
      const rows = database.select({ people: reading.people }).from(reading).where(and(eq(reading.reader, by), eq(reading.act, 'add'), inArray(reading.people, people.map(id => [id])))).all()
      return new Set(rows.flatMap(row => row.people))
    },
    /** True if this person ever did one of these acts to that one. The server itself is nobody's hand. */
    did: (by: string, acts: readonly AccountAct[], person: string): boolean => by !== 'system'
      && database.select({ id: reading.id }).from(reading).where(and(eq(reading.reader, by), inArray(reading.act, [...acts]), sql`json_extract(${reading.people}, '$[0]') = ${person}`)).limit(1).get() !== undefined,
  }
}

export type Audit = ReturnType<typeof audit>
