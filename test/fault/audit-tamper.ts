import type { Fault } from './fault.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { headsFile } from '../../server/audit/heads.ts'
import { verifyLogs } from '../../server/audit/verify.ts'
import { chance } from '../support/random.ts'
import { tampering, witnessedBoard } from '../support/tampering.ts'
import { faultFolder } from './built-board.ts'

/** Somebody with write access to the database edits, deletes, swaps, puts in and cuts rows; each time the logs are verified. With `sabotage` they have the key, too. */
export const auditTamper: Fault = {
  size: { changes: 1000, rows: 5000, read: 1_000_000 },
  tiny: { changes: 30, rows: 2300, read: 5000 },
  async run({ changes = 1, rows = 1, read = 1 }, { seed, sabotage }) {
    const data = path.join(faultFolder(), 'data')
    const { file, heads, first } = await witnessedBoard(data, rows)
    const whole = fs.readFileSync(file)
    const marks = fs.readFileSync(headsFile(data))
    const luck = chance(seed)
    const edges = [first, 999, 1000, 1001, 2000, 2001, rows - 1, rows].filter(one => one >= first && one <= rows)
    const found: Record<string, number> = {}
    const missed: string[] = []
    for (let i = 0; i < changes; i++) {
      const [name, way] = luck.one(Object.entries(tampering))
      const at = luck.maybe(0.3) ? luck.one(edges) : first + luck.below(rows - first + 1)
      const raw = new SQLite(file)
      raw.transaction(() => way(raw, at, rows))()
      raw.close()
      if (sabotage) {
        fs.rmSync(headsFile(data))
        await heads.look()
      }
      const wrong = (await verifyLogs(data)).filter(one => one.wrong)
      if (wrong.length) found[name] = (found[name] ?? 0) + 1
      else missed.push(`${name} at ${at}`)
      fs.writeFileSync(file, whole)
      fs.writeFileSync(headsFile(data), marks)
    }
    const large = path.join(faultFolder(), 'data')
    await witnessedBoard(large, read)
    const began = performance.now()
    const sound = (await verifyLogs(large)).every(one => !one.wrong)
    const seconds = (performance.now() - began) / 1000
    return { ok: missed.length === 0 && sound, changes, found, missed: missed.length, first_missed: missed[0] ?? null, rows_read: read, seconds: Math.round(seconds * 100) / 100, rows_per_s: Math.round(read / seconds) }
  },
}
