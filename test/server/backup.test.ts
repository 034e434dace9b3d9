import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBackupKey, readBackupKey } from '../../server/backup/backup-key.ts'
import { backupKeeper } from '../../server/backup/keeper.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { Refused } from '../../server/backup/refused.ts'
import { restoreBackup, restoring } from '../../server/backup/restore.ts'
import { backupsIn, idAt, timeOf } from '../../server/backup/shelf.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { folder as county } from '../support/county.ts'
import { carePerson } from '../support/register.ts'
import { tempFolder } from '../support/temp.ts'
import { later, photo, usedFolder } from '../support/used-folder.ts'

const admin = { id: 'a', role: 'admin' } as const
const start = (data: string) => startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county })
let template: Awaited<ReturnType<typeof usedFolder>>
beforeAll(async () => template = await usedFolder())
afterAll(() => template.end())
const used = () => template.copy(tempFolder())
const told = (folder: string) => ['board.db', ...fs.readdirSync(path.join(folder, 'incidents')).map(id => `incidents/${id}/board.db`)].map((file) => {
  const raw = new SQLite(path.join(folder, file), { readonly: true })
  const rows = ['log', 'record', 'account', 'person', 'reading'].map(table => raw.prepare(`select * from ${table}`).raw().all())
  raw.close()
  return rows
})
const why = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error as Refused)

it('[BK1] [F94] a backup of a running board, restored, has every row and photo of all incidents, and a new epoch', async () => {
  const { order, data, folder, key, target } = used()
  const board = await start(data)
  await board.authority.submit({ id: 'later', name: 'addGrid', args: { grid: 'later', township: 'north', name: 'later', phone: '', spot: null } }, admin)
  const { id, boards } = await makeBackup(order)
  const [epoch, seq] = [board.authority.epoch, board.authority.board.seq]
  await board.close()
  expect(boards.map(one => one.seq)[0]).toBe(seq)
  const restored = await restoreBackup({ folder, key, target })
  expect(restored).toMatchObject({ id, closed: [], broken: [] })
  expect(told(target)).toEqual(told(data))
  expect(fs.readFileSync(path.join(target, 'photos/f1.full.jpg'))).toEqual(photo)
  expect(fs.existsSync(path.join(target, 'photos/f1.stamped.jpg'))).toBe(false)
  const again = await start(target)
  expect(again.authority.board.seq).toBe(seq)
  expect(again.authority.epoch).not.toBe(epoch)
  expect(again.accounts.list().map(one => one.name)).toContain('王小明')
  await again.close()
})

it('[BK2] nothing in the folder of backups can be read without the key, which is not in it', () => {
  const { home, folder, data } = used()
  const texts = ['SQLite format 3', 'grid 7', photo.subarray(0, 200).toString('latin1'), fs.readFileSync(path.join(home, 'key'), 'utf8'), fs.readFileSync(path.join(data, 'key'), 'utf8')]
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile())) {
    const bytes = fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1')
    for (const text of texts) expect(bytes.includes(text), `${entry.name}: ${text}`).toBe(false)
  }
  expect(fs.existsSync(path.join(data, 'backup.part'))).toBe(false)
})

it('[BK3] a wrong key, a changed byte in any file, a missing file, a newer version and a used folder are refused with a sentence that says what to do, and no board starts on what is left', async () => {
  const { folder, key, id, home, target } = used()
  makeBackupKey(path.join(home, 'other'))
  const refused = async (reason: Refused['reason'], asked: Partial<Parameters<typeof restoreBackup>[0]> = {}) => {
    const error = await why(restoreBackup({ folder, key, target, ...asked }))
    expect(error).toBeInstanceOf(Refused)
    expect(error?.reason).toBe(reason)
    expect(error?.message).toMatch(/\p{Script=Han}.*\n.*[a-z]/u)
    expect(fs.existsSync(path.join(target, 'board.db'))).toBe(false)
  }
  await refused('key_wrong', { key: readBackupKey(path.join(home, 'other')) })
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile() && one.name !== 'lock').map(one => path.join(one.parentPath, one.name))
  expect(files.length).toBeGreaterThan(4)
  for (const file of files) {
    const whole = fs.readFileSync(file)
    for (const at of [0, 10, whole.length >> 1, whole.length - 1]) {
      const bytes = Buffer.from(whole)
      bytes[at] = bytes[at]! ^ 1
      fs.writeFileSync(file, bytes)
      const error = await why(restoreBackup({ folder, key, target }))
      expect(error?.reason, `${file} ${at}`).toMatch(/changed|newer|key_wrong/)
    }
    fs.writeFileSync(file, whole.subarray(0, whole.length - 5))
    await refused('changed')
    fs.rmSync(file)
    if (path.basename(file) === 'manifest.json') await refused('half', { id })
    else await refused('half')
    fs.writeFileSync(file, whole)
  }
  await expect(start(target)).rejects.toMatchObject({ reason: 'half_restored' })
  fs.mkdirSync(path.join(home, 'full'))
  fs.writeFileSync(path.join(home, 'full/letter.txt'), 'x')
  await refused('not_empty', { target: path.join(home, 'full') })
  expect(fs.readdirSync(path.join(home, 'full'))).toEqual(['letter.txt'])
  await refused('none', { folder: path.join(home, 'nowhere') })
  // What an interrupted restore has left is begun again.
  expect(fs.existsSync(path.join(target, restoring))).toBe(true)
  await restoreBackup({ folder, key, target })
  expect(fs.existsSync(path.join(target, restoring))).toBe(false)
})

