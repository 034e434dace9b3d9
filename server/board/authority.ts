import type { Actor } from '../../shared/core/actor.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Command, Context } from '../../shared/core/command.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { Answer, Commit, Refusal } from '../../shared/core/protocol.ts'
import type { Applied } from './applied.ts'
import type { Store } from './store.ts'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { Board, Draft } from '../../shared/core/board.ts'
import { decide, isImport, sameCommand } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { incidentTime } from '../../shared/incident/clock.ts'
import { locked, noRoom } from '../core/no-room.ts'
import { readBack } from './read-back.ts'

interface Waiting { readonly command: Command, readonly actor: Actor, readonly answer: (answer: Answer) => void }
type Decided = { readonly waiting: Waiting, readonly commit: Commit } | { readonly waiting: Waiting, readonly reply: Answer }

interface Options {
  readonly facts: Facts
  /** The world's time, epoch ms. */
  readonly now?: () => number
  /** Changes kept in memory, with their commits, for those who were away a short while. */
  readonly tail?: number
  /** Commands that share one transaction and its one fsync. */
  readonly batch?: number
  readonly onBug?: (error: unknown, command: Command) => void
  /** Nothing could be written for want of room. */
  readonly onFull?: () => void
  /** Do whole lists wait, so that single commands have the room that is left? */
  readonly importsWait?: () => boolean
}

/** The only writer: holds the board in memory, decides, appends, then applies, publishes and answers, in that order. */
export class Authority {
  readonly board = new Board()
  readonly epoch: string
  readonly #store: Store
  readonly #options: Required<Options>
  #tail: Applied[] = []
  #tailSize = 0
  /** Seqs of boards that were handed out, and until when (epoch ms) their readers may come to go on from there. */
  readonly #held = new Map<number, number>()
  readonly #listeners = new Set<(applied: readonly Applied[]) => void>()
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null

  private constructor(store: Store, epoch: string, options: Options) {
    this.#store = store
    this.epoch = epoch
    this.#options = { now: Date.now, tail: 5000, batch: 64, onBug: () => {}, onFull: () => {}, importsWait: () => false, ...options }
  }

  static async open(store: Store, options: Options): Promise<Authority> {
    const { epoch, seq, records } = await store.load()
    const authority = new Authority(store, epoch, options)
    for (const { kind, value } of records) authority.board.set({ kind, id: value.id, value })
    authority.board.seq = seq
    // Who was away while the server restarted is served from memory too.
    const commits: Commit[] = []
    for (let to = seq; to > 0 && authority.#tailSize < authority.#options.tail; to -= 50) {
      const page = await store.since(Math.max(0, to - 50), Math.min(50, to))
      commits.unshift(...page)
      authority.#tailSize += size(page)
    }
    authority.#tail = await readBack(store, commits)
    authority.#trim()
    return authority
  }

  /** Decides a command and keeps it, or says why not. Resolves only after it is on disk. Never rejects. */
  submit(command: Command, actor: Actor): Promise<Answer> {
    return new Promise((answer) => {
      this.#waiting.push({ command, actor, answer })
      this.#running ??= this.#run()
    })
  }

