import type { Fault } from './fault.ts'
import fs from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { witness } from '../../server/audit/witness.ts'
import { makeBackupKey, readBackupKey } from '../../server/backup/backup-key.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { writeWhole } from '../../server/disk/whole-file.ts'
import { make } from '../support/given.ts'
import { faultFolder } from './built-board.ts'
import { fieldBoard } from './field-board.ts'

/** Commits come without pause while backups are made, the logs are witnessed and pages of the log are read: the write-ahead log stays below `most` MB. With `sabotage` a reader keeps a transaction open. */
export const walgrow: Fault = {
  size: { commits: 20_000, most: 64 },
  tiny: { commits: 1500, most: 16 },
  async run({ commits = 1, most = 1 }, { sabotage }) {
    const home = faultFolder()
    const [data, folder] = [path.join(home, 'data'), path.join(home, 'backups')]
    makeBackupKey(path.join(home, 'key'))
    const board = await fieldBoard(data)
    const heads = witness(data, { onTrouble: () => {}, write: writeWhole })
    const wal = path.join(data, 'board.db-wal')
    const reader = new SQLite(path.join(data, 'board.db'), { readonly: true })
    if (sabotage) {
      reader.exec('begin')
      reader.prepare('select count(*) from log').get()
    }
    let [largest, backups] = [0, 0]
    const work = { goesOn: true }
    const beside = (async () => {
      while (work.goesOn) {
        await makeBackup({ data, folder, key: readBackupKey(path.join(home, 'key')), why: 'hand', keep: { hours: 1, days: 0, weeks: 0 }, now: () => Date.now() + backups++, space: async () => ({ free: 1e15, total: 1e15 }) })
        await heads.look()
        await setImmediate()
      }
    })()
    const words = 'report of the day '.repeat(500)
    const first = board.authority.board.seq + 1
    for (let seq = first; seq < first + commits; seq++) {
      const place = make('place', { id: `p${seq % 50}`, name: `n${seq}` })
      await board.store.append([{ seq, id: `c${seq}`, name: 'editPlace', args: { words }, actor: 'ann', at: seq, changes: [{ kind: 'place', id: place.id, value: place }] }])
      if (seq % 10 === 0) largest = Math.max(largest, fs.statSync(wal).size)
      if (seq % 50 === 0) {
        await board.store.since(seq - 50, 50)
        await setImmediate()
      }
    }
    work.goesOn = false
    await beside
    reader.close()
    await board.close()
    return { ok: largest > 0 && largest < most * 1e6, wal_mb: Math.round(largest / 1e5) / 10, backups }
  },
}
