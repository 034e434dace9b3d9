import type { Reader } from '../../shared/core/board.ts'
import type { Store } from './store.ts'
import { setImmediate } from 'node:timers/promises'
import { Board } from '../../shared/core/board.ts'

/** The board as it was at a moment (`at`, epoch ms). `seq` is its last commit. */
export interface PastBoard { readonly at: number, readonly seq: number, readonly board: Reader }

/**
 * The board at each of these moments (epoch ms, in order), from the log alone. Moments before the first commit are skipped.
 * All moments share one board, so read it before asking for the next. The log is read in small pages, so that other work
 * does not have to wait.
 */
export async function* replay(store: Pick<Store, 'since' | 'aside'>, moments: readonly number[], page = 100): AsyncGenerator<PastBoard> {
  const board = new Board()
  const left = [...moments]
  for (;;) {
    const commits = await store.since(board.seq, page)
    for (const { seq, at, changes } of commits) {
      while (left[0] !== undefined && at > left[0]) {
        const moment = left.shift() ?? 0
        if (board.seq > 0) yield { at: moment, seq: board.seq, board }
      }
      if (!left.length) return
      for (const { kind, id, value } of changes) board.set({ kind, id, value: value && store.aside.record(kind, id, value, seq) })
      board.seq = seq
    }
    if (commits.length < page) break
    await setImmediate()
  }
  for (const moment of left) {
    if (board.seq > 0) yield { at: moment, seq: board.seq, board }
  }
}
