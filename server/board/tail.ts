import type { Commit } from '../../shared/core/protocol.ts'
import type { Applied } from './applied.ts'

/** The last commits, kept in memory for devices that were away for a short time. At most `most` changes, with their commits. */
export class Tail {
  readonly #most: number
  /** The real time, epoch ms. */
  readonly #now: () => number
  #applied: Applied[] = []
  #size = 0
  /** The seqs of snapshots that were given out, and until when (epoch ms) the tail must reach back to each. */
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

  /** The last `missed` commits; null if the tail has fewer. */
  last(missed: number): Applied[] | null {
    if (missed < 0 || missed > this.#applied.length) return null
    return missed === 0 ? [] : this.#applied.slice(-missed)
  }

  /** The last commits, oldest first: at most `most`. */
  newest(most: number): Applied[] {
    return this.#applied.slice(-most)
  }

  /** Keeps the tail back to this seq for a minute. */
  hold(seq: number): void {
    const now = this.#now()
    for (const [held, until] of this.#held) {
      if (until <= now) this.#held.delete(held)
    }
    this.#held.set(seq, now + 60_000)
  }

  /** Held snapshots may stretch the tail to eight times its size, never more. */
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

/** How many changes these commits have: the size that a tail counts. */
export const size = (commits: readonly Commit[]) => commits.reduce((sum, commit) => sum + commit.changes.length, 0)
