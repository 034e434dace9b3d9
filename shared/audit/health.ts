import type { Role } from '../core/actor.ts'
import type { Room } from '../core/protocol.ts'

/** How the server is, as its administrators see it. It names no person and no record. Times are epoch ms. */
export interface Health {
  readonly at: number
  readonly startedAt: number
  readonly version: string
  readonly node: string
  readonly sqlite: string
  readonly records: number
  /** Where the truth of the logs is. */
  readonly store: 'folder' | 'postgres'
  /** True if this server shares the boards with others. */
  readonly several: boolean
  readonly room: Room
  readonly free: number
  readonly databases: number
  readonly wal: number
  readonly commits: number
  /** Since the newest commit of a real incident, in seconds. */
  readonly dataAge: number
  readonly sockets: number
  readonly queue: number
  readonly incidents: number
  readonly aside: number
  readonly sessions: number
  readonly accounts: readonly AccountsOf[]
  readonly backups: BackupState
  readonly limits: Limits
}

/** Accounts of one role that are not disabled. */
export interface AccountsOf {
  readonly role: Role
  readonly people: number
  readonly never: number
  /** Of those who must have a second factor once it is required. */
  readonly withoutFactor: number
}

export interface BackupState {
  readonly kept: number
  /** Minutes from one to the next; 0 if none is made by itself. */
  readonly every: number
  /** Whether this server can make one when asked. */
  readonly byHand: boolean
  readonly making: boolean
  /** Why the last one asked for could not be made. */
  readonly failed: string | null
  /** The newest ones, newest first; `bytes` is null if it cannot be read with the key. */
  readonly newest: readonly { readonly id: string, readonly at: number, readonly why: 'hourly' | 'upgrade' | 'hand' | null, readonly bytes: number | null }[]
}

export interface Limits {
  readonly points: number
  readonly seconds: number
  readonly lines: number
  readonly strangers: number
  readonly upload: number
  readonly sessionHours: number
  readonly headquartersHours: number
  readonly idleHours: number
  readonly linkHours: number
}

/** What the doctor found, in both languages, with what to do. */
export interface Found { readonly level: 'fine' | 'note' | 'wrong', readonly zh: string, readonly en: string }
