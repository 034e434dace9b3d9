import type { Board } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord } from '../../shared/records.ts'

/** A commit with the record before each of its changes, so that audiences that lose sight of a record can be told. */
export interface Applied { readonly commit: Commit, readonly before: readonly (AnyRecord | undefined)[] }

/** Puts the changes of a commit on the board. */
export function apply(board: Board, commit: Commit): Applied {
  const before = commit.changes.map(({ kind, id }) => board.get(kind, id))
  for (const change of commit.changes) board.set(change)
  board.seq = commit.seq
  return { commit, before }
}
