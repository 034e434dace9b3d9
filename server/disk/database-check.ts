import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { recordVersion } from '../../shared/records.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { checkKey } from './key-check.ts'
import { checkRows } from './row-check.ts'

/** `quick_check` reads each page once; `integrity_check` also compares every index with its table, and every row of the log with its checksum. */
type Depth = 'none' | 'quick_check' | 'integrity_check'
interface How { readonly depth: Depth, /** The key file, if the database has names. */ readonly key?: string, readonly migrations?: string }

const magic = Buffer.from('SQLite format 3\0')

/** Throws `CannotStart` unless the file is the undamaged database of an incident. Changes nothing, and may run while a board writes to the file. */
export function checkDatabase(file: string, { depth, key, migrations = path.resolve('server/database/migrations') }: How): void {
  if (fs.statSync(file).size === 0) throw new CannotStart('empty', file)
  if (!beginning(file, magic.length).equals(magic)) throw new CannotStart('damaged', file, 'the first 16 bytes are not those of SQLite')
  let raw: SQLite.Database | null = null
  try {
    // Without a -wal, a read-only connection would leave an empty one behind. With one, a writing connection would merge it into the file.
    raw = new SQLite(file, { readonly: fs.existsSync(`${file}-wal`) })
    raw.pragma('query_only = on')
    const pending = checkTables(raw, file, migrations)
    // A migration must only change an undamaged file, however long the check takes.
    checkPages(raw, file, pending && depth === 'none' ? 'quick_check' : depth)
    if (depth === 'integrity_check') checkRows(raw, file)
    if (!raw.prepare('select 1 from log limit 1').get()) throw new CannotStart('no_incident', file)
    if (key) checkKey(raw, key)
  } catch (error) {
    const { code = '', message } = error as { code?: string, message: string }
    if (/^SQLITE_(?:CORRUPT|NOTADB|IOERR|SCHEMA|ERROR|FORMAT)/.test(code)) throw new CannotStart('damaged', file, `${code}: ${message}`)
    throw error
  } finally {
    raw?.close()
  }
}

function beginning(file: string, length: number): Buffer {
  const handle = fs.openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    fs.readSync(handle, bytes, 0, length, 0)
    return bytes
  } finally {
    fs.closeSync(handle)
  }
}

/** True if migrations are still to be applied. Throws `CannotStart` for a database of another program or of a newer version. */
function checkTables(raw: SQLite.Database, file: string, migrations: string): boolean {
  const tables = new Set(raw.prepare('select name from sqlite_schema where type = \'table\'').pluck().all())
  if (!['log', 'record', 'meta', 'person', '__drizzle_migrations'].every(table => tables.has(table))) throw new CannotStart('not_a_board', file)
  const journal = JSON.parse(fs.readFileSync(path.join(migrations, 'meta/_journal.json'), 'utf8')) as { entries: { when: number }[] }
  const known = Math.max(...journal.entries.map(({ when }) => when))
  const applied = raw.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number
  const wrote = raw.prepare('select value from meta where key = \'newest_record_version\'').pluck().get() as string | undefined
  if (applied > known || Number(wrote ?? 0) > recordVersion) throw new CannotStart('newer', file)
  return applied < known
}

function checkPages(raw: SQLite.Database, file: string, depth: Depth): void {
  if (depth === 'none') return
  const found = raw.prepare(`pragma ${depth}(5)`).pluck().all() as string[]
  if (found[0] !== 'ok') throw new CannotStart('damaged', file, found.join('; ').replaceAll('\n', ' '))
}
