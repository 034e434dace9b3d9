import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { backupsIn } from './shelf.ts'

const Last = v.object({ id: v.string() })
const fileOf = (data: string) => path.join(data, 'last-backup.json')

/** Notes in the data folder which backup was made last: by it the folder of backups is recognised. */
export function noteLast(data: string, id: string): void {
  fs.writeFileSync(fileOf(data), JSON.stringify({ id }), { mode: 0o600 })
}

/** The id of the backup that was made last from this data folder; null if none was. */
export function lastMade(data: string): string | null {
  try {
    return v.parse(Last, JSON.parse(fs.readFileSync(fileOf(data), 'utf8'))).id
  } catch {
    // It is only a note: without it nothing is known.
    return null
  }
}

/** True if the folder of backups is not the one that the last backup was made in: its disk is not mounted, or it was emptied. */
export function isAway(data: string, folder: string): boolean {
  const id = lastMade(data)
  return id !== null && !backupsIn(folder).includes(id)
}
