import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeBackupKey, readBackupKey } from '../../server/backup/backup-key.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { backupsIn } from '../../server/backup/shelf.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { folder as county } from './county.ts'

const keep = { hours: 3, days: 2, weeks: 1 }
export const photo = Buffer.alloc(3000, 'photo')

/** The time by which backups are made (epoch ms), moved on by so many milliseconds. */
export const later = (by: number): number => ticks += by
let ticks = Date.UTC(2030, 4, 6, 12)

const orderOf = (home: string) => ({ data: path.join(home, 'data'), folder: path.join(home, 'backups'), key: readBackupKey(path.join(home, 'key')), why: 'hand' as const, keep, now: () => later(1000) })

/** A data folder in use, made once and copied for each test: two incidents, commits, a photo, and its backup. */
export async function usedFolder() {
  const template = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-test-'))
  const data = path.join(template, 'data')
  const admin = { id: 'a', role: 'admin' } as const
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county })
  board.accounts.add({ name: '王小明', role: 'coordinator' })
  await board.incidents.add({ code: 'two', name: 'two', phase: 'emergency', drill: false, startedAt: 1 }, admin)
  for (let i = 0; i < 30; i++) await board.authority.submit({ id: `g${i}`, name: 'addGrid', args: { grid: `g${i}`, township: 'north', name: `grid ${i}`, phone: '', spot: null } }, admin)
  await board.close()
  fs.mkdirSync(path.join(data, 'photos'))
  fs.writeFileSync(path.join(data, 'photos/f1.full.jpg'), photo)
  fs.writeFileSync(path.join(data, 'photos/f1.stamped.jpg'), 'made again')
  makeBackupKey(path.join(template, 'key'))
  await makeBackup(orderOf(template))
  return {
    copy(home: string) {
      fs.cpSync(template, home, { recursive: true, preserveTimestamps: true })
      const order = orderOf(home)
      return { home, order, ...order, id: backupsIn(order.folder)[0]!, target: path.join(home, 'restored') }
    },
    end: () => fs.rmSync(template, { recursive: true, force: true }),
  }
}
