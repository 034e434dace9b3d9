import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import type { PageReader } from './pages.ts'
import fs from 'node:fs'
import path from 'node:path'
import { recordVersion } from '../../shared/records.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { noRoom } from '../core/no-room.ts'
import { makeKey, openSeal } from '../core/seal.ts'
import { checkSqlite } from '../core/sqlite-version.ts'
import { openDatabase } from '../database/database.ts'
import { anyBehind } from './behind.ts'
import { checkDatabase } from './database-check.ts'
import { takeFolder } from './folder.ts'
import { keepKeyCheck } from './key-check.ts'

interface Options {
  /** True for a server that joins others, whose key is in the folder already. */
  readonly joins?: boolean
  /** Fills a new database. */
  readonly begin: (database: Database, seal: Seal) => Promise<void>
  readonly pages: Pick<PageReader, 'later'>
  /** Called once the folder is locked, before anything in it is read. */
  readonly locked: () => Promise<void>
  /** Called before the tables of a database are changed. */
  readonly beforeUpgrade?: () => Promise<void>
  /** The version of SQLite, if it is not to be looked up. */
  readonly sqlite?: string
}

/** Checks the data folder before anything in it is changed, locks it for this process, and opens it. Throws `CannotStart`. */
export async function openDataFolder(folder: string, { joins, begin, pages, locked, beforeUpgrade = async () => {}, sqlite }: Options) {
  checkSqlite(sqlite)
  const [file, keyFile] = [path.join(folder, 'board.db'), path.join(folder, 'key')]
  const { fresh, release } = takeFolder(folder, joins)
  try {
    await locked()
    if (fresh) await makeFirst(file, keyFile, begin)
    checkDatabase(file, { depth: pages.later(file) ? 'none' : 'quick_check', key: keyFile })
    if (anyBehind(folder)) await beforeUpgrade()
    makeKey(keyFile)
    const seal = openSeal(keyFile)
    const database = openDatabase(file)
    leaveMarks(database, seal)
    return { file, database, seal, fresh, release }
  } catch (error) {
    release()
    throw noRoom(error) ? new CannotStart('no_room', folder) : error
  }
}

/** Makes the first database under another name until it is complete, so that an interrupted start leaves nothing that looks like a database. */
async function makeFirst(file: string, keyFile: string, begin: Options['begin']): Promise<void> {
  const part = `${file}.part`
  for (const more of ['-wal', '-shm', '-journal']) fs.rmSync(part + more, { force: true })
  fs.writeFileSync(part, '', { mode: 0o600 })
  makeKey(keyFile)
  const database = openDatabase(part)
  try {
    const seal = openSeal(keyFile)
    await begin(database, seal)
    leaveMarks(database, seal)
  } finally {
    database.close()
  }
  fs.renameSync(part, file)
  syncFolder(path.dirname(file))
}

/** Stores by what the database recognises its key, and the version of its records, so that an older program does not write to it. */
function leaveMarks({ raw }: Database, seal: Seal): void {
  keepKeyCheck({ raw }, seal)
  raw.prepare('insert into meta (key, value) values (\'newest_record_version\', ?) on conflict do update set value = excluded.value where cast(value as integer) < cast(excluded.value as integer)').run(String(recordVersion))
}

/** Syncs a folder, so that a power cut does not undo a renaming in it. */
export function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
