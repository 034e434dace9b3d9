import type { TestPostgres } from '../support/postgres.ts'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { postgresStore } from '../../server/board/store-postgres.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { readConfig } from '../../server/core/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import { move } from '../../server/operate/move.ts'
import { openPostgres } from '../../server/postgres/postgres.ts'
import { firstIncident } from '../../shared/core/protocol.ts'
import { county } from '../support/county.ts'
import { who } from '../support/given.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { tempFolder } from '../support/temp.ts'

const place = (n: number) => ({ id: `c${n}`, name: 'addPlace', args: { place: `p${n}`, name: `Place ${n}`, kind: 'school', township: 'north', lng: 110, lat: 21 } })

describe.skipIf(!hasPostgres)('boards in PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await testPostgres()
    vi.spyOn(console, 'log').mockImplementation(() => {})
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await server?.stop()
  })

  const config = (DATA_DIR: string, STORE?: string) => readConfig({ PORT: '0', DATA_DIR, START_WITH: 'empty', ...STORE && { STORE } })
  async function start(data: string, store?: string) {
    const board = await startBoard({ config: config(data, store), folder: { county } })
    let open = true
    const close = async () => void (open && await board.close(), open = false)
    onTestFinished(close)
    return { ...board, close }
  }
  const reason = (data: string, store?: string) => start(data, store).then(() => 'started', (error: { reason?: string }) => error.reason)
  const epochs = (board: Awaited<ReturnType<typeof start>>) => board.incidents.all().map(({ authority }) => [authority.epoch, authority.board.seq])

  it('[PG5] a new data folder with STORE has its truth in PostgreSQL and a copy in the folder; both go on after a restart, also for a further incident', async () => {
    const [data, url] = [tempFolder(), await server.database()]
    const first = await start(data, url)
    await first.authority.submit(place(1), who.coordinator)
    const id = await first.incidents.add({ code: '002', name: 'Two', phase: 'emergency', drill: false, startedAt: 1 }, who.admin)
    await first.incidents.find(id)!.authority.submit(place(2), who.coordinator)
    const before = epochs(first)
    await first.close()
    const postgres = await openPostgres(url)
    onTestFinished(() => postgres.close())
    expect((await postgresStore(postgres, firstIncident).since(1, 9)).map(commit => commit.id)).toEqual(['c1'])
    expect((await postgresStore(postgres, id).since(1, 9)).map(commit => commit.id)).toEqual(['c2'])
    const again = await start(data, url)
    expect(epochs(again)).toEqual(before)
    expect(again.incidents.find(id)?.authority.board.get('place', 'p2')?.name).toBe('Place 2')
  })

  it('[PG5] what the folder\'s copy lacks, because the server ended between the two, is fetched at the start', async () => {
    const [data, url] = [tempFolder(), await server.database()]
    const first = await start(data, url)
    await first.close()
    const postgres = await openPostgres(url)
    onTestFinished(() => postgres.close())
    const truth = postgresStore(postgres, firstIncident)
    const [opened] = await truth.since(0, 1)
    const { id, ...args } = { id: 'p9', name: 'Late', kind: 'school', township: 'north', lng: 110, lat: 21, accuracy: null, source: 'map' }
    expect(await truth.append([{ ...opened!, seq: 2, id: 'late', name: 'addPlace', args: { place: id, ...args }, changes: [{ kind: 'place', id, value: { id, ...args } as never }] }])).toBe(true)
    const again = await start(data, url)
    expect([again.authority.board.seq, again.authority.board.get('place', 'p9')?.name]).toEqual([2, 'Late'])
  })

  it('[PG6] a start that would let two truths go apart is refused, and changes nothing', async () => {
    const [data, other, url, second] = [tempFolder(), tempFolder(), await server.database(), await server.database()]
    const board = await start(data, url)
    expect(await reason(tempFolder(), url)).toBe('store_in_use')
    await board.close()
    expect(await reason(data)).toBe('store_elsewhere')
    expect(await reason(data, second)).toBe('store_other')
    expect(await reason(tempFolder(), url)).toBe('store_other')
    const local = await start(other)
    await local.close()
    expect(await reason(other, second)).toBe('store_not_moved')
    expect(await reason(other, url)).toBe('store_other')
    expect(await reason(other)).toBe('started')
    expect(await reason(data, url)).toBe('started')
  })

  it('[PG7] move takes a folder\'s incidents to PostgreSQL with log, epoch and what the server keeps for itself, and back; devices notice nothing', async () => {
    const [data, url] = [tempFolder(), await server.database()]
    const local = await start(data)
    for (let n = 0; n < 1200; n += 100) await Promise.all(Array.from({ length: 100 }, (_, i) => local.authority.submit(place(n + i), who.coordinator)))
    await local.incidents.add({ code: '002', name: 'Two', phase: 'emergency', drill: false, startedAt: 1 }, who.admin)
    await local.store.remember('cursor', '7')
    const before = epochs(local)
    await expect(move(config(data), ['--to', url])).rejects.toMatchObject({ reason: 'in_use' })
    await local.close()

    await move(config(data), ['--to', url])
    await move(config(data), ['--to', url])
    expect(await reason(data)).toBe('store_elsewhere')
    const moved = await start(data, url)
    expect(epochs(moved)).toEqual(before)
    expect(await moved.store.recall('cursor')).toBe('7')
    await moved.store.remember('cursor', '8')
    const folder = openDatabase(path.join(data, 'board.db'))
    expect(await sqliteStore(folder).recall('cursor')).toBe('8')
    folder.close()
    await moved.authority.submit(place(5000), who.coordinator)
    await moved.close()

    await move(config('nowhere'), ['--from', url, '--to', data])
    // After an interruption the same command goes on: what came back already stays.
    await move(config(data), ['--from', url])
    const back = await start(data)
    expect(epochs(back).map(([epoch]) => epoch)).toEqual(before.map(([epoch]) => epoch))
    expect(back.authority.board.get('place', 'p5000')?.name).toBe('Place 5000')
    expect(await back.store.recall('cursor')).toBe('8')
    await back.close()
    expect(await reason(data, url)).toBe('store_other')
  })

  it('[PG6] a PostgreSQL that lost what it had acknowledged, as after an older dump, ends the server instead of keeping everybody waiting', async () => {
    const [data, url] = [tempFolder(), await server.database()]
    const damage: { reason?: string }[] = []
    const board = await startBoard({ config: config(data, url), folder: { county }, onDamage: what => damage.push(what) })
    onTestFinished(() => board.close())
    for (const n of [1, 2]) await board.authority.submit(place(n), who.coordinator)
    const postgres = await openPostgres(url)
    onTestFinished(() => postgres.close())
    await postgres.sql`delete from log where seq > 1`
    expect(await board.authority.submit(place(3), who.coordinator)).toMatchObject({ ok: false, code: 'busy' })
    expect(damage[0]).toMatchObject({ reason: 'store_other' })
  })

  it('[PG7] move refuses a log with a commit that cannot be read, on either side, before anything is copied', async () => {
    const [data, url] = [tempFolder(), await server.database()]
    await (await start(data)).close()
    const spoil = (args: string) => {
      const folder = openDatabase(path.join(data, 'board.db'))
      folder.raw.prepare('update log set args = ?').run(args)
      folder.close()
    }
    spoil('{')
    await expect(move(config(data), ['--to', url])).rejects.toMatchObject({ reason: 'damaged' })
    spoil('{}')
    await move(config(data), ['--to', url])
    const postgres = await openPostgres(url)
    await postgres.sql`update log set changes = 'no'`
    await postgres.close()
    await expect(move(config(data), ['--from', url])).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('[PG7] move refuses a database that already holds another history, and a folder in which nothing is', async () => {
    const [data, other, url] = [tempFolder(), tempFolder(), await server.database()]
    for (const one of [data, other]) await (await start(one)).close()
    await move(config(data), ['--to', url])
    await expect(move(config(other), ['--to', url])).rejects.toMatchObject({ reason: 'store_other' })
    await expect(move(config(tempFolder()), ['--to', url])).rejects.toMatchObject({ reason: 'database_lost' })
    await expect(move(config(data), [])).rejects.toThrow('--to')
    expect(await reason(other)).toBe('started')
  })
})
