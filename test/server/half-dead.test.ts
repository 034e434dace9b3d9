import type { Socket } from 'node:net'
import type { TestPostgres } from '../support/postgres.ts'
import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { away } from '../../server/core/no-room.ts'
import { hearing, keepHearing } from '../../server/postgres/hearing.ts'
import { connect } from '../../server/postgres/postgres.ts'
import { watchedSocket } from '../../server/postgres/watched-socket.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { until } from '../support/running-board.ts'

/** A way to a port on which everything can vanish, as in a network that loses all packets. */
async function way(to: number) {
  let vanishes = false
  let closed = 0
  let [asked, answers] = [0, 0]
  const open = new Set<Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(to, '127.0.0.1')
    for (const [from, onto] of [[near, far], [far, near]] as const) {
      open.add(from)
      from.on('data', bytes => vanishes || onto.write(bytes)).on('error', () => {}).on('close', () => onto.destroy())
    }
    far.on('data', () => answers++)
    near.on('data', () => asked++)
    near.on('close', () => closed++)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    open.forEach(socket => socket.destroy())
    server.close()
  })
  return { port: (server.address() as net.AddressInfo).port, vanish: (yes: boolean) => void (vanishes = yes), closed: () => closed, asked: () => asked, answers: () => answers }
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

  it('[PG2] a quiet connection that listens is asked now and then and stays; one on which nothing comes back is closed, and a new one listens', async () => {
    const url = new URL(await server.database())
    const between = await way(Number(url.port))
    url.port = String(between.port)
    const [within, every] = [1500, 300]
    const sql = connect(url.href, 1, within)
    onTestFinished(() => sql.end({ timeout: 1 }))
    onTestFinished(keepHearing(sql, every))
    let began = 0
    const heard: string[] = []
    await sql.listen('news', text => void heard.push(text), () => began++)
    // It has been quiet for twice as long as an answer may take.
    const before = between.answers()
    await until(() => between.answers() - before > 2 * within / every)
    expect([began, between.closed()]).toEqual([1, 0])
    between.vanish(true)
    const asked = between.asked()
    await until(() => between.closed() > 0)
    // One question waits, and perhaps a new connection begins already.
    expect(between.asked() - asked).toBeLessThan(4)
    between.vanish(false)
    await until(() => began > 1)
    await sql.notify('news', 'a')
    await until(() => heard.length > 0)
    expect(heard).toEqual(['a'])
  })

  it('[PG2] a connection that listens is found dead no later than one for statements', () => {
    expect(hearing.every).toBeLessThan(hearing.within)
    expect(hearing.every + hearing.within * 21 / 20).toBeLessThan(35_000)
  })
})