  /** The incident's time now, epoch ms. */
  now(): number {
    return incidentTime(this.board.get('incident', 'incident'), this.#options.now())
  }

  /** Told of every commit, in order, once it is on disk and on the board. */
  onApplied(listener: (applied: readonly Applied[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What was applied after `seq`, or null when that is longer ago than memory reaches. */
  since(seq: number): Applied[] | null {
    const missed = this.board.seq - seq
    if (missed < 0 || missed > this.#tail.length) return null
    return missed === 0 ? [] : this.#tail.slice(-missed)
  }

  /** What was applied last, oldest first: at most so many, and as many as memory holds. */
  newest(most: number): Applied[] {
    return this.#tail.slice(-most)
  }

  /** A board was handed out at this seq: for a minute memory reaches back to it, so that its reader can go on from there. */
  hold(seq: number): void {
    const now = this.#options.now()
    for (const [held, until] of this.#held) {
      if (until <= now) this.#held.delete(held)
    }
    this.#held.set(seq, now + 60_000)
  }

  /** Takes in what another process has written to the same store. */
  async catchUp(): Promise<void> {
    for (;;) {
      const commits = await this.#store.since(this.board.seq, 500)
      const readable = ({ kind, id, value }: Change, seq: number) => value && this.#store.aside.record(kind, id, value, seq) ? value : null
      this.#apply(commits.map(commit => ({ ...commit, changes: commit.changes.map(change => ({ ...change, value: readable(change, commit.seq) })) })))
      if (commits.length < 500) return
    }
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length) {
      await setImmediate() // whatever else has arrived shares this transaction
      const batch = this.#waiting.slice(0, this.#options.batch)
      this.#waiting = this.#waiting.slice(batch.length)
      await this.#settle(batch)
    }
    this.#running = null
  }

  /** A lost race means the board was old: catch up and decide again on the new truth. Bounded, since a fault may look like a race. */
  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      for (let attempt = 0; attempt < 10; attempt++) {
        const decided = await this.#decide(batch)
        const commits = decided.flatMap(one => 'commit' in one ? [one.commit] : [])
        if (commits.length && !await this.#append(commits)) {
          await this.catchUp()
          continue
        }
        this.#apply(commits)
        for (const one of decided) one.waiting.answer('reply' in one ? one.reply : this.#accepted(one.commit))
        return
      }
      for (const { answer } of batch) answer({ ok: false, code: 'busy', retryAfter: 1000 })
    } catch (error) {
      const code = noRoom(error) ? 'storage_full' : locked(error) ? 'busy' : 'internal'
      if (code === 'storage_full') this.#options.onFull()
      if (code === 'internal') this.#options.onBug(error, batch[0]!.command)
      for (const { answer } of batch) answer({ ok: false, code, retryAfter: code === 'busy' ? 1000 : 5000 })
    }
  }

  /** False for a lost race. A lock that another process holds is waited for a few times, while everybody else goes on. */
  async #append(commits: readonly Commit[]): Promise<boolean> {
    for (let left = 3; ; left--) {
      try {
        return await this.#store.append(commits)
      } catch (error) {
        if (left === 0 || !locked(error)) throw error
      }
      await setTimeout(100)
    }
  }

  async #decide(batch: readonly Waiting[]): Promise<Decided[]> {
    const draft = new Draft(this.board)
    const commits = new Map<string, Commit>()
    const decided: Decided[] = []
    for (const waiting of batch) {
      const { command, actor } = waiting
      const earlier = commits.get(command.id) ?? await this.#store.find(command.id)
      if (earlier) {
        // The same device asking the same again gets its old answer. Any other use of the id is a forgery.
        decided.push({ waiting, reply: earlier.actor === actor.id && sameCommand(earlier, command) ? this.#accepted({ ...earlier, id: command.id }) : { ok: false, code: 'forbidden' } })
        continue
      }
      const real = this.#options.now()
      const at = incidentTime(draft.get('incident', 'incident'), real)
      const changes = this.#try(draft, command, { actor, now: at, real, facts: this.#options.facts })
      if (!Array.isArray(changes)) {
        decided.push({ waiting, reply: changes })
        continue
      }
      draft.apply(changes)
      const commit = { seq: this.board.seq + commits.size + 1, ...command, actor: actor.id, at, changes }
      commits.set(command.id, commit)
      decided.push({ waiting, commit })
    }
    return decided
  }

  #try(draft: Draft, command: Command, context: Context): Change[] | Refusal {
    if (this.#options.importsWait() && isImport(command)) return { ok: false, code: 'storage_low' }
    try {
      return decide(draft, command, context)
    } catch (error) {
      if (error instanceof Rejection) return { ok: false, code: error.code, detail: error.detail, clashes: error.clashes }
      this.#options.onBug(error, command)
      return { ok: false, code: 'internal' }
    }
  }

  #accepted({ id, seq }: Pick<Commit, 'id' | 'seq'>): Answer {
    return { ok: true, id, seq, epoch: this.epoch }
  }

  /** What is behind us already has been applied by a `catchUp` that was under way at the same time. */
  #apply(commits: readonly Commit[]): void {
    const fresh = commits.filter(commit => commit.seq > this.board.seq)
    if (!fresh.length) return
    const applied = fresh.map((commit) => {
      const before = commit.changes.map(({ kind, id }) => this.board.get(kind, id))
      for (const change of commit.changes) this.board.set(change)
      this.board.seq = commit.seq
      return { commit, before }
    })
    this.#tail.push(...applied)
    this.#tailSize += size(fresh)
    if (this.#tailSize > this.#options.tail * 1.2) this.#trim()
    for (const listener of this.#listeners) {
      // What is on disk and on the board is acknowledged, whatever a listener makes of it.
      try {
        listener(applied)
      } catch (error) {
        this.#options.onBug(error, applied[0]!.commit)
      }
    }
  }

  /** Never more than eight tails are held. */
  #trim(): void {
    const { tail, now } = this.#options
    const at = now()
    const held = Math.min(...[...this.#held].flatMap(([seq, until]) => until > at ? [seq] : []))
    let first = 0
    for (const { commit } of this.#tail) {
      if (this.#tailSize <= (commit.seq > held ? tail * 8 : tail)) break
      this.#tailSize -= commit.changes.length
      first++
    }
    this.#tail = this.#tail.slice(first)
  }
}

const size = (commits: readonly Commit[]) => commits.reduce((sum, commit) => sum + commit.changes.length, 0)
