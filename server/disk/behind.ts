import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'

const newestOf = (room: string): number => Math.max(...(JSON.parse(fs.readFileSync(path.resolve(`server/${room}/migrations/meta/_journal.json`), 'utf8')) as { entries: { when: number }[] }).entries.map(({ when }) => when))

/** The newest migrations that this program knows, epoch ms. */
export const knownMigrations = () => ({ board: newestOf('database'), care: newestOf('care') })

/** True if this start will change the tables of a database in the folder. Changes nothing. */
export function anyBehind(folder: string): boolean {
  const known = knownMigrations()
  const further = path.join(folder, 'incidents')
  const homes = [folder, ...fs.existsSync(further) ? fs.readdirSync(further).map(id => path.join(further, id)) : []]
  return homes.some(home => behind(path.join(home, 'board.db'), known.board) || behind(path.join(home, 'care.db'), known.care))
}

function behind(file: string, newest: number): boolean {
  if (!fs.existsSync(file)) return false
  let raw: SQLite.Database | null = null
  try {
    // As in the check: without a -wal, a read-only connection would leave an empty one behind.
    raw = new SQLite(file, { readonly: fs.existsSync(`${file}-wal`) })
    raw.pragma('query_only = on')
    return (raw.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null ?? 0) < newest
  } catch {
    // What cannot be read is judged when it is opened.
    return false
  } finally {
    raw?.close()
  }
}
