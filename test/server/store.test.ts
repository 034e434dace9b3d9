import type { Store } from '../../server/board/store.ts'
import type { Postgres } from '../../server/postgres/postgres.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { TestPostgres } from '../support/postgres.ts'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { memoryStore } from '../../server/board/store-memory.ts'
import { postgresStore } from '../../server/board/store-postgres.ts'
import { replicatedStore } from '../../server/board/store-replicated.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { openPostgres } from '../../server/postgres/postgres.ts'
import { kinds } from '../../shared/kinds.ts'
import { make } from '../support/given.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { tempFolder } from '../support/temp.ts'

const put = (id: string, name = id): Change => ({ kind: 'place', id, value: make('place', { id, name }) })
const commit = (seq: number, changes: readonly Change[] = [put(`p${seq}`)], id = `c${seq}`): Commit => ({ seq, id, name: 'addPlace', args: { place: id }, actor: 'ann', at: seq * 1000, changes })

function sqlite(file = path.join(tempFolder(), 'board.db')): Store {
  const store = sqliteStore(openDatabase(file))
  onTestFinished(() => store.close())
  return store
}

const records = async (store: Store) => Object.fromEntries([...(await store.load()).records].map(({ value }) => [value.id, value]))

let server: TestPostgres
let postgres: Postgres
let boards = 0
beforeAll(async () => {
  if (!hasPostgres) return
  server = await testPostgres()
  postgres = await openPostgres(await server.database())
})
afterAll(async () => {
  await postgres?.close()
  await server?.stop()
})

const inPostgres = () => postgresStore(postgres, `b${boards++}`)
const stores: readonly (readonly [string, () => Store])[] = [
  ['memory', () => memoryStore()],
  ['sqlite', () => sqlite()],
  ...hasPostgres ? [['postgres', inPostgres], ['replicated', () => replicatedStore(sqlite(), inPostgres(), 0)]] as const : [],
]

describe.each(stores)('%s store', (_, open) => {
  it('[ST1] seq continues from the last commit', async () => {
    const store = open()
    expect(await store.append([commit(1), commit(2)])).toBe(true)
    expect(await store.append([commit(4)])).toBe(false)
    expect(await store.append([commit(3), commit(5)])).toBe(false)
    expect(await store.append([commit(3)])).toBe(true)
    expect((await store.load()).seq).toBe(3)
  })

  it('[ST2] a taken seq answers false and nothing is written', async () => {
    const store = open()
    await store.append([commit(1)])
    expect(await store.append([commit(1, [put('other')], 'd1'), commit(2)])).toBe(false)
    expect(await store.since(0, 10)).toEqual([commit(1)])
    expect(Object.keys(await records(store))).toEqual(['p1'])
  })

  it('[ST3] a second commit with a used command id is refused, in one batch too', async () => {
    const store = open()
    await store.append([commit(1)])
    expect(await store.append([commit(2, [put('x')], 'c1')])).toBe(false)
    expect(await store.append([commit(2, [put('x')], 'c9'), commit(3, [put('y')], 'c9')])).toBe(false)
    expect((await store.load()).seq).toBe(1)
    const found = await store.find(['c9', 'c1', 'c1', '1'])
    expect([...found.keys()]).toEqual(['c1'])
    expect(found.get('c1')).toMatchObject({ seq: 1, actor: 'ann', name: commit(1).name, args: commit(1).args })
    expect(await store.find([])).toEqual(new Map())
  })

  it('[ST4] a failure half-way leaves neither log nor record', async () => {
    const store = open()
    const cannot = { ...put('bad'), value: { id: 'bad', toJSON() {
      throw new Error('half-way')
    } } } as unknown as Change
    const unclonable = { ...cannot, value: { id: 'bad', f() {}, toJSON() {
      throw new Error('half-way')
    } } } as unknown as Change
    await expect(store.append([commit(1), commit(2, [put('good'), unclonable])])).rejects.toThrow()
    expect(await store.since(0, 10)).toEqual([])
    expect(await records(store)).toEqual({})
    expect(await store.append([commit(1)])).toBe(true)
  })

  it('[ST5] since is exclusive, in order, limited', async () => {
    const store = open()
    await store.append([commit(1), commit(2), commit(3), commit(4)])
    expect((await store.since(1, 2)).map(one => one.seq)).toEqual([2, 3])
    expect(await store.since(4, 10)).toEqual([])
    expect(await store.since(0, 1)).toEqual([commit(1)])
  })

  it('[ST6] [ST16] load equals replaying the log, and so does reading all at once where that is possible', async () => {
    const store = open()
    await store.append([commit(1), commit(2, [put('p1', 'renamed'), put('p9')]), commit(3, [{ kind: 'place', id: 'p9', value: null }])])
    const replayed: Record<string, unknown> = {}
    for (const { changes } of await store.since(0, 100)) {
      for (const { id, value } of changes) value ? replayed[id] = value : delete replayed[id]
    }
    expect(await records(store)).toEqual(replayed)
    const { seq, records: read } = store.read?.() ?? await store.load()
    expect([seq, Object.fromEntries([...read].map(({ value }) => [value.id, value]))]).toEqual([3, replayed])
    expect(replayed).toEqual({ p1: make('place', { id: 'p1', name: 'renamed' }) })
  })

  it('[ST7] history gives the commits that touched a record, newest first', async () => {
    const store = open()
    await store.append([commit(1), commit(2), commit(3, [put('p1', 'again')])])
    expect((await store.history('place', 'p1', 10)).map(one => one.seq)).toEqual([3, 1])
    expect((await store.history('place', 'p1', 1)).map(one => one.seq)).toEqual([3])
    expect(await store.history('issue', 'p1', 10)).toEqual([])
  })

  it('[ST15] the log gives the records of a kind that were touched after a commit, removed ones too', async () => {
    const store = open()
    await store.append([commit(1, [put('p1'), put('p2')]), commit(2, [put('p3')]), commit(3, [{ ...put('p2'), value: null }]), commit(4, [put('p3', 'again')])])
    expect([...await store.touchedSince('place', 0)].sort()).toEqual(['p1', 'p2', 'p3'])
    expect([...await store.touchedSince('place', 2)].sort()).toEqual(['p2', 'p3'])
    expect([...await store.touchedSince('place', 4)]).toEqual([])
    expect([...await store.touchedSince('issue', 0)]).toEqual([])
  })

  it('[ST10] the log gives a record as it was after a commit: its last value, or none before it was made or after its removal', async () => {
    const store = open()
    await store.append([commit(1, [put('p1'), put('p2')]), commit(2, [put('p1', 'again')]), commit(3, [{ ...put('p2'), value: null }]), commit(4, [put('p1', 'later')])])
    const names = async (seq: number) => (await store.stood([put('p2'), put('p1'), put('p9'), { kind: 'issue', id: 'p1' }], seq)).map(record => (record as { name: string } | null)?.name ?? null)
    expect(await names(0)).toEqual([null, null, null, null])
    expect(await names(1)).toEqual(['p2', 'p1', null, null])
    expect(await names(3)).toEqual([null, 'again', null, null])
    expect(await names(4)).toEqual([null, 'later', null, null])
  })

  it('[ST12] the server\'s own values are kept under their names, and the last one counts', async () => {
    const store = open()
    expect(await store.recall('a')).toBe(null)
    await store.remember('a', 'one')
    await store.remember('a', 'two')
    await store.remember('b', '')
    expect([await store.recall('a'), await store.recall('b'), await store.recall('epoch')]).toEqual(['two', '', null])
  })

  it('[ST8] the epoch stays', async () => {
    const store = open()
    const { epoch } = await store.load()
    expect(epoch).toMatch(/./)
    expect((await store.load()).epoch).toBe(epoch)
  })
})

