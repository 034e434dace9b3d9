import type { Fault } from './fault.ts'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { verifyLogs } from '../../server/audit/verify.ts'
import { backupsIn } from '../../server/backup/shelf.ts'
import { stagingOf } from '../../server/backup/staging.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { make } from '../support/given.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { writer } from './writer.ts'

const mega = 1e6

/** A data folder of so many MB: a third of it log and records, the rest photos. */
async function filled(data: string, mb: number): Promise<void> {
  const board = builtBoard(data)
  await board.serving()
  await board.kill('SIGTERM')
  const database = openDatabase(path.join(data, 'board.db'))
  const store = sqliteStore(database)
  const words = 'report of the day '.repeat(500)
  for (let seq = 2; seq * 18_000 < mb * mega / 3; seq++) {
    const place = make('place', { id: `p${seq}`, name: `n${seq}` })
    await store.append([{ seq, id: `c${seq}`, name: 'addPlace', args: { words }, actor: 'ann', at: seq, changes: [{ kind: 'place', id: place.id, value: { ...place, note: words } as typeof place }] }])
  }
  await store.close()
  fs.mkdirSync(path.join(data, 'photos'), { recursive: true })
  for (let i = 0; i * mega < mb * mega * 2 / 3; i++) fs.writeFileSync(path.join(data, `photos/f${i}.full.jpg`), randomBytes(mega))
}

/** Runs a command of the program. `killedAt` kills it with -9 once it holds. Answers its exit status and the seconds it took. */
async function command(args: readonly string[], env: NodeJS.ProcessEnv, killedAt?: () => boolean) {
  const began = performance.now()
  const child = execFile(process.execPath, ['dist/server/main.js', ...args], { env: { ...process.env, ...env } }, () => {})
  const ended = new Promise<number | null>(done => child.once('exit', done))
  const looking = killedAt && setInterval(() => killedAt() && child.kill('SIGKILL'), 1)
  void ended.then(() => clearInterval(looking))
  return { status: await ended, seconds: (performance.now() - began) / 1000 }
}

const sizeOf = (folder: string): number => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).reduce((sum, one) => sum + fs.statSync(path.join(one.parentPath, one.name)).size, 0)
const quantile = (sorted: readonly number[], q: number): number | null => sorted.length ? Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!) : null
const rowsOf = (data: string) => {
  const raw = new SQLite(path.join(data, 'board.db'), { readonly: true })
  try {
    return { head: raw.prepare('select max(seq) from log').pluck().get() as number, text: (raw.prepare('select changes from log').pluck().all() as string[]).join('\n') }
  } finally {
    raw.close()
  }
}

/**
 * An incident of `mb` MB is backed up while people write: the first backup is killed with -9, then one is made, then the board is
 * killed, then a restore is killed, then one is made. Every row that was acknowledged before the backup began is in it, all marks
 * fit, and a board starts on it. With `sabotage` the database is copied as a file, without its write-ahead log.
 */
export const restoreDrill: Fault = {
  size: { mb: 1000 },
  tiny: { mb: 12 },
  async run({ mb = 1 }, { sabotage }) {
    const home = faultFolder()
    const [data, folder, target] = ['data', 'backups', 'restored'].map(name => path.join(home, name)) as [string, string, string]
    const env = { DATA_DIR: data, BACKUP_DIR: folder, BACKUP_KEY: path.join(home, 'backup.key'), BACKUP_MINUTES: '0' }
    await filled(data, mb)
    const board = builtBoard(data, undefined, env)
    const served = await board.serving()
    if (!served) throw new Error(board.said())
    // As quick as the board lets one person write.
    const person = await writer(() => served.origin, served.token, { lanes: 2, pause: 600 })
    const writing = person.begin().catch(() => {})
    const wrong: string[] = []
    const quiet = performance.now()
    await wait(mb > 100 ? 10_000 : 1000)

    const killed = await command(['backup'], env, () => fs.existsSync(stagingOf(data)) && fs.readdirSync(stagingOf(data)).length > 0)
    if (killed.status === 0 || backupsIn(folder).length) wrong.push('a killed backup counts')
    const before = new Map(person.all())
    const from = performance.now()
    const made = await command(['backup'], env)
    const to = performance.now()
    if (made.status !== 0 || backupsIn(folder).length !== 1) wrong.push(`no backup: ended with ${made.status}`)
    if (fs.existsSync(stagingOf(data))) wrong.push('copies stay in the data folder')
    if (sabotage) fs.copyFileSync(path.join(data, 'board.db'), path.join(home, 'naive.db'))
    await wait(200)
    person.end()
    await writing
    await board.kill('SIGKILL')

    const cutRestore = await command(['restore', '--to', target], env, () => fs.existsSync(path.join(target, 'restoring')) && fs.readdirSync(target).length > 2)
    const half = builtBoard(target, undefined, { ...env, DATA_DIR: target })
    const halfEnd = await Promise.race([half.serving().then(it => it && 'serves'), half.ended])
    await half.kill('SIGKILL')
    if (cutRestore.status === 0 || halfEnd !== 78) wrong.push(`a board on a half restored folder: ${halfEnd}`)
    const restored = await command(['restore', '--to', target], env)
    if (restored.status !== 0) wrong.push(`no restore: ended with ${restored.status}`)
    if (sabotage) fs.copyFileSync(path.join(home, 'naive.db'), path.join(target, 'board.db'))
    const rows = rowsOf(target)
    const lost = [...before].filter(([id, seq]) => seq > rows.head || !rows.text.includes(id))
    if (lost.length) wrong.push(`${lost.length} acknowledged rows are not in the backup`)
    const broken = (await verifyLogs(target)).filter(one => one.wrong)
    if (broken.length) wrong.push(`${broken[0]?.log}: ${broken[0]?.wrong}`)
    const again = builtBoard(target, undefined, { ...env, DATA_DIR: target })
    if (!await again.serving()) wrong.push(again.said().slice(0, 200))
    await again.kill('SIGTERM')

    const gb = sizeOf(target) / 1e9
    const [calm, busy] = [person.times(quiet, from), person.times(from, to)]
    const perGb = Math.round(restored.seconds / gb)
    if (mb >= 100 && perGb > 300) wrong.push(`a restore takes ${perGb} s for each GB`)
    return { ok: wrong.length === 0, gb: Math.round(gb * 1000) / 1000, acknowledged: before.size, head: rows.head, lost: lost.length, backup_s_per_gb: Math.round(made.seconds / gb), restore_s_per_gb: perGb, ack_p99_ms: quantile(calm, 0.99), ack_p99_ms_in_backup: quantile(busy, 0.99), acks_in_backup: busy.length, wrong: wrong.length, first: wrong[0] ?? null }
  },
}
