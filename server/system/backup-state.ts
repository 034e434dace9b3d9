import type { BackupState } from '../../shared/audit/health.ts'
import type { Config } from '../core/config.ts'
import fs from 'node:fs'
import { readBackupKey } from '../backup/backup-key.ts'
import { backupsIn, timeOf } from '../backup/shelf.ts'
import { manifestsOf } from '../backup/witnesses.ts'
import { backupPlaces } from '../core/config.ts'

/** How many of the newest backups are looked into. */
const shown = 5

/** The backups of a board, and making one when an administrator asks: one at a time. */
export function backupState(config: Config, byHand: (() => Promise<void>) | undefined) {
  let making = false
  let failed: string | null = null

  return {
    state(): BackupState {
      const { folder, keyFile } = backupPlaces(config)
      const ids = backupsIn(folder)
      const newest = ids.slice(-shown).reverse()
      const known = new Map(fs.existsSync(keyFile) ? manifestsOf(folder, newest, readBackupKey(keyFile)).map(one => [one.id, one]) : [])
      return {
        kept: ids.length,
        every: config.BACKUP_MINUTES,
        byHand: byHand !== undefined,
        making,
        failed,
        newest: newest.map(id => ({ id, at: timeOf(id), why: known.get(id)?.why ?? null, bytes: known.get(id)?.files.reduce((sum, { size }) => sum + size, 0) ?? null })),
      }
    },
    /** Resolves with its end; a failure is in the state. */
    async make(): Promise<void> {
      if (making || !byHand) return
      making = true
      failed = null
      try {
        await byHand()
      } catch (error) {
        failed = String((error as Error)?.message ?? error)
      } finally {
        making = false
      }
    },
  }
}

export type BackupsByHand = ReturnType<typeof backupState>
