import SQLite from 'better-sqlite3'
import { CannotStart } from './cannot-start.ts'

/** An earlier one can damage a database when it resets the write-ahead log. */
const least = '3.51.3'
const rank = (version: string): number => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)

/** The version of SQLite in this process. */
export function sqliteVersion(): string {
  const raw = new SQLite(':memory:')
  const version = raw.prepare('select sqlite_version()').pluck().get() as string
  raw.close()
  return version
}

/** Throws `CannotStart` with `sqlite_old` for a version in which a database is not safe. */
export function checkSqlite(version = sqliteVersion()): void {
  if (rank(version) < rank(least)) throw new CannotStart('sqlite_old', least, version)
}
