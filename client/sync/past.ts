import type { Reader } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord } from '../../shared/records.ts'
import type { Key } from './confirmed.ts'
import { Board } from '../../shared/core/board.ts'

type LoggedCommit = Pick<Commit, 'seq' | 'at' | 'changes'>

/**
 * The board as it was at any moment, from the log. It walks the commits forwards, and backwards by what each replaced,
 * so a jump costs as much as the commits in between. It never touches the live board.
 */
export function createPast() {
  const board = new Board()
  const commits: LoggedCommit[] = []
  /** The moment of each commit (epoch ms). It must never fall, even where the server's clock was set back. */
  const times: number[] = []
  /** The records that each commit replaced, filled in when it is first applied. */
  const replaced: (readonly (AnyRecord | null)[])[] = []
  let shown = 0

  function forward(keys: Set<Key>): void {
    const { changes = [], seq = board.seq } = commits[shown] ?? {}
    replaced[shown] ??= changes.map(({ kind, id }) => board.get(kind, id) ?? null)
    for (const change of changes) {
      board.set(change)
      keys.add(`${change.kind}/${change.id}`)
    }
    board.seq = seq
    shown++
  }

  function back(keys: Set<Key>): void {
    shown--
    const { changes = [] } = commits[shown] ?? {}
    for (let i = changes.length - 1; i >= 0; i--) {
      const change = changes[i]
      if (!change) continue
      board.set({ ...change, value: replaced[shown]?.[i] ?? null })
      keys.add(`${change.kind}/${change.id}`)
    }
    board.seq = commits[shown - 1]?.seq ?? 0
  }

  /** How many commits had happened by then. */
  function countBy(moment: number): number {
    let [low, high] = [0, times.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((times[middle] ?? 0) <= moment) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    board: board as Reader,
    /** The seq of the last commit known. */
    get seq(): number {
      return commits.at(-1)?.seq ?? 0
    },
    get first(): number | null {
      return times[0] ?? null
    },
    get last(): number | null {
      return times.at(-1) ?? null
    },
    /** Adds the next commits of the log, in order. */
    add(more: readonly LoggedCommit[]): void {
      for (const commit of more) {
        commits.push(commit)
        times.push(Math.max(commit.at, times.at(-1) ?? 0))
      }
    },
    /** Brings the board to a moment (epoch ms): everything up to then, and nothing later. Returns what looks different. */
    goTo(moment: number): readonly Key[] {
      const keys = new Set<Key>()
      const wanted = countBy(moment)
      while (shown < wanted) forward(keys)
      while (shown > wanted) back(keys)
      return [...keys]
    },
  }
}

export type Past = ReturnType<typeof createPast>
