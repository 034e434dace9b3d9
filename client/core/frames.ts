import type { Seen } from '../../shared/core/protocol.ts'

/** What the line tells a screen that shows commits as they come. */
export interface Watcher {
  readonly came: (commits: readonly Seen[]) => void
  /** The line is live again. */
  readonly live: () => void
  /** The whole board is fetched again: commits of before may not be those of this board. */
  readonly anew: () => void
}

export const watchers = new Set<Watcher>()
