import type { Reason } from '../../server/disk/cannot-start.ts'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/config.ts'
import { CannotStart } from '../../server/disk/cannot-start.ts'
import { checkFolder } from '../../server/disk/check-folder.ts'
import { folder as county } from '../support/county.ts'
import { tempFolder } from '../support/temp.ts'

const start = (data: string, onTrouble: (what: CannotStart) => void = () => {}) =>
  startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county, onTrouble })
const admin = { id: 'a', role: 'admin' } as const
const opening = (code: string) => ({ code, name: code, phase: 'emergency' as const, drill: false, startedAt: 1 })

/** A data folder that was used: somebody, two incidents, a photo. */
let template: string
beforeAll(async () => {
  const data = template = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-test-'))
  const board = await start(data)
  board.accounts.add({ name: '王小明', role: 'coordinator' })
  await board.incidents.add(opening('two'), admin)
  await board.close()
  fs.mkdirSync(path.join(data, 'photos'))
  fs.writeFileSync(path.join(data, 'photos/f1.full.jpg'), 'x')
})
afterAll(() => fs.rmSync(template, { recursive: true, force: true }))

function used(): string {
  const data = tempFolder()
  fs.cpSync(template, data, { recursive: true })
  return data
}

/** Every file in a folder with what is in it. */
const contents = (folder: string) => Object.fromEntries(fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => path.join(entry.parentPath, entry.name))
  .map(file => [path.relative(folder, file), createHash('sha256').update(fs.readFileSync(file)).digest('hex')]))

function sql(file: string, text: string): void {
  const raw = new SQLite(file)
  raw.exec(text)
  raw.close()
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = fs.openSync(file, 'r+')
  fs.writeSync(handle, bytes, 0, bytes.length, at)
  fs.closeSync(handle)
}

const broken: [string, Reason, (data: string, file: string) => void][] = [
  ['the key is missing', 'key_lost', data => fs.rmSync(path.join(data, 'key'))],
  ['the key is another', 'key_wrong', data => fs.writeFileSync(path.join(data, 'key'), 'ab'.repeat(32))],
  ['the key is cut short', 'key_damaged', data => fs.writeFileSync(path.join(data, 'key'), 'abcd')],
  ['the key is open to others', 'key_open', data => fs.chmodSync(path.join(data, 'key'), 0o644)],
  ['the key is another, and the database does not know its key yet', 'key_wrong', (data, file) => {
    sql(file, `delete from meta where key = 'key_check'`)
    fs.writeFileSync(path.join(data, 'key'), 'ab'.repeat(32))
  }],
  ['the database is missing', 'database_lost', (_, file) => fs.rmSync(file)],
  ['the database is empty', 'empty', (_, file) => fs.truncateSync(file)],
  ['the database is cut short', 'damaged', (_, file) => fs.truncateSync(file, fs.statSync(file).size - 20_000)],
  ['the database is a text', 'damaged', (_, file) => fs.writeFileSync(file, 'no database at all, but long enough to be one')],
  ['a page of the database is noise', 'damaged', (_, file) => overwrite(file, 3 * 4096, Buffer.alloc(4096, 7))],
  ['the database is of another program', 'not_a_board', (_, file) => {
    fs.rmSync(file)
    sql(file, 'create table song (title text)')
  }],
  ['the log is gone', 'no_incident', (_, file) => sql(file, 'delete from log')],
  ['the tables are of a newer version', 'newer', (_, file) => sql(file, `insert into __drizzle_migrations (hash, created_at) values ('x', 99999999999999)`)],
  ['the records are of a newer version', 'newer', (_, file) => sql(file, `update meta set value = '999' where key = 'newest_record_version'`)],
]

it.each(broken)('[DF1] [DF2] [DF4] %s: the start stops with a sentence, and nothing is changed', async (_, reason, harm) => {
  const data = used()
  harm(data, path.join(data, 'board.db'))
  const before = contents(data)
  const why = await start(data).then(async (board) => {
    await board.close()
    return null
  }, (error: unknown) => error)
  expect(why).toBeInstanceOf(CannotStart)
  expect((why as CannotStart).reason).toBe(reason)
  expect((why as CannotStart).message).toMatch(/\p{Script=Han}.*\n.*[a-z]/u)
  expect(contents(data)).toEqual(before)
})

it('[DF2] a folder of other files is left alone; an empty one, or a fresh disk, gets a board', async () => {
  const data = tempFolder()
  fs.writeFileSync(path.join(data, 'holiday.txt'), 'x')
  await expect(start(data)).rejects.toMatchObject({ reason: 'foreign_folder' })
  expect(fs.readdirSync(data)).toEqual(['holiday.txt'])
  fs.rmSync(path.join(data, 'holiday.txt'))
  fs.mkdirSync(path.join(data, 'lost+found'))
  const board = await start(data)
  await board.close()
  expect(fs.readdirSync(data).sort()).toEqual(['board.db', 'key', 'lock', 'lost+found'])
})

