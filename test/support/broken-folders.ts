import type { Reason } from '../../server/core/cannot-start.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'

export interface Broken { readonly what: string, readonly reason: Reason, readonly harm: (data: string, file: string) => void }

export function sql(file: string, text: string): void {
  const raw = new SQLite(file)
  raw.exec(text)
  raw.close()
}

export function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = fs.openSync(file, 'r+')
  fs.writeSync(handle, bytes, 0, bytes.length, at)
  fs.closeSync(handle)
}

/** The hash of each file in a folder, by its name. */
export const contents = (folder: string): Record<string, string> => Object.fromEntries(fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => path.join(entry.parentPath, entry.name))
  .map(file => [path.relative(folder, file), createHash('sha256').update(fs.readFileSync(file)).digest('hex')]))

const foreignKey = (data: string) => fs.writeFileSync(path.join(data, 'key'), 'ab'.repeat(32))

/** What can be wrong with a used data folder, and what the server says about it when it starts. */
export const brokenFolders: readonly Broken[] = [
  { what: 'the key is missing', reason: 'key_lost', harm: data => fs.rmSync(path.join(data, 'key')) },
  { what: 'the key is another', reason: 'key_wrong', harm: foreignKey },
  { what: 'the key is cut short', reason: 'key_damaged', harm: data => fs.writeFileSync(path.join(data, 'key'), 'abcd') },
  { what: 'the key is open to others', reason: 'key_open', harm: data => fs.chmodSync(path.join(data, 'key'), 0o644) },
  { what: 'the key is another, and the database does not know its key yet', reason: 'key_wrong', harm(data, file) {
    sql(file, `delete from meta where key = 'key_check'`)
    foreignKey(data)
  } },
  { what: 'the database is missing', reason: 'database_lost', harm: (_, file) => fs.rmSync(file) },
  { what: 'the database is empty', reason: 'empty', harm: (_, file) => fs.truncateSync(file) },
  { what: 'the database is cut short', reason: 'damaged', harm: (_, file) => fs.truncateSync(file, fs.statSync(file).size - 20_000) },
  { what: 'the database is a text', reason: 'damaged', harm: (_, file) => fs.writeFileSync(file, 'no database at all, but long enough to be one') },
  { what: 'a page of the database is noise', reason: 'damaged', harm: (_, file) => overwrite(file, 3 * 4096, Buffer.alloc(4096, 7)) },
  { what: 'the database is of another program', reason: 'not_a_board', harm(_, file) {
    fs.rmSync(file)
    sql(file, 'create table song (title text)')
  } },
  { what: 'the log is gone', reason: 'no_incident', harm: (_, file) => sql(file, 'delete from log') },
  { what: 'the tables are of a newer version', reason: 'newer', harm: (_, file) => sql(file, `insert into __drizzle_migrations (hash, created_at) values ('x', 99999999999999)`) },
  { what: 'the records are of a newer version', reason: 'newer', harm: (_, file) => sql(file, `update meta set value = '999' where key = 'newest_record_version'`) },
]
