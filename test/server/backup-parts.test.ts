import type { CannotStart } from '../../server/core/cannot-start.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeBackupKey, readBackupKey } from '../../server/backup/backup-key.ts'
import { careKeyFile } from '../../server/backup/care-keys.ts'
import { closeForgotten, noteForgotten, readForgotten } from '../../server/backup/forgotten.ts'
import { backupKeeper } from '../../server/backup/keeper.ts'
import { openFile, sealFile } from '../../server/backup/sealed-file.ts'
import { idAt, staying } from '../../server/backup/shelf.ts'
import { tempFolder } from '../support/temp.ts'

it('[BK5] the newest of each hour, day and week stay, never fewer than one', () => {
  const at = (...hours: number[]) => hours.map(hour => idAt(Date.UTC(2030, 4, 6) + hour * 3_600_000))
  expect([...staying(at(0, 0.5, 1, 2, 3, 3.5), { hours: 2, days: 0, weeks: 0 })].sort()).toEqual(at(2, 3.5))
  expect([...staying(at(0, 20, 30, 50, 51), { hours: 1, days: 2, weeks: 0 })].sort()).toEqual(at(30, 51))
  // The sixth of May 2030 is a Monday.
  expect([...staying(at(-100, -1, 0, 100, 167), { hours: 1, days: 0, weeks: 2 })].sort()).toEqual(at(-1, 167))
  expect([...staying(at(7), { hours: 1, days: 0, weeks: 0 })]).toEqual(at(7))
  expect(staying(at(...Array.from({ length: 9000 }, (_, i) => i)), { hours: 24, days: 14, weeks: 8 }).size).toBeLessThanOrEqual(46)
})

it('[BK2] [BK3] a sealed file of any length opens as it was', async () => {
  const home = tempFolder()
  makeBackupKey(path.join(home, 'key'))
  const key = readBackupKey(path.join(home, 'key'))
  for (const length of [0, 1, 100_000]) {
    for (const squeeze of [true, false]) {
      fs.writeFileSync(path.join(home, 'a'), Buffer.alloc(length, 'x'))
      const content = await sealFile({ key, name: 'n', source: path.join(home, 'a'), target: path.join(home, 'b'), squeeze })
      expect(await openFile({ key, name: 'n', source: path.join(home, 'b'), target: path.join(home, 'c') })).toEqual(content)
      expect(fs.readFileSync(path.join(home, 'c')).length).toBe(length)
      await expect(openFile({ key, name: 'm', source: path.join(home, 'b'), target: path.join(home, 'd') })).rejects.toThrow()
      expect(fs.existsSync(path.join(home, 'd'))).toBe(false)
    }
  }
})

it('[BK6] [BK9] a folder of backups that cannot be read is said, stops nothing, and is tried again later', async () => {
  const home = tempFolder()
  const folder = path.join(home, 'backups')
  // Where a share is gone, its folder answers with errors.
  fs.writeFileSync(folder, 'no folder')
  const said: string[] = []
  let now = Date.UTC(2030, 4, 6)
  const keeper = backupKeeper({ data: home, folder, every: 3_600_000, now: () => now, make: async () => {}, onTrouble: sentence => said.push(sentence) })
  await keeper.look()
  await keeper.look()
  expect(said).toHaveLength(1)
  now += 11 * 60_000
  await keeper.look()
  expect(said).toHaveLength(2)
  expect(keeper.forget('first', ['k1'])).toBe(0)
  expect([said.length, readForgotten(home)]).toEqual([3, { first: ['k1'] }])
  for (const one of said) expect(one).toMatch(/\p{Script=Han}.*\n.*[a-z]/u)
})

it('[BK1] a backup that a wrong clock dated into the future does not call for one each minute', async () => {
  const home = tempFolder()
  let now = Date.UTC(2030, 4, 6)
  const made: number[] = []
  const add = (at: number) => {
    fs.mkdirSync(path.join(home, idAt(at)), { recursive: true })
    fs.writeFileSync(path.join(home, idAt(at), 'manifest.json'), '{}')
  }
  add(Date.UTC(2039, 0, 1))
  const keeper = backupKeeper({ data: home, folder: home, every: 3_600_000, now: () => now, onTrouble() {}, async make() {
    made.push(now)
    add(now)
  } })
  for (let i = 0; i < 10; i++) {
    await keeper.look()
    now += 60_000
  }
  expect(made).toEqual([Date.UTC(2030, 4, 6)])
})

it('[BK9] a destroyed key goes from every backup that has it, whatever its date, and a later key stays', () => {
  const home = tempFolder()
  const folder = path.join(home, 'backups')
  const add = (at: number, mark: string) => {
    const place = path.join(folder, idAt(at))
    fs.mkdirSync(place, { recursive: true })
    fs.writeFileSync(path.join(place, 'manifest.json'), '{}')
    fs.writeFileSync(careKeyFile(place, 'first', mark), 'sealed')
    return careKeyFile(place, 'first', mark)
  }
  const [long, wrong, next, back] = [add(Date.UTC(2030, 4, 6), 'k1'), add(Date.UTC(2039, 0, 1), 'k1'), add(Date.UTC(2030, 4, 7), 'k2'), add(Date.UTC(2020, 0, 1), 'k2')]
  noteForgotten(home, 'first', ['k0'])
  noteForgotten(home, 'other', ['k2'])
  expect(closeForgotten(home, folder)).toBe(0)
  noteForgotten(home, 'first', ['k1'])
  expect(closeForgotten(home, folder)).toBe(2)
  expect([long, wrong, next, back].map(file => fs.existsSync(file))).toEqual([false, false, true, true])
  expect(readForgotten(home)).toEqual({ first: ['k0', 'k1'], other: ['k2'] })
})

it('[BK9] a list of destroyed registers that an earlier version wrote, by times, is replaced by one of keys and stops nothing', () => {
  const home = tempFolder()
  fs.writeFileSync(path.join(home, 'forgotten.json'), '{"first":1900000000000}')
  expect(closeForgotten(home, home)).toBe(0)
  noteForgotten(home, 'first', ['k1'])
  expect(readForgotten(home)).toEqual({ first: ['k1'] })
})

it('[BK8] without a backup before it an upgrade does not go on, and the sentence says how to go on without', async () => {
  const home = tempFolder()
  const keeper = (without: boolean) => backupKeeper({ data: home, folder: home, every: 0, without, onTrouble() {}, make: async () => {
    throw new Error('no disk')
  } })
  const why = await keeper(false).beforeUpgrade().then(() => null, (error: unknown) => error as CannotStart)
  expect(why).toMatchObject({ reason: 'no_backup', passing: false })
  expect(why?.message).toMatch(/no disk.*\n.*UPGRADE_WITHOUT_BACKUP=yes/)
  await keeper(true).beforeUpgrade()
})
