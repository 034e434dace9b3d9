import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { headsFile } from '../../server/audit/heads.ts'
import { verifyLogs } from '../../server/audit/verify.ts'
import { witness } from '../../server/audit/witness.ts'
import { makeBackupKey, readBackupKey } from '../../server/backup/backup-key.ts'
import { changedFiles } from '../../server/backup/changed-files.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { readManifest } from '../../server/backup/manifest.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { sumOf } from '../../server/database/row-sum.ts'
import { writeWhole } from '../../server/disk/whole-file.ts'
import { addAdmin } from '../../server/operate/add-admin.ts'
import { folder as county } from '../support/county.ts'
import { chance } from '../support/random.ts'
import { tempFolder } from '../support/temp.ts'

const admin = { id: 'a', role: 'admin' } as const
const start = (data: string) => startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county })
type Row = Parameters<typeof sumOf>[0]

/** A data folder whose log has this many rows, all witnessed. */
async function used(rows: number) {
  const data = path.join(tempFolder(), 'data')
  const board = await start(data)
  board.accounts.add({ name: 'x', role: 'viewer' })
  await board.close()
  const raw = new SQLite(path.join(data, 'board.db'))
  const add = raw.prepare('insert into log (seq, id, name, actor, at, args, changes, sum) values (?, ?, ?, ?, ?, ?, ?, ?)')
  raw.transaction(() => {
    for (let seq = 2; seq <= rows; seq++) {
      const row = { seq, id: `c${seq}`, name: 'addGrid', actor: admin.id, at: seq, args: `{"grid":"g${seq}"}`, changes: '[]' }
      add.run(seq, row.id, row.name, row.actor, row.at, row.args, row.changes, sumOf(row))
    }
  })()
  raw.exec('insert into reading (reader, act, people, at) values (\'a\', \'list\', \'[]\', 1), (\'b\', \'read\', \'["c"]\', 2)')
  raw.close()
  const said: string[] = []
  const heads = witness(data, { onTrouble: sentence => said.push(sentence), write: writeWhole })
  await heads.look()
  return { data, heads, said, file: path.join(data, 'board.db') }
}
const wrong = async (data: string, witnesses?: Parameters<typeof verifyLogs>[1]) => (await verifyLogs(data, witnesses)).filter(one => one.wrong).map(one => one.log)

/** Somebody who can write to the database, but has no key: every sum that needs none is made to fit. */
const ways: Readonly<Record<string, (raw: SQLite.Database, at: number, last: number) => void>> = {
  edit: (raw, at) => change(raw, at, row => ({ ...row, args: `${row.args} ` })),
  author: (raw, at) => change(raw, at, row => ({ ...row, actor: 'somebody' })),
  delete: (raw, at) => void raw.prepare('delete from log where seq = ?').run(at),
  swap(raw, at, last) {
    const other = at === last ? at - 1 : at + 1
    const [one, two] = [rowAt(raw, at), rowAt(raw, other)]
    change(raw, at, row => ({ ...row, id: 'for now' }))
    change(raw, other, row => ({ ...one, seq: row.seq }))
    change(raw, at, row => ({ ...two, seq: row.seq }))
  },
  truncate: (raw, at) => void raw.prepare('delete from log where seq >= ?').run(at),
  chainAgain(raw, at, last) {
    raw.prepare('delete from log where seq = ?').run(at)
    for (let seq = at + 1; seq <= last; seq++) raw.prepare('update log set seq = ? where seq = ?').run(seq - 1, seq)
    for (let seq = at; seq < last; seq++) change(raw, seq, row => row)
  },
}
const rowAt = (raw: SQLite.Database, seq: number) => raw.prepare('select * from log where seq = ?').get(seq) as Row
function change(raw: SQLite.Database, seq: number, to: (row: Row) => Row): void {
  const row = to(rowAt(raw, seq))
  raw.prepare('update log set id = ?, name = ?, actor = ?, at = ?, args = ?, changes = ?, sum = ? where seq = ?').run(row.id, row.name, row.actor, row.at, row.args, row.changes, sumOf(row), seq)
}

it('[AU1] [F90] every edit, deletion, swap, cut and new chain without the key is found, in blocks and at their edges', async () => {
  const last = 2300
  const { data, file } = await used(last)
  const seed = 7
  const luck = chance(seed)
  expect(await wrong(data)).toEqual([])
  const raw = new SQLite(file)
  for (let i = 0; i < 60; i++) {
    const [name, way] = luck.one(Object.entries(ways))
    const at = luck.maybe(0.3) ? luck.one([2, 999, 1000, 1001, 2000, 2001, last - 1, last]) : 2 + luck.below(last - 1)
    raw.exec('begin')
    way(raw, at, last)
    raw.exec('commit')
    expect(await wrong(data), `seed ${seed}: ${name} at ${at}`).toEqual(['first/log'])
    fs.copyFileSync(`${file}.whole`, file, fs.constants.COPYFILE_FICLONE)
  }
  raw.close()
})
