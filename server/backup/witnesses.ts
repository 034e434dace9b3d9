import type { Witness } from '../audit/verify.ts'
import type { BackupKey } from './backup-key.ts'
import type { Manifest } from './manifest.ts'
import fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { backupPlaces } from '../core/config.ts'
import { readBackupKey } from './backup-key.ts'
import { readManifest } from './manifest.ts'
import { Refused } from './refused.ts'
import { backupsIn } from './shelf.ts'

/** The manifests of these backups that can be read. What is wrong with another is given to `onUnread`. */
export const manifestsOf = (folder: string, ids: readonly string[], key: BackupKey, onUnread: (id: string, why: string) => void = () => {}): Manifest[] => ids.flatMap((id) => {
  try {
    return [readManifest(folder, id, key)]
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    onUnread(id, error.message)
    return []
  }
})

/** The marks of all logs in these backups. */
export const witnessesIn = (manifests: readonly Manifest[]): Witness[] => manifests.flatMap(({ boards }) => boards.flatMap(({ heads }) => Object.entries(heads).map(([name, { epoch, last }]) => ({ name, epoch, mark: last }))))

/** The marks in the backups of a board, as far as these and their key are there, and how many were changed or cannot be read. Other work runs between one manifest and the next. */
export async function marksInBackups(config: Parameters<typeof backupPlaces>[0]): Promise<{ readonly marks: readonly Witness[], readonly backups: number, readonly unread: number }> {
  const { folder, keyFile } = backupPlaces(config)
  const ids = fs.existsSync(keyFile) ? backupsIn(folder) : []
  const marks: Witness[] = []
  let unread = 0
  if (ids.length) {
    const key = readBackupKey(keyFile)
    for (const id of ids) {
      marks.push(...witnessesIn(manifestsOf(folder, [id], key, () => unread++)))
      await setImmediate()
    }
  }
  return { marks, backups: ids.length - unread, unread }
}
