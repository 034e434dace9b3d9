import path from 'node:path'
import SQLite from 'better-sqlite3'
import { witness } from '../../server/audit/witness.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { sumOf } from '../../server/database/row-sum.ts'
import { writeWhole } from '../../server/disk/whole-file.ts'
import { folder as county } from './county.ts'

type Row = Parameters<typeof sumOf>[0]

/** Fills `data`, a folder that does not exist, with a stopped board whose log has this many rows, all witnessed. */
export async function witnessedBoard(data: string, rows: number) {
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' }), folder: county })
  await board.close()
  const file = path.join(data, 'board.db')
  const raw = new SQLite(file)
  const add = raw.prepare('insert into log (seq, id, name, actor, at, args, changes, sum) values (?, ?, ?, ?, ?, ?, ?, ?)')
  const first = raw.prepare('select max(seq) from log').pluck().get() as number
  raw.transaction(() => {
    for (let seq = first + 1; seq <= rows; seq++) {
      const row = { seq, id: `c${seq}`, name: 'addGrid', actor: 'a', at: seq, args: `{"grid":"g${seq}"}`, changes: '[]' }
      add.run(seq, row.id, row.name, row.actor, row.at, row.args, row.changes, sumOf(row))
    }
  })()
  raw.close()
  const said: string[] = []
  const heads = witness(data, { onTrouble: sentence => said.push(sentence), write: writeWhole })
  await heads.look()
  return { file, heads, said, first: first + 1 }
}

const rowAt = (raw: SQLite.Database, seq: number) => raw.prepare('select * from log where seq = ?').get(seq) as Row
function change(raw: SQLite.Database, seq: number, to: (row: Row) => Row): void {
  const row = to(rowAt(raw, seq))
  raw.prepare('update log set id = ?, name = ?, actor = ?, at = ?, args = ?, changes = ?, sum = ? where seq = ?').run(row.id, row.name, row.actor, row.at, row.args, row.changes, sumOf(row), seq)
}

/** What somebody does who can write to the database and has no key: the sum in each row, which needs none, is made to fit. */
export const tampering: Readonly<Record<string, (raw: SQLite.Database, at: number, last: number) => void>> = {
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
  insert(raw, at, last) {
    raw.prepare('update log set seq = -(seq + 1) where seq >= ?').run(at)
    raw.prepare('update log set seq = -seq where seq < 0').run()
    const row = { ...rowAt(raw, at - 1), seq: at, id: 'put in' }
    raw.prepare('insert into log (seq, id, name, actor, at, args, changes, sum) values (?, ?, ?, ?, ?, ?, ?, ?)').run(at, row.id, row.name, row.actor, row.at, row.args, row.changes, sumOf(row))
    for (let seq = at + 1; seq <= last + 1; seq++) change(raw, seq, one => one)
  },
  chainAgain(raw, at, last) {
    raw.prepare('delete from log where seq = ?').run(at)
    for (let seq = at + 1; seq <= last; seq++) raw.prepare('update log set seq = ? where seq = ?').run(seq - 1, seq)
    for (let seq = at; seq < last; seq++) change(raw, seq, row => row)
  },
}
