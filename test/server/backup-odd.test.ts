import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { careKeyFile } from '../../server/backup/care-keys.ts'
import { backupKeeper } from '../../server/backup/keeper.ts'
import { badKept, keptFile } from '../../server/backup/kept-files.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { manifestText, readManifest } from '../../server/backup/manifest.ts'
import { restoreBackup } from '../../server/backup/restore.ts'
import { backupsIn } from '../../server/backup/shelf.ts'
import { stagingOf, sweepStaging } from '../../server/backup/staging.ts'
import { lockFile } from '../../server/disk/folder.ts'
import { fillDisk } from '../support/full-disk.ts'
import { tempFolder } from '../support/temp.ts'
import { later, photo, usedFolder } from '../support/used-folder.ts'

/** Backups on an odd day: two at once, a clock that goes back, a disk that loses part of a file. */
let template: Awaited<ReturnType<typeof usedFolder>>
beforeAll(async () => template = await usedFolder())
afterAll(() => template.end())
const used = () => template.copy(tempFolder())

it('[BK4] a kept photo that was cut is kept again by the next backup', async () => {
  const { order, folder, key, target } = used()
  const all = fs.readdirSync(path.join(folder, 'kept'), { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => path.join(one.parentPath, one.name))
  const cut = all.find(file => fs.statSync(file).size > photo.length)
  fs.truncateSync(cut!, 100)
  const { id } = await makeBackup(order)
  await restoreBackup({ folder, key, id, target })
  expect(fs.readFileSync(path.join(target, 'photos/f1.full.jpg')).equals(photo)).toBe(true)
  expect(fs.existsSync(path.join(target, 'backup.lock'))).toBe(false)
})

it('[BK6] two backups at once: the second is refused, in the same folder or another, and the first is whole', async () => {
  for (const elsewhere of [false, true]) {
    const { home, order, folder, key, target } = used()
    const second = { ...order, folder: elsewhere ? path.join(home, 'other') : folder }
    const others: Promise<unknown>[] = []
    const { id } = await makeBackup({ ...order, onPart: () => void others.push(makeBackup(second).catch((error: unknown) => error)) })
    expect(others.length).toBeGreaterThan(2)
    for (const other of await Promise.all(others)) expect(other).toMatchObject({ reason: 'running' })
    await restoreBackup({ folder, key, id, target })
  }
})

it('[BK9] while the folder of backups is away a destruction is said, and done and said once it is back', async () => {
  const { home, order, data, folder } = used()
  await makeBackup(order)
  const key = careKeyFile(path.join(folder, backupsIn(folder)[0]!), 'first', 'k1')
  fs.writeFileSync(key, 'sealed')
  const said: string[] = []
  const keeper = () => backupKeeper({ data, folder, every: 0, make: async () => {}, onTrouble: sentence => said.push(sentence) })
  // A disk that is not mounted leaves no folder, or an empty one.
  fs.renameSync(folder, path.join(home, 'away'))
  fs.mkdirSync(folder)
  let one = keeper()
  expect(one.forget('first', ['k1'])).toBe(0)
  expect(said.splice(0)).toEqual([expect.stringMatching(/不在.*\n.*is away/)])
  await one.look()
  expect(said).toEqual([])
  // A restart forgets nothing.
  one = keeper()
  one.begin()
  await one.stop()
  expect(said.splice(0)).toEqual([expect.stringMatching(/不在.*\n.*is away/)])
  fs.rmdirSync(folder)
  fs.renameSync(path.join(home, 'away'), folder)
  await one.look()
  expect(said).toEqual([expect.stringMatching(/已接回，已从 1 份.*\n.*is back.*from 1 backups/)])
  expect(fs.existsSync(key)).toBe(false)
})

it('[BK7] copies that a killed backup left in the data folder go at the start; those of one that is being made stay', async () => {
  const { order, data } = used()
  const left = path.join(stagingOf(data), 'care.db.key')
  const leave = () => {
    fs.mkdirSync(stagingOf(data), { recursive: true })
    fs.writeFileSync(left, 'f'.repeat(64))
  }
  leave()
  sweepStaging(data)
  expect(fs.existsSync(stagingOf(data))).toBe(false)
  let stayed = 0
  await makeBackup({ ...order, onPart() {
    leave()
    sweepStaging(data)
    stayed += Number(fs.existsSync(left))
  } })
  expect(stayed).toBeGreaterThan(2)
  expect(fs.existsSync(stagingOf(data))).toBe(false)
})

it('[BK7] a backup that fails leaves nothing among the backups, and one of a stopped board nothing beside its databases', async () => {
  const { order, data, folder } = used()
  const before = fs.readdirSync(folder)
  await expect(makeBackup({ ...order, onPart(name) {
    if (name === 'photos') throw new Error('the disk went')
  } })).rejects.toThrow('the disk went')
  expect(fs.readdirSync(folder)).toEqual(before)
  await makeBackup(order)
  expect(fs.readdirSync(data, { recursive: true }).filter(name => /-(?:wal|shm)$|part$/.test(String(name)))).toEqual([])
})

it('[BK1] a link in the data folder is in no backup, and is said', async () => {
  const { home, order, data, folder, key, target } = used()
  fs.writeFileSync(path.join(home, 'far.jpg'), photo)
  fs.symlinkSync(path.join(home, 'far.jpg'), path.join(data, 'photos/f2.full.jpg'))
  const { id, out } = await makeBackup(order)
  expect(out).toEqual(['photos/f2.full.jpg'])
  await restoreBackup({ folder, key, id, target })
  expect(fs.readdirSync(path.join(target, 'photos'))).toEqual(['f1.full.jpg'])
})

it('[BK3] a restore that finds the disk full, before or in the middle, says so and leaves nothing', async () => {
  const { folder, key, target } = used()
  const refused = async (more: object) => expect(await restoreBackup({ folder, key, target, ...more }).catch((error: unknown) => error)).toMatchObject({ reason: 'no_room_here', message: expect.stringMatching(/没有恢复.*\n.*nothing was restored/) })
  await refused({ space: async () => ({ free: 1e6, total: 1e12 }) })
  expect(fs.readdirSync(target)).toEqual(['lock'])
  let disk: ReturnType<typeof fillDisk> | null = null
  await refused({ onPart(name: string) {
    if (name.endsWith('.jpg')) disk ??= fillDisk(process.pid)
  } }).finally(() => disk?.room())
  expect(disk).not.toBeNull()
  expect(fs.readdirSync(target)).toEqual(['lock'])
  await restoreBackup({ folder, key, target })
})

it('[BK3] a restore puts no marker into a folder that another process uses', async () => {
  const { folder, key, target } = used()
  fs.mkdirSync(target)
  const release = lockFile(path.join(target, 'lock'))
  await expect(restoreBackup({ folder, key, target })).rejects.toMatchObject({ reason: 'used' })
  expect(fs.readdirSync(target)).toEqual(['lock'])
  release()
  await restoreBackup({ folder, key, target })
})

it('[BK3] a backup by a newer version is refused, by its records, its tables or its format', async () => {
  const { folder, key, id, target } = used()
  const file = path.join(folder, id, 'manifest.json')
  const made = readManifest(folder, id, key)
  const { board, care } = made.migrations
  for (const newer of [{ recordVersion: made.recordVersion + 1 }, { migrations: { board: board + 1, care } }, { migrations: { board, care: care + 1 } }, { format: 2 as 1 }]) {
    fs.writeFileSync(file, manifestText({ ...made, ...newer }, key))
    await expect(restoreBackup({ folder, key, id, target }), JSON.stringify(newer)).rejects.toMatchObject({ reason: 'newer' })
    expect(fs.existsSync(target)).toBe(false)
  }
})

it('[AU2] a kept photo that was changed and kept its length is found, and kept again by the next backup once it is removed', async () => {
  const { order, data, folder, key, id } = used()
  const bad = () => badKept(folder, [readManifest(folder, backupsIn(folder).at(-1)!, key)], key)
  expect(await bad()).toEqual([])
  const file = keptFile(folder, readManifest(folder, id, key).files.find(one => one.path === 'photos/f1.full.jpg')!.sum)
  const bytes = fs.readFileSync(file)
  bytes[1000] = bytes[1000]! ^ 1
  fs.writeFileSync(file, bytes)
  expect(await bad()).toEqual([{ file, path: 'photos/f1.full.jpg' }])
  fs.rmSync(file)
  expect(await bad()).toEqual([{ file, path: 'photos/f1.full.jpg' }])
  await makeBackup(order)
  expect(await bad()).toEqual([])
  expect(fs.existsSync(path.join(data, 'photos/f1.full.jpg'))).toBe(true)
})

it('[BK5] a backup made after the clock was set back stays', async () => {
  const { order, folder } = used()
  for (let i = 0; i < 5; i++) await makeBackup({ ...order, keep: { hours: 3, days: 0, weeks: 0 }, now: () => later(3_600_000) })
  const { id } = await makeBackup({ ...order, keep: { hours: 3, days: 0, weeks: 0 }, now: () => Date.UTC(2030, 4, 1) })
  expect(backupsIn(folder)[0]).toBe(id)
})
