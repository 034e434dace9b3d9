import fs from 'node:fs'
import path from 'node:path'
import { lockFile } from '../disk/folder.ts'
import { destroyFile } from './care-keys.ts'

/** Where databases are copied to before they are sealed, in the data folder: nothing unsealed ever lies among the backups. */
export const stagingOf = (data: string): string => path.join(data, 'backup.part')
/** Held by the one backup of a data folder that is being made. */
export const backupLock = (data: string): string => path.join(data, 'backup.lock')

/** Removes the copies; that of a key is overwritten first. */
export function clearStaging(data: string): void {
  const staging = stagingOf(data)
  for (const name of fs.existsSync(staging) ? fs.readdirSync(staging) : []) {
    if (name.endsWith('.key')) destroyFile(path.join(staging, name))
  }
  fs.rmSync(staging, { recursive: true, force: true })
}

/** Removes the copies that a killed backup has left. Those of a backup that is being made stay. */
export function sweepStaging(data: string): void {
  if (!fs.existsSync(stagingOf(data))) return
  let release: () => void
  try {
    release = lockFile(backupLock(data))
  } catch {
    return
  }
  try {
    clearStaging(data)
  } finally {
    release()
  }
}
