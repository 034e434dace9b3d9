import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { homesOf } from '../../server/audit/boards.ts'
import { leaked } from './old-folder.ts'

type Row = Readonly<Record<string, unknown>>
/** Each row of a table by its primary key, with its columns. */
type Table = ReadonlyMap<string, Row>
/** The tables of a folder's databases, by file and name. */
export type Tables = ReadonlyMap<string, Table>

/** What a start writes by itself is left out: a record that changed after commit `until`, how new the program is, and what the server notes for itself beside the log. */
function tablesIn(raw: SQLite.Database, until: number): [name: string, Table][] {
  const names = raw.prepare('select name from sqlite_schema where type = \'table\' and name not like \'sqlite_%\' and name not like \'\\_\\_%\' escape \'\\\'').pluck().all() as string[]
  return names.map((name) => {
    const keys = (raw.pragma(`table_info("${name}")`) as { name: string, pk: number }[]).filter(({ pk }) => pk > 0).map(one => one.name)
    const later = name === 'record' ? `where not exists (select 1 from touch t where t.kind = record.kind and t.id = record.id and t.seq > ${until})` : name === 'meta' ? 'where key not in (\'newest_record_version\', \'leaked_keys\', \'epoch\') and key not like \'kept:%\'' : ''
    const rows = raw.prepare(`select * from "${name}" ${later}`).all() as Row[]
    return [name, new Map(rows.map(row => [JSON.stringify(keys.map(key => row[key])), row]))]
  })
}

export interface Kept { readonly tables: Tables, /** The last commit of each incident, by the folder that it is in. */ readonly heads: ReadonlyMap<string, number>, /** How tables, indexes and views are declared. */ readonly shape: string, /** Posts whose key is the one that leaked. */ readonly leaking: number }

/** Everything in the databases of a folder on which no board runs, up to these commits. */
export function keptIn(data: string, until?: ReadonlyMap<string, number>): Kept {
  const tables = new Map<string, Table>()
  const heads = new Map<string, number>()
  const shapes: unknown[] = []
  let leaking = 0
  for (const { at } of homesOf(data)) {
    for (const file of ['board.db', 'care.db'].map(name => path.posix.join(at, name)).filter(name => fs.existsSync(path.join(data, name)))) {
      const raw = new SQLite(path.join(data, file))
      if (file.endsWith('board.db')) heads.set(at, raw.prepare('select max(seq) from log').pluck().get() as number)
      if (file.endsWith('board.db')) leaking += raw.prepare('select count(*) from record where kind = \'postKey\' and value like ?').pluck().get(`%${leaked}%`) as number
      shapes.push(file, raw.prepare('select type, name, sql from sqlite_schema order by type, name').raw().all(), raw.prepare('select created_at from __drizzle_migrations order by created_at').pluck().all())
      for (const [name, table] of tablesIn(raw, until?.get(at) ?? heads.get(at) ?? 0)) tables.set(`${file} ${name}`, table)
      raw.close()
    }
  }
  return { tables, heads, shape: JSON.stringify(shapes), leaking }
}

/** The value without the key that a migration takes out of the log. */
const asKept = (value: unknown) => typeof value === 'string' && value.includes(leaked) ? value.replace(`,"key":"${leaked}"`, '') : value

/** The rows of an old folder that are missing in a newer one, or say something else there: table and key. A record that the start itself changed is judged by its commits. */
export function lostRows(old: Kept, now: Kept): string[] {
  return [...old.tables].flatMap(([name, rows]) => {
    const there = now.tables.get(name)
    return [...rows].filter(([key, row]) => {
      const found = there?.get(key)
      if (!found) return !name.endsWith(' record') || !key.includes('postKey')
      return Object.entries(row).some(([column, value]) => column in found && asKept(found[column]) !== asKept(value))
    }).map(([key]) => `${name} ${key}`)
  })
}

/** One sum over every row that the old folder had, as it is now, and over how the tables are declared. */
export function stateHash(old: Kept, now: Kept): string {
  const sum = createHash('sha256').update(JSON.stringify([now.shape, now.leaking]))
  for (const [name, rows] of [...now.tables].sort(([a], [b]) => a < b ? -1 : 1)) {
    const mine = [...rows].filter(([key]) => old.tables.get(name)?.has(key)).sort(([a], [b]) => a < b ? -1 : 1)
    sum.update(JSON.stringify([name, mine.map(([, row]) => row)]))
  }
  return sum.digest('base64url')
}
