import type { Database } from '../database/database.ts'
import type { Terms } from '../postgres/fence.ts'
import type { Postgres } from '../postgres/postgres.ts'
import type { Store } from './store.ts'
import { eq } from 'drizzle-orm'
import { firstIncident } from '../../shared/core/protocol.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { meta } from '../database/schema.ts'
import { deploymentKey } from '../postgres/deployment-key.ts'
import { onlyServer } from '../postgres/only-server.ts'
import { openPostgres, withoutPassword } from '../postgres/postgres.ts'
import { copyLog } from './same-log.ts'
import { postgresStore } from './store-postgres.ts'
import { replicatedStore } from './store-replicated.ts'
import { sqliteStore } from './store-sqlite.ts'

/** Opens the store of an incident on the database in its folder. */
export type OpenStore = (incident: string, database: Database, home: string) => Promise<Store>

/** The name under which a database says in which PostgreSQL the truth of its board is. */
const mark = 'store'

/** In which PostgreSQL the truth of this board is; null if it is here. */
export const markOf = ({ database }: Database) => database.select().from(meta).where(eq(meta.key, mark)).get()?.value ?? null

/** Writes down that the truth of this board is elsewhere, or with null that it is here again. */
export function markStore({ database }: Database, url: string | null): void {
  if (url === null) database.delete(meta).where(eq(meta.key, mark)).run()
  else database.insert(meta).values({ key: mark, value: withoutPassword(url) }).onConflictDoUpdate({ target: meta.key, set: { value: withoutPassword(url) } }).run()
}

/** Boards whose truth is in their folder. Throws `CannotStart`: `store_elsewhere`. */
const inFolder: OpenStore = async (_, database, home) => {
  const elsewhere = markOf(database)
  if (elsewhere !== null) throw new CannotStart('store_elsewhere', home, elsewhere)
  return sqliteStore(database)
}

/**
 * Boards whose truth is in PostgreSQL, with a copy in their folder. A board that `began` in this folder and was never elsewhere is
 * copied there first. Of several servers the one whose terms they are writes. Throws `CannotStart`: `store_not_moved`, `store_other`.
 */
export const inPostgres = (postgres: Postgres, began: (incident: string) => boolean, onLost: (why: CannotStart) => void, termsOf: (incident: string) => Terms | undefined = () => undefined): OpenStore => async (incident, database, home) => {
  const copy = sqliteStore(database)
  const truth = postgresStore(postgres, incident, termsOf(incident))
  const { epoch, seq } = await copy.load()
  const other = () => new CannotStart('store_other', home, `${withoutPassword(postgres.url)}: ${incident}, ${seq}`)
  const head = await truth.head()
  if (head ? head.epoch !== epoch : markOf(database) !== null) throw other()
  if (markOf(database) === null) {
    if (!began(incident)) throw new CannotStart('store_not_moved', home)
    await copyLog(copy, truth)
    markStore(database, postgres.url)
  }
  const [[ours], [theirs]] = await Promise.all([copy.since(seq - 1, 1), truth.since(seq - 1, 1)])
  if (seq > 0 && ours?.id !== theirs?.id) throw other()
  for (const [name, value] of await truth.kept()) await copy.remember(name, value)
  return replicatedStore(copy, truth, seq, () => onLost(other()))
}

export interface Stores {
  /** Where the truth of the boards is; null if it is in their folders. */
  readonly postgres: Postgres | null
  /** How to open boards in a data folder; `fresh` if it was just made. */
  readonly in: (fresh: boolean) => OpenStore
  readonly close: () => Promise<void>
}

/** The stores of a server: in its data folder, or in the PostgreSQL at `url`, which no other server uses meanwhile. Throws `CannotStart`. */
export async function openStores(url: string | undefined, onLost: (why: CannotStart) => void): Promise<Stores> {
  if (!url) return { postgres: null, in: () => inFolder, close: async () => {} }
  const postgres = await openPostgres(url)
  try {
    const { release } = await onlyServer(postgres, { onLost })
    if (await deploymentKey.read(postgres.sql) !== null) throw new CannotStart('store_together', withoutPassword(url))
    return {
      postgres,
      in: fresh => inPostgres(postgres, incident => fresh || incident !== firstIncident, onLost),
      async close() {
        await release()
        await postgres.close()
      },
    }
  } catch (error) {
    await postgres.close()
    throw error
  }
}
