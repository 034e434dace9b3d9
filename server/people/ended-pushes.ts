import type { Database } from '../database/database.ts'
import { notInArray } from 'drizzle-orm'
import { pushing, session } from '../database/schema.ts'

/** Deletes the addresses for pushes of sessions that have ended. To be called in the transaction that ends them. */
export function dropEndedPushes({ database }: Pick<Database, 'database'>): void {
  database.delete(pushing).where(notInArray(pushing.session, database.select({ hash: session.hash }).from(session))).run()
}
