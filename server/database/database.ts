import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { closeDatabaseToOthers } from './closed-to-others.ts'
import * as tables from './schema.ts'

/** Opens a database with durable settings and brings its tables to this version. */
export function openDatabase(file: string, migrations = path.resolve('server/database/migrations')) {
  if (file !== ':memory:') {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    closeDatabaseToOthers(file)
  }
  const raw = new SQLite(file)
  raw.pragma('journal_mode = WAL')
  // better-sqlite3 uses NORMAL in WAL mode by default, with which a power cut could lose an acknowledged commit.
  raw.pragma('synchronous = FULL')
  raw.pragma('busy_timeout = 5000')
  raw.pragma('foreign_keys = ON')
  const database = drizzle(raw, { schema: tables })
  migrate(database, { migrationsFolder: migrations })
  if (raw.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite did not accept synchronous=FULL, so a power cut could lose acknowledged work.')
  // SQLite blocks the whole process while it waits for a lock. Writers retry for longer, and let other work run in between.
  raw.pragma('busy_timeout = 250')
  return { raw, database, close: () => raw.close() }
}

export type Database = ReturnType<typeof openDatabase>