it('[DF2] a first start that was cut off is begun again', async () => {
  const data = tempFolder()
  fs.writeFileSync(path.join(data, 'board.db.part'), Buffer.alloc(5000, 1))
  fs.writeFileSync(path.join(data, 'board.db.part-wal'), Buffer.alloc(5000, 1))
  fs.writeFileSync(path.join(data, 'key'), 'ab'.repeat(32), { mode: 0o600 })
  const board = await start(data)
  expect(board.authority.board.seq).toBe(1)
  await board.close()
  expect(fs.readdirSync(data).sort()).toEqual(['board.db', 'key', 'lock'])
  expect(fs.readFileSync(path.join(data, 'key'), 'utf8')).toBe('ab'.repeat(32))
})

it('[DF3] a second board does not start on the same folder, and the first works on; once it has ended, the next one starts', async () => {
  const data = used()
  const first = await start(data)
  await expect(start(data)).rejects.toMatchObject({ reason: 'in_use' })
  expect(await first.authority.submit({ id: 'x', name: 'announce', args: { announcement: 'a1', text: 'x' } }, { id: 'c', role: 'coordinator' })).toMatchObject({ ok: true })
  await first.close()
  await (await start(data)).close()
})

it('[DF3] the lock of a process that was killed is gone with it', async () => {
  const data = used()
  const hold = `const SQLite = require('better-sqlite3'); const raw = new SQLite(process.argv[1]); raw.exec('begin exclusive'); console.log('held'); setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['-e', hold, path.join(data, 'lock')], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void other.kill('SIGKILL'))
  await once(other.stdout, 'data')
  await expect(start(data)).rejects.toMatchObject({ reason: 'in_use', passing: true })
  other.kill('SIGKILL')
  await once(other, 'exit')
  await (await start(data)).close()
})

it('[DF4] an older database learns its key at the first start with a key that opens its people, and a folder without people gets a key', async () => {
  const data = used()
  const file = path.join(data, 'board.db')
  sql(file, `delete from meta where key = 'key_check'; insert into person values ('broken', 'AAAA')`)
  await (await start(data)).close()
  sql(file, 'delete from person')
  fs.writeFileSync(path.join(data, 'key'), 'ab'.repeat(32))
  await expect(start(data)).rejects.toMatchObject({ reason: 'key_wrong' })
  // What the README says to do where the key is lost for good.
  fs.rmSync(path.join(data, 'key'))
  sql(file, `delete from person; delete from meta where key = 'key_check'`)
  const board = await start(data)
  expect(board.accounts.list().map(({ name }) => name)).toEqual(['', ''])
  board.accounts.add({ name: '李', role: 'viewer' })
  await board.close()
  await (await start(data)).close()
})

it('[DF5] a further incident that is broken is set aside as it is, and the others serve', async () => {
  const data = used()
  const [two = ''] = fs.readdirSync(path.join(data, 'incidents'))
  const home = path.join(data, 'incidents', two)
  for (const [harm, reason] of [
    [() => fs.truncateSync(path.join(home, 'board.db'), 20_000), 'damaged'],
    [() => fs.truncateSync(path.join(home, 'board.db')), 'empty'],
    [() => fs.renameSync(path.join(home, 'board.db'), path.join(home, 'other.db')), 'database_lost'],
  ] as const) {
    harm()
    const before = contents(home)
    const troubles: CannotStart[] = []
    const board = await start(data, what => troubles.push(what))
    expect(board.incidents.all().map(({ id }) => id)).toEqual(['first'])
    expect(board.incidents.aside()).toEqual([{ id: two, reason }])
    expect(troubles.map(what => what.reason)).toEqual([reason])
    expect(await board.incidents.add(opening(reason), admin)).toMatch(/./)
    await board.close()
    expect(contents(home)).toEqual(before)
    for (const id of fs.readdirSync(path.join(data, 'incidents'))) {
      if (id !== two) fs.rmSync(path.join(data, 'incidents', id), { recursive: true })
    }
  }
})

it('[DF6] --check reads indexes too, while a board runs, and changes nothing', async () => {
  const data = used()
  const said: string[] = []
  const status = process.exitCode
  vi.spyOn(console, 'log').mockImplementation(line => said.push(String(line)))
  onTestFinished(() => {
    vi.restoreAllMocks()
    process.exitCode = status
  })
  const board = await start(data)
  checkFolder(data)
  await board.close()
  expect(said).toHaveLength(2)
  expect(said.every(line => line.includes('sound'))).toBe(true)
  expect(process.exitCode).toBe(status)

  // An index that says something else than its table: only the longer check sees that.
  const file = path.join(data, 'board.db')
  const bytes = fs.readFileSync(file)
  const at = bytes.lastIndexOf('open-')
  overwrite(file, at, Buffer.from('OPEN-'))
  const before = contents(data)
  said.length = 0
  checkFolder(data)
  expect(said.join()).toContain('board.db: damaged')
  expect(process.exitCode).toBe(78)
  expect(contents(data)).toEqual(before)
})
