import type { Database } from '../database/database.ts'
import type { Act } from '../database/schema.ts'
import { reading } from '../database/schema.ts'

/** The log of readings. A line is written before what was read is answered, and in the transaction of what was done. */
export function audit({ database }: Database, now: () => number) {
  return {
    note(by: string, act: Act, people: readonly string[]): void {
      database.insert(reading).values({ reader: by, act, people: [...people], at: now() }).run()
    },
  }
}

export type Audit = ReturnType<typeof audit>