it('[ST2] two handles on one file: the second to write the same seq loses, and sees what the first wrote', async () => {
  const file = path.join(tempFolder(), 'board.db')
  const [one, two] = [sqlite(file), sqlite(file)]
  expect(await one.append([commit(1)])).toBe(true)
  expect(await two.append([commit(1, [put('late')], 'd1')])).toBe(false)
  expect(await two.since(0, 10)).toEqual([commit(1)])
  expect(await two.append([commit(2)])).toBe(true)
  expect((await one.load()).epoch).toBe((await two.load()).epoch)
})

it('[ST13] a lock held by another process, or another constraint, is not a lost race: both are thrown', async () => {
  const file = path.join(tempFolder(), 'board.db')
  const store = sqlite(file)
  const other = openDatabase(file)
  onTestFinished(() => void other.close())
  other.raw.exec('begin immediate')
  await expect(store.append([commit(1)])).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  other.raw.exec('commit')
  expect(await store.append([commit(1)])).toBe(true)
  other.raw.exec('create unique index one_at_a_time on log (at)')
  await expect(store.append([{ ...commit(2), at: 1000 }])).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
  expect(await store.since(0, 10)).toEqual([commit(1)])
})

it('[ST9] SQLite runs with synchronous=FULL, and every kind has a view with its fields', async () => {
  const database = openDatabase(path.join(tempFolder(), 'board.db'))
  const store = sqliteStore(database)
  await store.append([commit(1)])
  expect(database.raw.pragma('synchronous', { simple: true })).toBe(2)
  for (const kind of kinds) expect(database.raw.prepare(`select count(*) n from ${kind}_view`).get()).toEqual({ n: kind === 'place' ? 1 : 0 })
  expect(database.raw.prepare('select name, township, lng from place_view').get()).toEqual({ name: 'p1', township: 'north', lng: 110 })
  await store.close()
})

it('[ST9] a view of an older version is replaced; a start that finds the views it wants writes nothing', async () => {
  const file = path.join(tempFolder(), 'board.db')
  await sqliteStore(openDatabase(file)).close()
  const older = openDatabase(file)
  older.raw.exec('drop view place_view; create view place_view as select id from record where kind = \'place\'')
  sqliteStore(older)
  expect(older.raw.prepare('select name, township from place_view').all()).toEqual([])
  const version = () => older.raw.pragma('schema_version', { simple: true })
  const before = version()
  sqliteStore(older)
  expect(version()).toBe(before)
  older.close()
})

it('[ST6] records of another version are upgraded when loaded', async () => {
  const file = path.join(tempFolder(), 'board.db')
  const database = openDatabase(file)
  await sqliteStore(database).load()
  database.raw.exec(`insert into record values ('place', 'old', '{"id":"old","name":"Old","kind":"school","township":"north","lng":1,"lat":2}'); update meta set value = '0' where key = 'record_version'`)
  expect((await records(sqliteStore(database))).old).toEqual(make('place', { id: 'old', name: 'Old', lng: 1, lat: 2 }))
  database.close()
})
