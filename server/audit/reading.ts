import fs from 'node:fs'
import SQLite from 'better-sqlite3'

/** Opens a database for reading, also one on which a board runs. Without a -wal, a read-only connection would leave an empty one behind. */
export function openReading(file: string): SQLite.Database {
  const raw = new SQLite(file, { readonly: fs.existsSync(`${file}-wal`) })
  raw.pragma('query_only = on')
  return raw
}

/** Reads something from a database, and closes it. */
export function reading<T>(file: string, read: (raw: SQLite.Database) => T): T {
  const raw = openReading(file)
  try {
    return read(raw)
  } finally {
    raw.close()
  }
}
