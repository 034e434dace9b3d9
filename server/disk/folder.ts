import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { CannotStart } from '../core/cannot-start.ts'

/** The files that an interrupted first start leaves. The next start begins again. */
const unfinished = /^(?:key|board\.db\.part(?:-wal|-shm|-journal)?)$/
/** The files and folders of a board. */
const kept = /^(?:key|push-keys|photos|papers|plans|incidents|heads\.json|forgotten\.json|last-backup\.json|board\.db.*|care\.db.*|care\.key.*)$/
const ignored = ['lock', 'backup.lock', 'lost+found']

/** True for an empty data folder, and for one with nothing but the key of a deployment that its server `joins` or begins. Throws `CannotStart` for a folder with files but no database, because making a new one would hide a loss. */
function isNew(folder: string, joins: boolean): boolean {
  const names = fs.readdirSync(folder).filter(name => !ignored.includes(name))
  if (names.includes('restoring')) throw new CannotStart('half_restored', folder)
  if (names.includes('board.db')) return false
  if (!names.length || ((joins || names.includes('board.db.part')) && names.every(name => unfinished.test(name)))) return true
  throw new CannotStart(names.some(name => kept.test(name)) ? 'database_lost' : 'foreign_folder', folder)
}

/** Locks the data folder for this process until `release`, or until the process ends for any reason. A server that `joins` others begins with their key. Throws `CannotStart`. */
export function takeFolder(folder: string, joins = false) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    isNew(folder, joins)
    for (const name of ['', 'board.db', 'lock']) {
      const file = path.join(folder, name)
      if (fs.existsSync(file)) fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK)
    }
    const release = lockFile(path.join(folder, 'lock'))
    // Checked again with the lock held, because another first start may have ended in the meantime.
    return { fresh: isNew(folder, joins), release }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) throw new CannotStart('in_use', folder)
    if (/^SQLITE_FULL|^ENOSPC|^EDQUOT/.test(code)) throw new CannotStart('no_room', folder)
    if (/^(?:SQLITE_|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code)) throw new CannotStart('read_only', folder)
    throw error
  }
}

/** Uses SQLite's lock on a separate file. The kernel holds it, so it ends with the process, even after kill -9. */
export function lockFile(file: string): () => void {
  const raw = new SQLite(file, { timeout: 0 })
  try {
    raw.pragma('journal_mode = MEMORY')
    raw.exec('begin exclusive')
  } catch (error) {
    raw.close()
    throw error
  }
  return () => void raw.close()
}
