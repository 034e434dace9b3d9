import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { CannotStart } from '../core/cannot-start.ts'
import { away, refusedThere } from '../core/no-room.ts'
import { hearing, keepHearing } from './hearing.ts'
import { createViews } from './views.ts'
import { watchedSocket } from './watched-socket.ts'

/** Any number: the same in every process, so that only one changes the tables at a time. */
const changingTables = 5_060_001

interface Options {
  readonly migrations?: string
  /** How many connections one process may hold. */
  readonly connections?: number
}

/** The address without its password, for sentences and logs. */
export function withoutPassword(url: string): string {
  const shown = new URL(url)
  if (shown.password) shown.password = '…'
  return decodeURI(shown.href)
}

/** A statement may take this long (ms); an answer that has not begun some seconds later does not come any more. */
const statement = 30_000
const answer = statement + 5000

/** Connections to PostgreSQL, made when they are used, and made again by the driver when they break or when no answer comes for `within` ms. */
export const connect = (url: string, connections: number, within = answer) => postgres(url, {
  ...{ socket: watchedSocket(within) },
  max: connections,
  // A connection of its own has locks, which must not end with its age.
  ...connections === 1 && { max_lifetime: null },
  connect_timeout: 5,
  // A server that starts again is found soon.
  backoff: tries => Math.min(0.1 * 2 ** tries, 1),
  // A row of the log has numbers that JavaScript holds exactly.
  types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
  connection: { application_name: 'yixian', statement_timeout: statement, synchronous_commit: 'on' },
  // The driver asks for the types of arrays at each new connection, and a connection that breaks then would end the process.
  fetch_types: false,
  onnotice: () => {},
})

/**
 * Connects to PostgreSQL 15 or later, checks that an acknowledged commit survives a power cut, and brings the tables to this
 * version. Throws `CannotStart`: `store_away`, `store_refused`, `store_old`, `store_unsafe`.
 */
export async function openPostgres(url: string, { migrations = path.resolve('server/postgres/migrations'), connections = 8 }: Options = {}) {
  const sql = connect(url, connections)
  const database = drizzle(sql)
  const what = withoutPassword(url)
  try {
    const [server] = await sql<{ version: number, fsync: string, durable: string, readonly: string }[]>`select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as durable, current_setting('transaction_read_only') as readonly`
    if (!server || server.version < 150_000) throw new CannotStart('store_old', what, String(server?.version))
    if (server.fsync !== 'on') throw new CannotStart('store_unsafe', what, `fsync=${server.fsync}`)
    if (server.durable === 'off') throw new CannotStart('store_unsafe', what, `synchronous_commit=${server.durable}`)
    if (server.readonly === 'on') throw new CannotStart('store_unsafe', what, 'read-only: a standby?')
    const one = await sql.reserve()
    try {
      await one`select pg_advisory_lock(${changingTables})`
      await migrate(database, { migrationsFolder: migrations })
      await createViews(sql)
    } finally {
      await one`select pg_advisory_unlock(${changingTables})`
      one.release()
    }
  } catch (error) {
    await sql.end({ timeout: 1 })
    if (refusedThere(error)) throw new CannotStart('store_refused', what, (error as Error).message)
    throw away(error) ? new CannotStart('store_away', what, (error as Error).message) : error
  }
  // Listens to what servers tell each other, and does nothing else.
  const ears = connect(url, 1, hearing.within)
  const endHearing = keepHearing(ears)
  // Has a lock for as long as it lasts. None of its connections is reserved: the driver ends the process when a reserved one breaks and is used again.
  const locks = connect(url, 1)
  return {
    sql,
    ears,
    locks,
    database,
    url,
    async close(): Promise<void> {
      endHearing()
      await Promise.all([ears.end({ timeout: 5 }), locks.end({ timeout: 5 }), sql.end({ timeout: 5 })])
    },
  }
}

export type Postgres = Awaited<ReturnType<typeof openPostgres>>
