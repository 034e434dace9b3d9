import type { Mark } from './chain.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { homesOf } from './boards.ts'
import { compared, lasting } from './chain.ts'
import { chainKey, epochOf, headsFile, logsOf, readHeads } from './heads.ts'

/** A mark that lies elsewhere, in a backup: of which log, in which history. */
export interface Witness { readonly name: string, readonly epoch: string, readonly mark: Mark }

/** What is wrong with a log, for the person who asked. `rows` is how far it was read. */
export interface Finding { readonly log: string, readonly rows: number, readonly wrong: string | null }

const gone = '没有 heads.json 中的记号：文件被删除、改动，或属于另一把密钥 / its marks in heads.json are missing: the file was removed or changed, or is of another key'
const lacking = '表里缺少列，而这份日志已有记号：表被改动过 / its table lacks a column although the log has marks: the table was changed'
const otherHistory = '数据库的 epoch 与 heads.json 不同：不是由本程序恢复的 / its epoch differs from that in heads.json: it was not restored by this program'

/** Compares every log of a data folder with the marks in its file of heads and with those in backups. Changes nothing. `rest` is awaited after each block of rows. */
export async function verifyLogs(data: string, witnesses: readonly Witness[] = [], rest: () => Promise<void> = async () => {}): Promise<Finding[]> {
  const key = chainKey(data)
  const read = readHeads(headsFile(data), key)
  const heads = typeof read === 'object' && read ? read : {}
  const found: Finding[] = []
  for (const [i, { incident, at }] of homesOf(data).entries()) {
    const board = path.join(data, at, 'board.db')
    const base = new SQLite(board, { readonly: fs.existsSync(`${board}-wal`) })
    const epoch = epochOf(base)
    base.close()
    for (const { name, file, log } of logsOf(incident, i === 0)) {
      const database = path.join(data, at, file)
      const known = heads[name]
      const marks = [...known?.epoch === epoch ? [...known.marks, known.last] : [], ...witnesses.filter(one => one.name === name && one.epoch === epoch).map(({ mark }) => mark)]
      if (!fs.existsSync(database)) {
        if (marks.some(({ id }) => id > 0)) found.push({ log: name, rows: 0, wrong: `${file} 不在 / ${file} is missing` })
        continue
      }
      const raw = new SQLite(database, { readonly: fs.existsSync(`${database}-wal`) })
      try {
        if (!lasting(raw, log)) {
          found.push({ log: name, rows: 0, wrong: marks.some(({ id }) => id > 0) ? lacking : null })
          continue
        }
        const { broken, rows } = await compared(raw, log, key, marks, rest)
        const place = broken && `第 ${broken.after + 1} 至 ${broken.upTo} 行有改动、缺失或插入 / rows ${broken.after + 1} to ${broken.upTo} were changed, removed or put in`
        found.push({ log: name, rows, wrong: place ?? (!known ? rows ? gone : null : known.epoch === epoch ? null : otherHistory) })
      } finally {
        raw.close()
      }
    }
  }
  return found
}
