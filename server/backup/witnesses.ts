import type { Witness } from '../audit/verify.ts'
import type { BackupKey } from './backup-key.ts'
import type { Manifest } from './manifest.ts'
import fs from 'node:fs'
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

/** The marks in the backups of a board, as far as these and their key are there. */
export function marksInBackups(config: Parameters<typeof backupPlaces>[0]): { readonly marks: readonly Witness[], readonly backups: number } {
  const { folder, keyFile } = backupPlaces(config)
  const ids = fs.existsSync(keyFile) ? backupsIn(folder) : []
  const manifests = ids.length ? manifestsOf(folder, ids, readBackupKey(keyFile)) : []
  return { marks: witnessesIn(manifests), backups: manifests.length }
}
