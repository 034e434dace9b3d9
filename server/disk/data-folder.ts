import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import type { PageReader } from './pages.ts'
import fs from 'node:fs'
import path from 'node:path'
import { recordVersion } from '../../shared/records.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { noRoom } from '../core/no-room.ts'
import { makeKey, openSeal } from '../core/seal.ts'
import { openDatabase } from '../database/database.ts'
import { checkDatabase } from './database-check.ts'
import { takeFolder } from './folder.ts'
import { keepKeyCheck } from './key-check.ts'

interface Options {
  /** Fills a database that begins with nothing. */
  readonly begin: (database: Database, seal: Seal) => Promise<void>
  readonly pages: Pick<PageReader, 'later'>
}

/** The data folder, checked before anything in it is changed, and taken for this process. Throws `CannotStart`. */
export async function openDataFolder(folder: string, { begin, pages }: Options) {
  const [file, keyFile] = [path.join(folder, 'board.db'), path.join(folder, 'key')]
  const { fresh, release } = takeFolder(folder)
  try {
    if (fresh) await makeFirst(file, keyFile, begin)
    checkDatabase(file, { depth: pages.later(file) ? 'none' : 'quick_check', key: keyFile })
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

/** Under another name until it is whole: what a cut-off start leaves is never taken for a database. */
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

/** How this database knows its key again, and that an older program must not write to it. */
function leaveMarks({ raw }: Database, seal: Seal): void {
  keepKeyCheck({ raw }, seal)
  raw.prepare('insert into meta (key, value) values (\'newest_record_version\', ?) on conflict do update set value = excluded.value where cast(value as integer) < cast(excluded.value as integer)').run(String(recordVersion))
}

/** So that a power cut does not undo a new name. */
export function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
