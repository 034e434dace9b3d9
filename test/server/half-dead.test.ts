import type { Socket } from 'node:net'
import type { TestPostgres } from '../support/postgres.ts'
import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { away } from '../../server/core/no-room.ts'
import { connect } from '../../server/postgres/postgres.ts'
import { watchedSocket } from '../../server/postgres/watched-socket.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'

/** A way to a port on which everything can vanish, as in a network that loses all packets. */
async function way(to: number) {
  let vanishes = false
  const open = new Set<Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(to, '127.0.0.1')
    for (const [from, onto] of [[near, far], [far, near]] as const) {
      open.add(from)
      from.on('data', bytes => vanishes || onto.write(bytes)).on('error', () => {}).on('close', () => onto.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    open.forEach(socket => socket.destroy())
    server.close()
  })
  return { port: (server.address() as net.AddressInfo).port, vanish: (yes: boolean) => void (vanishes = yes) }
}

it('[PG2] a connection that has ended is not watched any more, also when the driver took all listeners off it, as it does with TLS', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const server = net.createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const socket = watchedSocket(2000)({ host: ['127.0.0.1'], port: [(server.address() as net.AddressInfo).port], path: undefined })
  await once(socket, 'connect')
  socket.removeAllListeners()
  vi.advanceTimersByTime(100)
  expect(vi.getTimerCount()).toBe(1)
  socket.destroy()
  vi.advanceTimersByTime(100)
  expect(vi.getTimerCount()).toBe(0)
})

describe.skipIf(!hasPostgres)('a half-dead network', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await testPostgres()
  })
  afterAll(async () => server?.stop())

  it('[PG2] a statement whose answer never comes fails within a bound, as if PostgreSQL was away, and the next one has a new connection', async () => {
    const url = new URL(await server.database())
    const between = await way(Number(url.port))
    url.port = String(between.port)
    const sql = connect(url.href, 1, 400)
    onTestFinished(() => sql.end({ timeout: 1 }))
    const [before] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    between.vanish(true)
    const failed = await sql`select 1`.catch((error: unknown) => error)
    expect([failed, away(failed)]).toMatchObject([{ code: 'CONNECTION_CLOSED' }, true])
    between.vanish(false)
    expect(await sql<{ pid: number }[]>`select pg_backend_pid() as pid`).not.toEqual([before])
  })
})
