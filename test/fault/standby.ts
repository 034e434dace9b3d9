import type { AddressInfo, Socket } from 'node:net'
import type { Own, TestPostgres } from '../support/postgres.ts'
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { ownPostgres } from '../support/postgres.ts'

export interface Standby extends TestPostgres {
  readonly server: Own
  /** Makes it the primary, in the place of one that is gone. */
  readonly promote: () => Promise<void>
}

async function on<T>({ url }: Own, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} })
  try {
    return await run(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Waits until PostgreSQL answers so, for a minute at most. */
async function until(sql: postgres.Sql, so: string): Promise<void> {
  for (let left = 600; left > 0; left--) {
    const [row] = await sql.unsafe<{ so: boolean }[]>(`select (${so}) as so`)
    if (row?.so) return
    await wait(100)
  }
  throw new Error(`not so: ${so}`)
}

/**
 * A standby that streams from this server, which from now on acknowledges nothing without it; the base copy is made by PostgreSQL's own
 * program. The planted fault, `behind`: the primary does not wait for it, and it receives nothing more.
 */
export async function standbyOf(primary: Own, behind: boolean): Promise<Standby> {
  const standby = await ownPostgres(data => ['pg_basebackup', '-D', data, '-d', primary.url, '--write-recovery-conf', '--checkpoint=fast'])
  await on(primary, async (sql) => {
    await until(sql, 'select count(*) = 1 from pg_stat_replication where state = \'streaming\'')
    if (behind) return
    await sql.unsafe('alter system set synchronous_standby_names = \'*\'')
    await sql.unsafe('select pg_reload_conf()')
    await until(sql, 'select count(*) = 1 from pg_stat_replication where sync_state = \'sync\'')
  })
  if (behind) {
    await on(standby.server, async (sql) => {
      await sql.unsafe('alter system set primary_conninfo = \'\'')
      await sql.unsafe('select pg_reload_conf()')
    })
    await on(primary, sql => until(sql, 'select count(*) = 0 from pg_stat_replication'))
  }
  return { ...standby, promote: () => on(standby.server, async sql => void await sql`select pg_promote()`) }
}

/** An address that leads to one server after another, as a virtual address or a balancer does. A move ends what is open. */
export async function movedAddress(first: Own) {
  let to = Number(new URL(first.url).port)
  const open = new Set<Socket>()
  const keep = (socket: Socket) => void open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)))
  const server = net.createServer((near) => {
    const far = net.connect(to, '127.0.0.1')
    keep(near)
    keep(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const end = () => open.forEach(socket => socket.destroy())
  return {
    port: (server.address() as AddressInfo).port,
    move(next: Own): void {
      to = Number(new URL(next.url).port)
      end()
    },
    close(): void {
      server.close()
      end()
    },
  }
}
