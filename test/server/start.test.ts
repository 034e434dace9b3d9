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
import { CannotStart } from '../../server/core/cannot-start.ts'
import { readConfig } from '../../server/core/config.ts'
import { checkFolder } from '../../server/disk/check-folder.ts'
import { checkRows } from '../../server/disk/row-check.ts'
import { brokenFolders, contents, overwrite, sql } from '../support/broken-folders.ts'
import { folder as county } from '../support/county.ts'
import { tempFolder } from '../support/temp.ts'

const start = (data: string, onTrouble: (sentence: string) => void = () => {}) =>
  startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county, onTrouble })
const admin = { id: 'a', role: 'admin' } as const
const opening = (code: string) => ({ code, name: code, phase: 'emergency' as const, drill: false, startedAt: 1 })

/** A data folder in use: a person, two incidents, a photo. */
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

it.each(brokenFolders)('[DF1] [DF2] [DF4] $what: the start stops with a sentence, and nothing is changed', async ({ reason, harm }) => {
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
  expect(fs.readdirSync(data).sort()).toEqual(['board.db', 'key', 'lock', 'lost+found', 'push-keys'])
})

it('[DF2] a first start that was cut off is begun again', async () => {
  const data = tempFolder()
  fs.writeFileSync(path.join(data, 'board.db.part'), Buffer.alloc(5000, 1))
  fs.writeFileSync(path.join(data, 'board.db.part-wal'), Buffer.alloc(5000, 1))
  fs.writeFileSync(path.join(data, 'key'), 'ab'.repeat(32), { mode: 0o600 })
  const board = await start(data)
  expect(board.authority.board.seq).toBe(1)
  await board.close()
  expect(fs.readdirSync(data).sort()).toEqual(['board.db', 'key', 'lock', 'push-keys'])
  expect(fs.readFileSync(path.join(data, 'key'), 'utf8')).toBe('ab'.repeat(32))
})

it('[DF3] a second board does not start on the same folder, and the first goes on; once it has ended, another can start', async () => {
  const data = used()
  const first = await start(data)
  await expect(start(data)).rejects.toMatchObject({ reason: 'in_use' })
  expect(await first.authority.submit({ id: 'x', name: 'announce', args: { announcement: 'a1', text: 'x' } }, { id: 'c', role: 'coordinator' })).toMatchObject({ ok: true })
  await first.close()
  await (await start(data)).close()
})

it('[DF3] the lock of a killed process is released', async () => {
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
  // The README says to do this when the key is lost for good.
  fs.rmSync(path.join(data, 'key'))
  sql(file, `delete from person; delete from meta where key = 'key_check'`)
  const board = await start(data)
  expect(board.accounts.list().map(({ name }) => name)).toEqual(['', ''])
  board.accounts.add({ name: '李', role: 'viewer' })
  await board.close()
  await (await start(data)).close()
})

it('[DF5] a broken further incident is set aside unchanged, and the others are served', async () => {
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
    const troubles: string[] = []
    const board = await start(data, sentence => troubles.push(sentence))
    expect(board.incidents.all().map(({ id }) => id)).toEqual(['first'])
    expect(board.incidents.aside()).toEqual([{ id: two, reason }])
    expect(troubles).toEqual([expect.stringContaining(home)])
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

  // Only the longer check notices an index that differs from its table.
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

it.each([
  ['a letter in the log is another', `update log set actor = actor || 'x' where seq = 1`, /: damaged[\s\S]*log 1$/m],
  ['a record is not what the log says', `update record set value = json_set(value, '$.name', 'another')`, /: damaged[\s\S]*log 1 \(incident\/incident\)$/m],
  ['the log has a gap', 'update log set seq = 3, sum = null', /: damaged[\s\S]*log 1 to 3 has 1 rows/],
])('[DF6] --check finds that %s; rows of before there were sums are believed', async (_, change, said) => {
  const data = used()
  const lines: string[] = []
  const status = process.exitCode
  vi.spyOn(console, 'log').mockImplementation(line => lines.push(String(line)))
  onTestFinished(() => {
    vi.restoreAllMocks()
    process.exitCode = status
  })
  sql(path.join(data, 'board.db'), change)
  checkFolder(data)
  expect(lines[0]).toMatch(said)
  sql(path.join(data, 'board.db'), 'update log set sum = null, seq = 1')
  lines.length = 0
  checkFolder(data)
  expect(lines[0]).toContain('sound')
})

it('[DF6] a row with a sum as an earlier version wrote it is checked by that sum', () => {
  const data = used()
  const raw = new SQLite(path.join(data, 'board.db'))
  const { sum, ...row } = raw.prepare('select seq, id, name, actor, at, args, changes, sum from log').get() as Record<string, string | number>
  const earlier = createHash('sha256').update(JSON.stringify(Object.values(row))).digest('base64url').slice(0, 16)
  raw.prepare('update log set sum = ?').run(earlier)
  expect(sum).toMatch(/^2\../)
  expect(() => checkRows(raw, 'board.db')).not.toThrow()
  raw.prepare('update log set actor = \'another\'').run()
  expect(() => checkRows(raw, 'board.db')).toThrow(/log 1/)
  raw.close()
})
