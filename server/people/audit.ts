import type { Database } from '../database/database.ts'
import type { Act } from '../database/schema.ts'
import { reading } from '../database/schema.ts'

/** The log of readings. A reading is recorded before it is answered, and an act in the transaction of its change. */
export function audit({ database }: Database, now: () => number) {
  return {
    note(by: string, act: Act, people: readonly string[]): void {
      database.insert(reading).values({ reader: by, act, people: [...people], at: now() }).run()
    },
  }
}

export type Audit = ReturnType<typeof audit>
