import type { Postgres } from '../../server/postgres/postgres.ts'
import type { Answer } from '../../shared/core/protocol.ts'
import type { TestPostgres } from '../support/postgres.ts'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { postgresStore } from '../../server/board/store-postgres.ts'
import { replicatedStore } from '../../server/board/store-replicated.ts'
import { readConfig } from '../../server/core/config.ts'
import { openPostgres } from '../../server/postgres/postgres.ts'
import { kinds } from '../../shared/kinds.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'

const place = (n: number | string) => ({ id: `c${n}`, name: 'addPlace', args: { place: `p${n}`, name: `Place ${n}`, kind: 'school', township: 'north', lng: 110, lat: 21 } })

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  let server: TestPostgres
  let url: string
  let boards = 0
  beforeAll(async () => {
    server = await testPostgres()
    url = await server.database()
  })
  afterAll(async () => server?.stop())

  async function connect(): Promise<Postgres> {
    const postgres = await openPostgres(url)
    onTestFinished(() => postgres.close())
    return postgres
  }
  /** An authority with connections of its own, as in another process. */
  async function open(board: string): Promise<Authority> {
    const authority = await Authority.open(postgresStore(await connect(), board), { facts, now: () => noon })
    onTestFinished(() => authority.close())
    return authority
  }

  it('[PG1] what one process writes is on the board of every other, without being asked for', async () => {
    const board = `b${boards++}`
    const [one, two] = [await open(board), await open(board)]
    expect(await one.submit(place(1), who.coordinator)).toMatchObject({ ok: true, seq: 1 })
    await expect.poll(() => two.board.get('place', 'p1')?.name).toBe('Place 1')
    expect(two.epoch).toBe(one.epoch)
  })

  it('[PG1] [S3] processes that race on one board: no seq twice, no command twice, none lost, and the same board everywhere', async () => {
    const board = `b${boards++}`
    const all = await Promise.all([open(board), open(board), open(board)])
    const answers = await Promise.all(Array.from({ length: 60 }, async (_, n) => {
      // Every command is sent to two processes at once, as a device does that does not know whether it was heard.
      const sent: Answer[] = await Promise.all([0, 1].map(more => all[(n + more) % 3]!.submit(place(n), who.coordinator)))
      while (!sent.every(one => one.ok)) sent.splice(0, 2, ...await Promise.all([0, 1].map(more => all[(n + more) % 3]!.submit(place(n), who.coordinator))))
      return sent
    }))
    for (const [first, second] of answers) expect(first).toEqual(second)
    await expect.poll(() => all.map(one => one.board.seq)).toEqual([60, 60, 60])
    expect([...all[0]!.board.all('place')]).toHaveLength(60)
  })

  it('[PG2] while the server is away commands are busy and none is acknowledged; once it is back they work, and a command of which nobody knew has one effect', async ({ skip }) => {
    const own = server.server
    if (!own) skip()
    const authority = await open(`b${boards++}`)
    expect(await authority.submit(place(1), who.coordinator)).toMatchObject({ ok: true })
    own!.kill('SIGQUIT')
    await own!.ended()
    expect(await authority.submit(place(2), who.coordinator)).toMatchObject({ ok: false, code: 'busy', retryAfter: 1000 })
    expect(authority.board.seq).toBe(1)
    await own!.start()
    await expect.poll(async () => (await authority.submit(place(2), who.coordinator)).ok).toBe(true)
    expect(await authority.submit(place(2), who.coordinator)).toMatchObject({ ok: true, seq: 2 })
    expect(await authority.submit(place(3), who.coordinator)).toMatchObject({ ok: true, seq: 3 })
  })

  it('[PG2] [PG4] a standby, as an address that was moved too early leads to, makes commands busy and refuses none; STORE names one host', async () => {
    const postgres = await connect()
    const authority = await open(`b${boards++}`)
    const name = new URL(url).pathname.slice(1)
    await postgres.sql.unsafe(`alter database ${name} set default_transaction_read_only = on`)
    await postgres.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`
    await expect.poll(() => authority.submit(place(1), who.coordinator)).toMatchObject({ ok: false, code: 'busy' })
    // Also by the connection that came in place of the broken one.
    for (let n = 0; n < 3; n++) expect(await authority.submit(place(1), who.coordinator)).toMatchObject({ ok: false, code: 'busy' })
    await postgres.sql.begin('read write', one => one.unsafe(`alter database ${name} reset default_transaction_read_only`))
    await postgres.sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`
    await expect.poll(async () => (await authority.submit(place(1), who.coordinator)).ok).toBe(true)
    const store = (STORE: string) => () => readConfig({ STORE })
    expect(store('postgres://ann:a,b@db.example:5432/board')).not.toThrow()
    expect(store('postgres://ann:a,b@db-1,db-2/board')).toThrow('one host')
  })

  it('[PG2] commits whose answer was lost are found by their ids: the sender gets their first answer, and the board has them', async () => {
    const postgres = await connect()
    const store = postgresStore(postgres, `b${boards++}`)
    let lost = false
    const authority = await Authority.open({
      ...store,
      async append(commits) {
        const done = await store.append(commits)
        if (lost) return done
        lost = true
        throw Object.assign(new Error('the line broke after the commit'), { code: 'CONNECTION_CLOSED' })
      },
    }, { facts, now: () => noon })
    onTestFinished(() => authority.close())
    expect(await authority.submit(place(1), who.coordinator)).toMatchObject({ ok: true, seq: 1 })
    expect(await store.since(0, 10)).toHaveLength(1)
    expect(authority.board.get('place', 'p1')?.name).toBe('Place 1')
  })

  it('[PG5] a copy has what it lacked once it is loaded, and what another process writes before it is told', async () => {
    const truth = postgresStore(await connect(), `b${boards++}`)
    const copy = memoryStore()
    const commit = (seq: number) => ({ seq, id: `c${seq}`, name: 'addPlace', args: {}, actor: 'ann', at: 1000, changes: [] })
    await truth.append([commit(1), commit(2)])
    const store = replicatedStore(copy, truth, 0)
    expect((await store.load()).seq).toBe(2)
    await truth.append([commit(3)])
    expect(await store.append([commit(3)])).toBe(false)
    expect(copy.log.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(await store.append([commit(4)])).toBe(true)
    expect(copy.log).toHaveLength(4)
  })

  it('[PG3] another constraint is not a lost race: it is thrown', async () => {
    const postgres = await connect()
    const store = postgresStore(postgres, 'constraint')
    await postgres.sql.unsafe('create unique index one_at_a_time on log (at) where board = \'constraint\'')
    const commit = (seq: number) => ({ seq, id: `c${seq}`, name: 'addPlace', args: {}, actor: 'ann', at: 1000, changes: [] })
    expect(await store.append([commit(1)])).toBe(true)
    await expect(store.append([commit(2)])).rejects.toMatchObject({ code: '23505', constraint_name: 'one_at_a_time' })
    expect(await store.since(0, 10)).toHaveLength(1)
  })

  it('[PG3] boards share the tables and nothing else', async () => {
    const postgres = await connect()
    const [one, two] = [await open('apart-1'), await open('apart-2')]
    await one.submit(place(1), who.coordinator)
    await two.submit({ ...place(1), args: { ...place(1).args, name: 'Other' } }, who.coordinator)
    expect([one, two].map(({ board }) => [board.seq, board.get('place', 'p1')?.name])).toEqual([[1, 'Place 1'], [1, 'Other']])
    expect(one.epoch).not.toBe(two.epoch)
    expect(await postgres.sql`select board, name, township, lng from place_view where board like 'apart-%' order by board`).toEqual([{ board: 'apart-1', name: 'Place 1', township: 'north', lng: '110' }, { board: 'apart-2', name: 'Other', township: 'north', lng: '110' }])
    // A report of others over a view stops no upgrade.
    await postgres.sql.unsafe('create view their_report as select name from place_view; update meta set value = \'older\' where key = \'views\'')
    await connect()
    expect(await postgres.sql`select value <> 'older' as made from meta where key = 'views'`).toEqual([{ made: true }])
    for (const kind of kinds) await postgres.sql.unsafe(`select count(*) from "${kind}_view"`)
  })

  it('[PG4] a server that may forget what it acknowledged, or that is not there, stops the start with a sentence that shows no password', async () => {
    const postgres = await connect()
    const name = new URL(url).pathname.slice(1)
    const secret = new URL(url)
    secret.password = 'hunter2'
    await postgres.sql.unsafe(`alter database ${name} set default_transaction_read_only = on`)
    const refused = await openPostgres(secret.href).catch((error: unknown) => error as Error)
    expect(refused).toMatchObject({ reason: 'store_unsafe', detail: expect.stringContaining('read-only') as string })
    expect(String(refused)).not.toContain('hunter2')
    await postgres.sql.begin('read write', one => one.unsafe(`alter database ${name} reset default_transaction_read_only`))
    // A user that is not there is not passing: a supervisor should not try again.
    secret.username = 'nobody'
    const stranger = await openPostgres(secret.href).catch((error: unknown) => error as Error)
    expect(stranger).toMatchObject({ reason: 'store_refused', passing: false })
    expect(String(stranger)).not.toContain('hunter2')
    secret.port = '1'
    const away = await openPostgres(secret.href).catch((error: unknown) => error as Error)
    expect(away).toMatchObject({ reason: 'store_away', passing: true })
    expect(String(away)).not.toContain('hunter2')
  })

  it('[PG3] a record that another version wrote is upgraded when it is loaded, and one that cannot be read is set aside', async () => {
    const postgres = await connect()
    await postgres.sql`insert into record values ('old', 'place', 'old', ${'{"id":"old","name":"Old","kind":"school","township":"north","lng":1,"lat":2}'}), ('old', 'place', 'broken', '{')`
    const store = postgresStore(postgres, 'old')
    expect([...(await store.load()).records]).toEqual([{ kind: 'place', value: make('place', { id: 'old', name: 'Old', lng: 1, lat: 2 }) }])
    expect(store.aside.list()).toMatchObject([{ kind: 'place', id: 'broken' }])
  })
})
