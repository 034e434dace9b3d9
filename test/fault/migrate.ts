import type { Fault } from './fault.ts'
import type { Kept } from './kept-rows.ts'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readBackupKey } from '../../server/backup/backup-key.ts'
import { readManifest } from '../../server/backup/manifest.ts'
import { restoreBackup } from '../../server/backup/restore.ts'
import { backupsIn } from '../../server/backup/shelf.ts'
import { anyBehind } from '../../server/disk/behind.ts'
import { migrationTimes } from '../support/earlier-migrations.ts'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { keptIn, lostRows, stateHash } from './kept-rows.ts'
import { oldFolder } from './old-folder.ts'
import { usedFolder } from './used-folder.ts'

/** Read by the server before its own code: each statement of a migration is a transaction of its own, and each migration takes a moment. The planted fault. */
const piecemeal = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module'
  const { prototype } = createRequire(process.cwd() + '/here.js')('better-sqlite3')
  const prepare = prototype.prepare
  prototype.prepare = function (text) {
    if (text === 'BEGIN' || text === 'COMMIT') return prepare.call(this, 'delete from __drizzle_migrations where 0')
    if (/INSERT INTO "__drizzle_migrations"/.test(text)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    return prepare.call(this, text)
  }`)}`

const script = (sabotage: boolean) => [...sabotage ? ['--import', piecemeal] : [], 'dist/server/main.js']
const placesOf = (home: string) => ({ DATA_DIR: path.join(home, 'data'), BACKUP_DIR: path.join(home, 'backups'), BACKUP_KEY: path.join(home, 'backup.key') })

/** Starts the built server on the folder and waits until it serves. Answers how long that took, and how long from the backup on; a sentence if it does not serve. */
async function upgraded(home: string, sabotage: boolean): Promise<{ readonly ms: number, readonly afterBackup: number } | string> {
  const places = placesOf(home)
  const began = performance.now()
  const board = builtBoard(places.DATA_DIR, script(sabotage), places)
  let backup = 0
  const looking = setInterval(() => backup ||= backupsIn(places.BACKUP_DIR).length ? performance.now() : 0, 5)
  const serves = await board.serving()
  const ended = performance.now()
  clearInterval(looking)
  await board.kill('SIGTERM')
  return serves ? { ms: Math.round(ended - began), afterBackup: Math.round(ended - (backup || began)) } : board.said().slice(-400)
}

/** Kills the starting server after so many ms, or so many after the tables are opened behind the backup. Answers how far it was. */
async function killed(home: string, sabotage: boolean, { tables, ms }: { readonly tables: boolean, readonly ms: number }): Promise<'before_backup' | 'in_tables' | 'after'> {
  const { DATA_DIR, BACKUP_DIR, ...more } = placesOf(home)
  const board = builtBoard(DATA_DIR, script(sabotage), { BACKUP_DIR, ...more })
  const ended = { yet: false }
  void board.ended.then(() => ended.yet = true)
  const opened = () => backupsIn(BACKUP_DIR).length > 0 && fs.existsSync(path.join(DATA_DIR, 'board.db-wal'))
  if (tables) {
    while (!ended.yet && !opened()) await wait(1)
  }
  await wait(ms)
  await board.kill('SIGKILL')
  return !backupsIn(BACKUP_DIR).length ? 'before_backup' : anyBehind(DATA_DIR) ? 'in_tables' : 'after'
}

/** What is wrong with the backup that was made before the tables changed: it must have every row of the old folder. */
async function wrongBackup(home: string, old: Kept): Promise<string[]> {
  const { BACKUP_DIR: folder, BACKUP_KEY } = placesOf(home)
  const [id] = backupsIn(folder)
  if (!id) return ['there is no backup']
  const key = readBackupKey(BACKUP_KEY)
  const { why } = readManifest(folder, id, key)
  const target = path.join(home, 'restored')
  await restoreBackup({ folder, key, id, target })
  const lost = lostRows(old, keptIn(target, old.heads))
  return [...why === 'upgrade' ? [] : [`the first backup was made because of ${why}`], ...lost.map(row => `not in the backup: ${row}`)]
}

/** Data folders as earlier versions wrote them, one after each migration, are given to the built server, which is killed with -9 while it upgrades them and started again: no row is lost, everything is as after an upgrade that nobody interrupted, and a backup was made before. */
export const migrate: Fault = {
  // However many there are.
  size: { versions: 100, kills: 20, events: 2000 },
  tiny: { versions: 1, kills: 1, events: 60 },
  minutes: 60,
  async run({ versions = 1, kills = 1, events = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    const today = path.join(faultFolder(), 'today')
    await usedFolder(today, events)
    const all = migrationTimes('database').length - 1
    const steps = Array.from({ length: Math.min(versions, all) }, (_, i) => 1 + Math.floor(i * all / Math.min(versions, all)))
    const wrong: string[] = []
    const killedAt = { before_backup: 0, in_tables: 0, after: 0 }
    let [slowest, tables, lost] = [0, 0, 0]
    const olds = new Map<number, { readonly home: string, readonly old: Kept, readonly hash: string, readonly ms: number }>()
    for (const step of steps) {
      const [home, calm] = [faultFolder(), faultFolder()]
      oldFolder(today, path.join(home, 'data'), step)
      fs.cpSync(home, calm, { recursive: true })
      const old = keptIn(path.join(home, 'data'))
      const end = await upgraded(calm, false)
      if (typeof end === 'string') {
        wrong.push(`version ${step}: ${end}`)
        continue
      }
      ;[slowest, tables] = [Math.max(slowest, end.ms), Math.max(tables, end.afterBackup)]
      const now = keptIn(path.join(calm, 'data'), old.heads)
      const rows = lostRows(old, now)
      lost += rows.length
      wrong.push(...[...rows, ...await wrongBackup(calm, old)].map(one => `version ${step}: ${one}`), ...now.leaking ? [`version ${step}: a key that leaked is still used`] : [])
      olds.set(step, { home, old, hash: stateHash(old, now), ms: end.ms })
    }
    for (let i = 0; i < kills && wrong.length === 0; i++) {
      const step = steps[i % steps.length] ?? 1
      const { home, old, hash, ms } = olds.get(step)!
      const cut = faultFolder()
      fs.cpSync(home, cut, { recursive: true })
      killedAt[await killed(cut, sabotage, i % 2 ? { tables: false, ms: luck.below(ms) } : { tables: true, ms: luck.below(100) })]++
      const again = await upgraded(cut, sabotage)
      if (typeof again === 'string') {
        wrong.push(`version ${step}, killed: ${again}`)
        continue
      }
      const now = keptIn(path.join(cut, 'data'), old.heads)
      const rows = lostRows(old, now)
      lost += rows.length
      wrong.push(...[...rows, ...await wrongBackup(cut, old)].map(one => `version ${step}, killed: ${one}`), ...stateHash(old, now) === hash ? [] : [`version ${step}, killed: not as after an upgrade that nobody interrupted`])
    }
    return { ok: wrong.length === 0, killed_at: killedAt, lost, upgrade_ms: slowest, after_backup_ms: tables, wrong: wrong.length, first: wrong[0] ?? null }
  },
}
