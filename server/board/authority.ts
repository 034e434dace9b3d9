import type { Actor } from '../../shared/core/actor.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Answer, Commit } from '../../shared/core/protocol.ts'
import type { Applied } from './applied.ts'
import type { Options } from './authority-options.ts'
import type { Waiting } from './decide-batch.ts'
import type { Store } from './store.ts'
import { setImmediate } from 'node:timers/promises'
import { incidentTime } from '../../shared/incident/clock.ts'
import { away, decidedElsewhere, locked, noRoom } from '../core/no-room.ts'
import { appendPatiently } from './append-patiently.ts'
import { apply } from './applied.ts'
import { alone } from './authority-options.ts'
import { accepted, decideBatch, handOn, left } from './decide-batch.ts'
import { newestOf } from './read-back.ts'
import { RestingBoard } from './resting-board.ts'
import { Tail } from './tail.ts'

/** The only writer, of several servers one at a time. It holds the board in memory, and for each batch of commands decides, appends, applies, publishes and answers, in that order. */
export class Authority {
  readonly board: RestingBoard
  readonly epoch: string
  readonly #store: Store
  readonly #options: Required<Options>
  #tail: Tail
  /** When the newest commit was made that the tail had before the board rested. */
  #lastAt: number | null = null
  readonly #listeners = new Set<(applied: readonly Applied[]) => void>()
  #waiting: Waiting[] = []
  #inHand: readonly Waiting[] = []
  #running: Promise<void> | null = null
  #looking: Promise<void> | null = null
  /** Up to which seq others are known to have written. */
  #news = 0
  #deaf = async () => {}

  private constructor(store: Store, epoch: string, options: Options) {
    this.#store = store
    this.epoch = epoch
    this.#options = { now: Date.now, tail: 5000, batch: 64, onBug: () => {}, onFull: () => {}, importsWait: () => false, others: alone, onAnswered: () => {}, ...options }
    this.#tail = new Tail(this.#options.tail, this.#options.now)
    this.board = new RestingBoard(store.read)
    this.board.onRest(() => {
      this.#lastAt = this.lastAt()
      this.#tail = new Tail(this.#options.tail, this.#options.now)
    })
  }

  static async open(store: Store, options: Options): Promise<Authority> {
    const { epoch, ...loaded } = await store.load()
    const authority = new Authority(store, epoch, options)
    authority.board.fill(loaded)
    await authority.ready()
    authority.#deaf = await store.follow?.(seq => authority.#look(seq)) ?? authority.#deaf
    return authority
  }

