import type { Room } from '../shared/core/protocol.ts'
import type { BackupKeeper } from './backup/keeper.ts'
import type { Store } from './board/store.ts'
import type { Bounds } from './core/bounds.ts'
import type { Config } from './core/config.ts'
import type { Database } from './database/database.ts'
import type { Counting } from './metrics/counting.ts'
import type { Accounts } from './people/accounts.ts'
import { verifying } from './audit/verifying.ts'
import { marksInBackups } from './backup/witnesses.ts'
import { usual } from './core/costs.ts'
import { examine } from './operate/doctor.ts'
import { backupState } from './system/backup-state.ts'
import { healthOf } from './system/health.ts'
import { accountsPart } from './trail/accounts-part.ts'

interface Options {
  readonly config: Config
  readonly database: Database
  /** Of the first incident. */
  readonly store: Pick<Store, 'recall' | 'remember'>
  readonly accounts: Accounts
  readonly counts: Pick<Counting, 'registry'>
  readonly room: () => Room
  readonly bounds: Pick<Bounds, 'linesEach' | 'strangers' | 'arrival'>
  readonly backups?: Partial<Pick<BackupKeeper, 'byHand'>>
  readonly now: () => number
  readonly onBug: (error: unknown) => void
}

const kept = 'verified'

/** What administrators look at of the whole server: the log of accounts, the check of all logs, and how the server is. */
export function oversight({ config, database, store, accounts, counts, room, bounds, backups, now, onBug }: Options) {
  const made = backupState(config, backups?.byHand)
  const limits = { ...usual, lines: bounds.linesEach, strangers: bounds.strangers.each, upload: bounds.arrival.upload, sessionHours: config.SESSION_HOURS, headquartersHours: Math.min(config.SESSION_HOURS, config.HEADQUARTERS_HOURS ?? Infinity), idleHours: config.IDLE_HOURS, linkHours: config.LINK_HOURS }
  return {
    accountsPart: accountsPart(database),
    verifying: verifying({ data: config.DATA_DIR, witnesses: () => marksInBackups(config), recall: () => store.recall(kept), remember: text => store.remember(kept, text), now, onFailed: onBug }),
    backups: made,
    health: healthOf({ config, registry: counts.registry, database, accounts, backups: made, room, limits, now }),
    examine: () => examine(config, now()),
  }
}

export type Oversight = ReturnType<typeof oversight>
