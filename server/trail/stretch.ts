import type { AuditEntry, AuditKind, AuditLog } from '../../shared/audit/entries.ts'

/** What an administrator looks for in the logs. Times are epoch ms; `to` is exclusive. */
export interface Wanted {
  readonly who?: string
  readonly kind?: AuditKind
  /** A log and the name of an act in it. */
  readonly act?: { readonly log: AuditLog, readonly name: string }
  /** `kind/id`. */
  readonly record?: string
  /** The code of a township: only acts on records that name it. */
  readonly township?: string
  readonly from?: number
  readonly to?: number
  /** A text in the arguments of a command, or in a reason. */
  readonly text?: string
}

/** The rows of a log from the one before `before` down to `downTo`, newest first, of which those are kept that are wanted. */
export interface Stretch {
  readonly entries: readonly AuditEntry[]
  readonly downTo: number
  /** When the row `downTo` was written. */
  readonly at: number
  /** Nothing older is wanted, or there is nothing older. */
  readonly ends: boolean
}

/** A log, read backwards in stretches of a bounded number of rows, however few of them are wanted. */
export interface Part {
  readonly log: AuditLog
  /** False if nothing in this log can be wanted. */
  readonly has: (wanted: Wanted) => boolean
  /** The number after the newest row that was written before `to`. */
  readonly top: (to: number | undefined) => Promise<number>
  readonly read: (wanted: Wanted, before: number) => Promise<Stretch>
}

/** The number after the newest of the rows 1 to `last` that was written before `to`, found by halving: the times of rows never fall by much. */
export async function topBefore(last: number, to: number | undefined, timeOf: (id: number) => Promise<number> | number): Promise<number> {
  if (to === undefined) return last + 1
  let [low, high] = [1, last + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (await timeOf(middle) < to) low = middle + 1
    else high = middle
  }
  return low
}
