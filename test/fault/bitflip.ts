import type { Fault } from './fault.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { CannotStart } from '../../server/core/cannot-start.ts'
import { openDatabase } from '../../server/database/database.ts'
import { checkDatabase } from '../../server/disk/database-check.ts'
import { make } from '../support/given.ts'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'

/** A used data folder with this number of commits. */
async function used(commits: number): Promise<string> {
  const data = faultFolder()
  const board = builtBoard(data)
  await board.serving()
  await board.kill('SIGTERM')
  const database = openDatabase(path.join(data, 'board.db'))
  const store = sqliteStore(database)
  for (let seq = 2; seq < commits + 2; seq++) {
    const id = `p${seq % 50}`
    await store.append([{ seq, id: `c${seq}`, name: 'editPlace', args: { place: id, set: { name: `n${seq}` }, base: {} }, actor: 'ann', at: seq, changes: [{ kind: 'place', id, value: make('place', { id, name: `n${seq}` }) }] }])
  }
  await store.close()
  return data
}

/** What people see: the log and its records. `rest` is everything else. */
function told(file: string): { readonly board: string, readonly rest: string } {
  const raw = new SQLite(file, { readonly: true })
  try {
    const rows = (table: string) => JSON.stringify(raw.prepare(`select * from "${table}" not indexed`).raw().all())
    const others = (raw.prepare('select name from sqlite_schema where type = \'table\' order by name').pluck().all() as string[]).filter(name => !['log', 'record'].includes(name))
    return { board: rows('log') + rows('record'), rest: others.map(rows).join('\n') }
  } finally {
    raw.close()
  }
}

/** One bit anywhere in the database flips: the start or `--check` reports it, or people still see what was written. With sabotage only the start checks. */
export const bitflip: Fault = {
  size: { n: 1000, commits: 2000, processes: 5 },
  tiny: { n: 60, commits: 200, processes: 1 },
  async run({ n = 1, commits = 1, processes = 1 }, { seed, sabotage }) {
    const data = await used(commits)
    const file = path.join(data, 'board.db')
    const whole = fs.readFileSync(file)
    const before = told(file)
    const luck = chance(seed)
    const seen = { atStart: 0, onRequest: 0, harmless: 0, elsewhere: 0 }
    const wrong: string[] = []
    const found: number[] = []
    const find = (depth: 'none' | 'quick_check' | 'integrity_check'): boolean => {
      try {
        checkDatabase(file, { depth })
        return false
      } catch (error) {
        if (!(error instanceof CannotStart)) wrong.push(`no sentence: ${String(error)}`)
        return true
      }
    }

    for (let i = 0; i < n; i++) {
      const bit = luck.below(whole.length * 8)
      flip(file, whole, bit)
      if (find('quick_check')) {
        seen.atStart++
        found.push(bit)
        continue
      }
      if (find(sabotage ? 'quick_check' : 'integrity_check')) {
        seen.onRequest++
        continue
      }
      const after = read(file)
      if (after?.board !== before.board) wrong.push(`bit ${bit}: the board is another, and nobody says so`)
      else if (after.rest === before.rest) seen.harmless++
      else seen.elsewhere++
    }

    // The real server reports the same and ends.
    for (const bit of found.slice(0, processes)) {
      flip(file, whole, bit)
      const board = builtBoard(data)
      const end = await Promise.race([board.serving().then(it => it && 'serves'), board.ended])
      await board.kill('SIGKILL')
      if (end !== 78 || !board.said().includes('已损坏')) wrong.push(`bit ${bit}: the server ended with ${end}`)
    }
    return { ok: wrong.length === 0 && found.length > 0, bytes: whole.length, ...seen, wrong: wrong.length, first: wrong[0] ?? null }
  },
}

function flip(file: string, whole: Uint8Array, bit: number): void {
  const bytes = Uint8Array.from(whole)
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  for (const more of ['-wal', '-shm']) fs.rmSync(file + more, { force: true })
  fs.writeFileSync(file, bytes)
}

function read(file: string) {
  try {
    return told(file)
  } catch {
    return null
  }
}