  /** Decides a command, and answers once its commit is on disk, or with a refusal. The promise never rejects. */
  async submit(command: Command, actor: Actor): Promise<Answer> {
    const here = () => this.#take(command, actor)
    const answer = await (this.decidesHere ? here() : this.#options.others.give(command, actor, here))
    // The caller then reads what the command did. What cannot be fetched now arrives by itself.
    if (answer.ok && answer.seq > this.board.seq) await this.refresh().catch(() => {})
    return answer
  }

  /** Decides the commands of one message in one transaction, in order up to the first that is refused; those behind it are left, without an answer. Only where `decidesHere`. */
  async submitInOrder(commands: readonly Command[], actor: Actor): Promise<Answer[]> {
    const message = { over: false }
    const answers = await Promise.all(commands.map(command => this.#take(command, actor, message)))
    return answers.slice(0, answers.findIndex(({ ok }) => !ok) + 1 || undefined)
  }

  #take(command: Command, actor: Actor, message = { over: false }): Promise<Answer> {
    const began = performance.now()
    return new Promise((done) => {
      const answer = (given: Answer) => {
        done(given)
        if (given !== left) this.#options.onAnswered(performance.now() - began, given.ok)
        message.over ||= !given.ok
      }
      this.#waiting.push({ command, actor, message, answer, since: this.#options.now() })
      this.#running ??= this.#run()
    })
  }

  /** False while another server decides the commands of this board: what it has decided just now may not be here yet. */
  get decidesHere(): boolean {
    return this.#options.others.holds()
  }

  /** The time by the incident's clock, epoch ms. */
  now(): number {
    return incidentTime(this.board.get('incident', 'incident'), this.#options.now())
  }

  /** Since when the oldest command that has no answer waits (real time, epoch ms); null if none waits. */
  waitingSince(): number | null {
    return (this.#inHand[0] ?? this.#waiting[0])?.since ?? null
  }

  /** How many commands have no answer yet. */
  get waiting(): number {
    return this.#waiting.length + this.#inHand.length
  }

  /** Calls the listener with every commit, in order, once it is on disk and on the board. Returns a function that stops it. */
  onApplied(listener: (applied: readonly Applied[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What was applied after `seq`; null if the tail does not reach back to it. */
  since(seq: number): Applied[] | null {
    return this.#tail.last(this.board.seq - seq)
  }

  /** Has everything in memory that a person who comes to the board needs, also if it rested. */
  async ready(): Promise<void> {
    this.board.wake()
    const { seq } = this.board
    if (this.#tail.newest(1).length) return
    // From the log, so that devices that were connected before need no new snapshot.
    const applied = await newestOf(this.#store, seq, this.#options.tail)
    if (this.board.seq === seq && !this.#tail.newest(1).length) this.#tail.push(applied)
  }

  /** When the newest commit was made (epoch ms); null if that is not in memory. */
  lastAt(): number | null {
    return this.#tail.newest(1)[0]?.commit.at ?? this.#lastAt
  }

  /** The last applied commits, oldest first: at most `most`, and as many as the tail holds. */
  newest(most: number): Applied[] {
    return this.#tail.newest(most)
  }

  /** Keeps the tail back to this seq for a minute, so that a reader of the snapshot at this seq can continue from it. */
  hold(seq: number): void {
    this.#tail.hold(seq)
  }

  /** Applies what another process has written to the same store. */
  async catchUp(): Promise<void> {
    for (;;) {
      const commits = await this.#store.since(this.board.seq, 500)
      const readable = ({ kind, id, value }: Change, seq: number) => value && this.#store.aside.record(kind, id, value, seq) ? value : null
      this.#apply(commits.map(commit => ({ ...commit, changes: commit.changes.map(change => ({ ...change, value: readable(change, commit.seq) })) })))
      if (commits.length < 500) return
    }
  }

  /** Has everything on the board that any process had written when it was called. Rejects while the store is away. */
  async refresh(): Promise<void> {
    await this.#store.fetch?.()
    await this.catchUp()
  }

  /** Resolves when no command is waiting. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  /** Stops to follow what other processes write. Call it once nothing waits any more. */
  async close(): Promise<void> {
    await this.idle()
    await this.#deaf()
    await this.#looking
  }

  /** Catches up with other processes up to `seq`, or as far as there is for null; after the batch in hand, whose answer shows what it lost. */
  #look(seq: number | null): void {
    this.#news = Math.max(this.#news, seq ?? Infinity)
    // A board at rest is read as it is then.
    if (this.board.resting || this.#looking || this.#inHand.length || this.#news <= this.board.seq) return
    this.#news = 0
    this.#looking = this.catchUp().catch((error: unknown) => {
      // The store is away. It reports again within two seconds.
      if (!away(error)) this.#options.onBug(error)
    }).finally(() => {
      this.#looking = null
      this.#look(0)
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length) {
      await setImmediate() // commands that have arrived in the meantime share this transaction
      const batch = this.#waiting.slice(0, this.#options.batch)
      this.#waiting = this.#waiting.slice(batch.length)
      this.#inHand = batch
      await this.#settle(batch)
      this.#inHand = []
    }
    this.#running = null
    this.#look(0)
  }

  /** After a lost race the board is out of date: catch up and decide again. Attempts are bounded, because a fault may look like a lost race. */
  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      for (let attempt = 0; attempt < 10; attempt++) {
        const decided = await decideBatch(batch, { ...this.#options, board: this.board, epoch: this.epoch, store: this.#store })
        const commits = decided.flatMap(one => 'commit' in one ? [one.commit] : [])
        if (commits.length && !await appendPatiently(this.#store, commits)) {
          await this.catchUp()
          continue
        }
        this.#apply(commits)
        // A refusal must be right at the moment it is given. The server that writes then decides the command when it is sent again.
        const told = (reply: Answer): Answer => reply.ok || this.#options.others.sure() ? reply : { ok: false, code: 'busy', retryAfter: 1000 }
        for (const one of decided) one.waiting.answer('reply' in one ? told(one.reply) : accepted(one.commit, this.epoch))
        return
      }
      for (const { answer } of batch) answer({ ok: false, code: 'busy', retryAfter: 1000 })
    } catch (error) {
      if (decidedElsewhere(error) && await this.#handOn(batch)) return
      const code = noRoom(error) ? 'storage_full' : locked(error) || away(error) ? 'busy' : 'internal'
      if (code === 'storage_full') this.#options.onFull()
      if (code === 'internal') this.#options.onBug(error, batch[0]!.command)
      for (const { answer } of batch) answer({ ok: false, code, retryAfter: code === 'busy' ? 1000 : 5000 })
    }
  }

  /** Another server decides by now: it gets these. False if that is not so, or not known. */
  async #handOn(batch: readonly Waiting[]): Promise<boolean> {
    await this.#options.others.lost().catch(() => {})
    if (this.decidesHere) return false
    handOn(batch, ({ command, actor }) => this.#options.others.give(command, actor, () => this.#take(command, actor)))
    return true
  }

  /** Skips commits that a simultaneous `catchUp` has already applied. */
  #apply(commits: readonly Commit[]): void {
    if (commits.length) this.board.wake()
    const fresh = commits.filter(commit => commit.seq > this.board.seq)
    if (!fresh.length) return
    const applied = fresh.map(commit => apply(this.board, commit))
    this.#tail.push(applied)
    for (const listener of this.#listeners) {
      // A commit on disk and on the board must be acknowledged, even if a listener fails.
      try {
        listener(applied)
      } catch (error) {
        this.#options.onBug(error, applied[0]!.commit)
      }
    }
  }
}
