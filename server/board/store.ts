import type { Change } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import type { Asides } from './set-aside.ts'

/** All records, and the seq that they are of. */
export interface Loaded {
  readonly seq: number
  readonly records: Iterable<{ readonly kind: Kind, readonly value: AnyRecord }>
}

/** Stores commits. The contract suite in test/server/store.test.ts says what every store must do. */
export interface Store {
  /** What could not be read so far. */
  readonly aside: Asides
  /** `epoch` is random. A different one means a different history: devices must fetch the whole board. */
  load: () => Promise<Loaded & { readonly epoch: string }>
  /** The same at once, for a board that rests. A store that must ask another process has none. */
  read?: () => Loaded
  /** The commits of these command ids, by id. Ids without a commit are left out. */
  find: (commandIds: readonly string[]) => Promise<ReadonlyMap<string, Pick<Commit, 'seq' | 'actor' | 'name' | 'args'>>>
  /** Commits after `seq`, in order, at most `limit`. */
  since: (seq: number, limit: number) => Promise<Commit[]>
  /** The records as of the commit `seq`, in the order asked and as written then; null for one that was removed or not there yet. */
  stood: (keys: readonly Pick<Change, 'kind' | 'id'>[], seq: number) => Promise<(AnyRecord | null)[]>
  /** The newest commits that touched a record, newest first. */
  history: (kind: Kind, id: string, limit: number) => Promise<Commit[]>
  /** The ids of the records of a kind that a commit after `seq` touched, also of those that it removed. */
  touchedSince: (kind: Kind, seq: number) => Promise<ReadonlySet<string>>
  /** Writes all commits or none. False if another process took a seq, or a command id is already in the log. */
  append: (commits: readonly Commit[]) => Promise<boolean>
  /**
   * Calls `news` when other processes may have appended: with the seq up to which, or null if that is not known. Answers a
   * function that ends it. A store that only one process uses has none.
   */
  follow?: (news: (seq: number | null) => void) => Promise<() => Promise<void>>
  /** Gets what other processes have appended so far, so that `since` answers it. A store that only one process uses, and one that reads where others write, have none. */
  fetch?: () => Promise<void>
  /** A value that the server stores for itself beside the log, by name; null if there is none. */
  recall: (name: string) => Promise<string | null>
  remember: (name: string, value: string) => Promise<void>
  close: () => Promise<void>
}