it('[BK4] photos are kept once for all backups and read once; what no backup has any more goes', async () => {
  const { order, data, folder } = used()
  const kept = () => fs.readdirSync(path.join(folder, 'kept'), { recursive: true, withFileTypes: true }).filter(one => one.isFile()).length
  const before = kept()
  let read = 0
  await makeBackup({ ...order, onPart: name => read = name === 'photos' ? 0 : read, onBytes: bytes => read += bytes })
  expect([kept(), read]).toEqual([before, 0])
  fs.rmSync(path.join(data, 'photos/f1.full.jpg'))
  for (let i = 0; i < 8; i++) await makeBackup({ ...order, now: () => later(24 * 3_600_000) })
  expect(kept()).toBe(before - 1)
})

it('[BK4] [BK5] a photo and an account that are gone from the board are gone from all backups once those made before have rotated, and not sooner', async () => {
  const { order, data, folder, key, home } = used()
  const board = await start(data)
  const boss = board.accounts.add({ name: 'boss', role: 'admin' })
  const wang = board.accounts.list().find(one => one.name === '王小明')!
  const cookie = `yixian=${board.accounts.signIn(board.accounts.invite(boss, 1), 1)}`
  const origin = `http://127.0.0.1:${board.port}`
  const forgotten = await fetch(`${origin}/api/people/${wang.id}/forget`, { method: 'POST', headers: { cookie, origin, 'content-type': 'application/json' }, body: '{}' })
  expect(forgotten.status).toBe(204)
  await board.close()
  fs.rmSync(path.join(data, 'photos/f1.full.jpg'))
  let count = 0
  /** What of both can be read in the backups that are there, by whoever has the key. */
  const readable = async () => {
    const found: string[] = []
    for (const id of backupsIn(folder)) {
      const target = path.join(home, `opened-${count++}`)
      await restoreBackup({ folder, key, id, target })
      const raw = new SQLite(path.join(target, 'board.db'), { readonly: true })
      // Name and phone are sealed in this row, and its key is in the backup.
      if (raw.prepare('select 1 from person where account = ?').get(wang.id)) found.push('account')
      raw.close()
      if (fs.existsSync(path.join(target, 'photos/f1.full.jpg'))) found.push('photo')
    }
    return [...new Set(found)].sort()
  }
  await makeBackup({ ...order, now: () => later(2 * 3_600_000) })
  expect(await readable()).toEqual(['account', 'photo'])
  for (let day = 0; day < 8; day++) await makeBackup({ ...order, now: () => later(24 * 3_600_000) })
  expect(await readable()).toEqual([])
})

it('[BK6] a backup that fails leaves the earlier ones, is said, and is tried again later', async () => {
  const { order, data, folder } = used()
  const before = backupsIn(folder)
  expect((await why(makeBackup({ ...order, space: async () => ({ free: 1e6, total: 1e12 }) })))?.reason).toBe('no_room')
  const file = path.join(data, 'board.db')
  const whole = fs.readFileSync(file)
  fs.writeFileSync(file, Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(4096, 7), whole.subarray(12288)]))
  expect((await why(makeBackup(order)))?.reason).toBe('damaged')
  fs.writeFileSync(file, whole)
  expect(backupsIn(folder)).toEqual(before)
  expect(fs.readdirSync(folder).filter(name => name.endsWith('.part') && !fs.statSync(path.join(folder, name)).isDirectory())).toEqual([])

  const said: string[] = []
  let [now, fails, made] = [timeOf(before[0]!), true, 0]
  const keeper = backupKeeper({ data, folder, every: 3_600_000, now: () => now, onTrouble: sentence => said.push(sentence), async make() {
    made++
    if (fails) throw new Refused('no_room', folder, '9 MB')
    await makeBackup({ ...order, now: () => now })
  } })
  await keeper.look()
  expect(made).toBe(0)
  now += 3_700_000
  await keeper.look()
  await keeper.look()
  expect([made, said.length]).toEqual([1, 1])
  expect(said[0]).toMatch(/\p{Script=Han}.*\n.*[a-z]/u)
  fails = false
  now += 11 * 60_000
  await keeper.look()
  expect([made, said.length, backupsIn(folder).length]).toEqual([2, 1, before.length + 1])
})

