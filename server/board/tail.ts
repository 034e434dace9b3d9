import type { Commit } from '../../shared/core/protocol.ts'
import type { Applied } from './applied.ts'

/** What was applied last, kept in memory for those who were away a short while: at most so many changes, with their commits. */
export class Tail {
  readonly #most: number
  /** The world's time, epoch ms. */
  readonly #now: () => number
  #applied: Applied[] = []
  #size = 0
  /** Seqs of boards that were handed out, and until when (epoch ms) their readers may come to go on from there. */
  readonly #held = new Map<number, number>()

  constructor(most: number, now: () => number) {
    this.#most = most
    this.#now = now
  }

  push(applied: readonly Applied[]): void {
    this.#applied.push(...applied)
    this.#size += size(applied.map(({ commit }) => commit))
    if (this.#size > this.#most * 1.2) this.#trim()
  }

  /** The last `missed` commits, or null when that is more than memory reaches back. */
  last(missed: number): Applied[] | null {
    if (missed < 0 || missed > this.#applied.length) return null
    return missed === 0 ? [] : this.#applied.slice(-missed)
  }

  /** Oldest first: at most so many, and as many as memory holds. */
  newest(most: number): Applied[] {
    return this.#applied.slice(-most)
  }

  /** For a minute memory reaches back to this seq. */
  hold(seq: number): void {
    const now = this.#now()
    for (const [held, until] of this.#held) {
      if (until <= now) this.#held.delete(held)
    }
    this.#held.set(seq, now + 60_000)
  }

  /** Never more than eight tails are held. */
  #trim(): void {
    const at = this.#now()
    const held = Math.min(...[...this.#held].flatMap(([seq, until]) => until > at ? [seq] : []))
    let first = 0
    for (const { commit } of this.#applied) {
      if (this.#size <= (commit.seq > held ? this.#most * 8 : this.#most)) break
      this.#size -= commit.changes.length
      first++
    }
    this.#applied = this.#applied.slice(first)
  }
}

/** How much of a tail these commits fill. */
export const size = (commits: readonly Commit[]) => commits.reduce((sum, commit) => sum + commit.changes.length, 0)
