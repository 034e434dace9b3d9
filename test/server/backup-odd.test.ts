import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeBackup } from '../../server/backup/make.ts'
import { restoreBackup } from '../../server/backup/restore.ts'
import { backupsIn } from '../../server/backup/shelf.ts'
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

it('[BK5] a backup made after the clock was set back stays', async () => {
  const { order, folder } = used()
  for (let i = 0; i < 5; i++) await makeBackup({ ...order, keep: { hours: 3, days: 0, weeks: 0 }, now: () => later(3_600_000) })
  const { id } = await makeBackup({ ...order, keep: { hours: 3, days: 0, weeks: 0 }, now: () => Date.UTC(2030, 4, 1) })
  expect(backupsIn(folder)[0]).toBe(id)
})