it('[BK7] what an interrupted backup has left is never taken for a backup, and goes with the next', async () => {
  const { order, folder, id } = used()
  const half = idAt(later(500))
  fs.cpSync(path.join(folder, id), path.join(folder, `${half}.part`), { recursive: true })
  fs.cpSync(path.join(folder, id), path.join(folder, half), { recursive: true })
  fs.rmSync(path.join(folder, half, 'manifest.json'))
  expect(backupsIn(folder)).toEqual([id])
  await makeBackup(order)
  expect(fs.readdirSync(folder).filter(name => name.includes(half))).toEqual([])
})

it('[BK8] before the tables of a database change a backup is made, and only then', async () => {
  const { data } = used()
  const made: string[] = []
  const begin = async () => startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county, backups: { forget: () => 0, async beforeUpgrade() {
    const raw = new SQLite(path.join(data, 'board.db'), { readonly: true })
    made.push(String(raw.prepare('select count(*) from __drizzle_migrations').pluck().get()))
    raw.close()
  } } })
  await (await begin()).close()
  expect(made).toEqual([])
  const further = path.join(data, 'incidents', fs.readdirSync(path.join(data, 'incidents'))[0]!, 'board.db')
  for (const file of [path.join(data, 'board.db'), further]) {
    const raw = new SQLite(file)
    raw.exec('drop table pushing; delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)')
    raw.close()
    const board = await begin().catch((error: unknown) => error)
    expect(made.length, String(board)).toBe(file === further ? 2 : 1)
    if ('close' in (board as object)) await (board as { close: () => Promise<void> }).close()
  }
})

it('[BK9] [CA11] a destroyed register opens from no backup; a deleted person from none that was made before', async () => {
  const { order, data, folder, key, home } = used()
  let ahead = 0
  const now = () => Date.now() + ahead
  const keeper = backupKeeper({ data, folder, every: 0, now, make: async () => {}, onTrouble() {} })
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county, backups: keeper, now })
  const { care } = board.incidents.all()[0]!
  const reader = (role: 'officer' | 'coordinator' | 'admin', more = {}) => care.rights.reader({ id: board.accounts.add({ name: role, role, ...more }), role, ...more })
  await board.authority.submit({ id: 'n1', name: 'addGrid', args: { grid: 'n1', township: 'north', name: 'n1', phone: '', spot: null } }, admin)
  const officer = reader('officer', { township: 'north' })
  const [one, other] = [carePerson(), carePerson()]
  care.people.add(officer, [one, other], 'add')
  const opens = async (id: string, name: string) => {
    const target = path.join(home, name)
    const { closed } = await restoreBackup({ folder, key, id, target })
    const again = await start(target)
    const restored = again.incidents.all()[0]!.care
    const rows = restored.vault.base().raw.prepare('select count(*) from care_person').pluck().get() as number
    const readable = restored.vault.keys() === null ? 0 : rows
    const log = restored.log.broken()
    await again.close()
    return { closed, rows, readable, log }
  }
  const first = await makeBackup({ ...order, now })
  expect(await opens(first.id, 'r1')).toEqual({ closed: [], rows: 2, readable: 2, log: null })
  care.subject.delete(officer, one.id, { reason: 'visit', words: '' })
  expect(await opens(first.id, 'r2')).toEqual({ closed: ['first'], rows: 0, readable: 0, log: null })
  const second = await makeBackup({ ...order, now: () => now() + 1 })
  expect(await opens(second.id, 'r3')).toEqual({ closed: [], rows: 1, readable: 1, log: null })
  care.purge.end(reader('coordinator'))
  ahead += 11 * 24 * 3_600_000
  await care.look()
  expect(care.purge.list(reader('coordinator'))[0]?.figures).toMatchObject({ people: 1, backups: 1 })
  expect(fs.readdirSync(folder, { recursive: true }).filter(name => String(name).includes('care-key'))).toEqual([])
  expect(await opens(second.id, 'r4')).toEqual({ closed: ['first'], rows: 0, readable: 0, log: null })
  await board.close()
})
