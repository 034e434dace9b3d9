import type { Change } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import type { Asides } from './set-aside.ts'

interface Loaded {
  /** Random; another one means another history, and clients start from a whole board. */
  readonly epoch: string
  readonly seq: number
  readonly records: Iterable<{ readonly kind: Kind, readonly value: AnyRecord }>
}

/** Keeps commits. The contract suite in test/server/store.test.ts says what each must do. */
export interface Store {
  /** What could not be read, as far as anybody has tried. */
  readonly aside: Asides
  load: () => Promise<Loaded>
  /** The commits made by these command ids, by id; none for an id that made none. */
  find: (commandIds: readonly string[]) => Promise<ReadonlyMap<string, Pick<Commit, 'seq' | 'actor' | 'name' | 'args'>>>
  /** Commits after `seq`, in order, at most `limit`. */
  since: (seq: number, limit: number) => Promise<Commit[]>
  /** What stood there after the commit `seq`, as it was written; null for what was removed or not there yet. In the order asked. */
  stood: (keys: readonly Pick<Change, 'kind' | 'id'>[], seq: number) => Promise<(AnyRecord | null)[]>
  /** The newest commits that touched a record, newest first. */
  history: (kind: Kind, id: string, limit: number) => Promise<Commit[]>
  /** All or nothing. False when another process took a seq or a command id is already in the log. */
  append: (commits: readonly Commit[]) => Promise<boolean>
  /** What the server keeps for itself beside the log, by name; null when it has kept nothing. */
  recall: (name: string) => Promise<string | null>
  remember: (name: string, value: string) => Promise<void>
  close: () => Promise<void>
}
