import type { Actor } from '../../shared/core/actor.ts'
import type { Change, Reader } from '../../shared/core/board.ts'
import type { Command, Context } from '../../shared/core/command.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { Indexed, IndexOf, Timed } from '../../shared/core/indexes.ts'
import type { Own } from '../../shared/core/own.ts'
import type { Frame, Snapshot } from '../../shared/core/protocol.ts'
import type { RuleBook } from '../../shared/core/rule-book.ts'
import type { AnyRecord, Kind, Records } from '../../shared/records.ts'
import type { Key } from './confirmed.ts'
import { incidentTime } from '../../shared/incident/clock.ts'
import { kinds } from '../../shared/kinds.ts'
import { Confirmed, keyOf } from './confirmed.ts'
import { View } from './view.ts'

/** A command that the person has given and that has not come back as a commit yet. */
export interface Pending {
  readonly command: Command
  /** When the command was given, in the incident's time by the device's clock (epoch ms). */
  readonly at: number
  /** The seq it was accepted as, set while its frame has not arrived. */
  readonly accepted?: number
}

/** The changes of a command, decided on one state of the view. */
export interface Judged { readonly changes: readonly Change[], /** Epoch ms, by the incident's clock. */ readonly at: number, readonly view: number }

interface Options {
  /** The rules of the commands that this person may give. */
  readonly rules: Pick<RuleBook, 'decide' | 'check'>
  readonly actor: Actor
  readonly facts: Facts
  readonly now?: () => number
  /** Called with the records of the view that may look different now. */
  readonly onChange?: (keys: readonly Key[]) => void
}

/** Confirmed board + own queue = view. The server's rules run here at once; the server's result replaces theirs when it arrives. */
export class Replica implements Reader {
  epoch = ''
  /** The audience of the shared records; empty until a snapshot has come. */
  audience = ''
  /** True once this person's own parts are known for this history: a board that was only fetched comes without them. */
  partsHere = false
  actor: Actor
  readonly #options: Required<Options>
  #confirmed = new Confirmed()
  #queue: readonly Pending[] = []
  readonly #view = new View(this.#confirmed.board)

  constructor(options: Options) {
    this.#options = { now: Date.now, onChange: () => {}, ...options }
    this.actor = options.actor
  }

  get seq(): number {
    return this.#confirmed.board.seq
  }

  get queue(): readonly Pending[] {
    return this.#queue
  }

  /** The confirmed records alone, as the server sent them. */
  get confirmed(): Reader {
    return this.#confirmed.board
  }

  /** The incident's time by this device's clock, epoch ms. */
  now(): number {
    return incidentTime(this.get('incident', 'incident'), this.#options.now())
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return this.#view.draft.get(kind, id)
  }

  all<K extends Kind>(kind: K): Iterable<Records[K]> {
    return this.#view.draft.all(kind)
  }

  by<K extends Indexed>(kind: K, index: IndexOf<K>, key: string): Iterable<Records[K]> {
    return this.#view.draft.by(kind, index, key)
  }

  within<K extends Timed>(kind: K, index: IndexOf<K>, key: string, from: number, until: number): readonly Records[K][] {
    return this.#view.draft.within(kind, index, key, from, until)
  }

  keys<K extends Indexed>(kind: K, index: IndexOf<K>): Iterable<string> {
    return this.#view.draft.keys(kind, index)
  }

  /** What a command would change in the view. Throws the Rejection when the rules say no. */
  preview(command: Command): Change[] {
    return this.#options.rules.decide(this.#view.draft, command, this.#context())
  }

  /** Throws the Rejection if the rules say no, so that the button must be off. */
  check(command: Command): void {
    this.#options.rules.check(this.#view.draft, command, this.#context())
  }

  #context(): Context {
    const { facts, now } = this.#options
    return { actor: this.actor, facts, now: this.now(), real: now() }
  }

  /** Decides a command for `dispatch`, which may come later. Throws the Rejection when the rules say no. */
  judge(command: Command): Judged {
    this.settle()
    return { changes: this.preview(command), at: this.now(), view: this.#view.version }
  }

  /** Shows a command at once and queues it. Where the view has moved on since it was judged, it is judged again and may throw the Rejection. */
  dispatch(command: Command, judged = this.judge(command)): Pending {
    const { changes, at } = judged.view === this.#view.version ? judged : this.judge(command)
    const pending = { command, at }
    this.#queue = [...this.#queue, pending]
    this.#view.lay(command, changes)
    this.#options.onChange(changes.map(keyOf))
    return pending
  }

  /** Sets the person as the server knows them now: they may have been approved meanwhile, so the queue is judged again. */
  become(actor: Actor): void {
    this.actor = actor
    this.#replay(this.#queue)
  }

  /** Restores the commands that an earlier session had queued, in order. */
  restore(queue: readonly Pending[]): void {
    const known = new Set(this.#queue.map(({ command }) => command.id))
    this.#replay([...queue.filter(({ command }) => !known.has(command.id)), ...this.#queue])
  }

  /** What the device saves, to start from next time. */
  snapshot(): Snapshot {
    const records = Object.fromEntries(kinds.map(kind => [kind, [...this.#confirmed.shared.all(kind)]]))
    return { epoch: this.epoch, seq: this.seq, audience: this.audience, own: [...this.#confirmed.own.values()], records }
  }

  /** Replaces the whole board by a snapshot. The queue stays and is replayed on it. */
  load(snapshot: Snapshot): void {
    const old = this.#confirmed.board
    // A command accepted in another history is not in this one: it is sent again, and its id makes that harmless.
    const known = snapshot.epoch === this.epoch
    const queue: readonly Pending[] = known ? this.#queue : this.#queue.map(({ command, at }) => ({ command, at }))
    const lastParts = [...this.#confirmed.own.values()]
    this.#confirmed = this.#confirmed.anew()
    this.#confirmed.board.seq = snapshot.seq
    this.epoch = snapshot.epoch
    this.audience = snapshot.audience ?? ''
    // Parts of another person or another history do not belong here; others stay until `resume` has sent their current state.
    const parts = snapshot.own ?? (known ? lastParts : [])
    this.partsHere = snapshot.own !== undefined || (known && this.partsHere)
    const keys: Key[] = parts.map(keyOf)
    for (const kind of kinds) {
      for (const value of snapshot.records[kind] ?? []) {
        this.#confirmed.share({ kind, id: value.id, value })
        if (old.get(kind, value.id) !== value) keys.push(`${kind}/${value.id}`)
      }
      for (const { id } of old.all(kind)) {
        if (!this.#confirmed.board.get(kind, id)) keys.push(`${kind}/${id}`)
      }
    }
    this.#confirmed.lay(parts)
    this.#replay(queue.filter(one => one.accepted === undefined || one.accepted > snapshot.seq), keys)
  }

  /** Applies what is new in a frame, and the own parts that change with it. False when a frame before it is missing, or when it is from another history. */
  receive(frame: Frame, parts: readonly Own[] = []): boolean {
    if (frame.epoch !== this.epoch || frame.from > this.seq) return false
    if (frame.to <= this.seq) return true
    const fresh = frame.commits.filter(commit => commit.seq > this.seq)
    const changes = fresh.flatMap(commit => commit.changes)
    for (const change of changes) this.#confirmed.share(change)
    this.#confirmed.lay(parts)
    this.#confirmed.board.seq = frame.to
    const done = new Set(fresh.map(commit => commit.id))
    const left = this.#queue.filter(({ command, accepted }) => !done.has(command.id) && !(accepted && accepted <= frame.to))
    const keys = [...changes, ...parts].map(keyOf)
    if (this.#view.mayWait(fresh, left.length)) this.#wait(left, keys)
    else this.#replay(left, keys)
    return true
  }

  /** Replaces all own parts by their state at this seq. */
  own(parts: readonly Own[]): void {
    this.partsHere = true
    const before = [...this.#confirmed.own.values()].map(one => ({ ...one, part: null }))
    this.#confirmed.lay([...before, ...parts])
    this.#replay(this.#queue, [...before, ...parts].map(keyOf))
  }

  /** Shows a settled record that the person opened, as the server has it at `seq`. False when this board is newer and the caller must ask again. */
  open(kind: Kind, value: AnyRecord, seq: number): boolean {
    if (seq < this.seq) return false
    this.#replay(this.#queue, [this.#confirmed.open(kind, value)])
    return true
  }

  /** The server has accepted the command. It leaves the queue when its frame arrives, or at once if the frame already has. */
  accepted(id: string, seq: number): void {
    if (seq <= this.seq) return this.drop(id)
    this.#wait(this.#queue.map(one => one.command.id === id ? { ...one, accepted: seq } : one))
  }

  /** The server refused the command, or the person took it back: the command and its changes leave the view. */
  drop(id: string): void {
    const left = this.#queue.filter(one => one.command.id !== id)
    if (left.length < this.#queue.length && this.#view.shows(id)) this.#replay(left)
    else this.#wait(left)
  }

  /** Makes the view anew where that has waited. Call when no more answers follow at once. */
  settle(): void {
    if (this.#view.behind) this.#replay(this.#queue)
  }

  /** Sets the queue, and leaves the view as it is for now. */
  #wait(queue: readonly Pending[], changed: readonly Key[] = []): void {
    this.#queue = queue
    this.#options.onChange([...changed, ...this.#confirmed.takeLeft()])
  }

  /** Replays the queue on the board. A command that the rules now refuse has no effect in the view, and stays queued until the server answers. */
  #replay(queue: readonly Pending[], changed: readonly Key[] = []): void {
    this.#queue = queue
    const { rules, facts, now } = this.#options
    const { actor } = this
    const laid = this.#view.anew(this.#confirmed.board, queue, (view, { command, at }) => rules.decide(view, command, { actor, facts, now: at, real: now() }))
    const keys = new Set([...changed, ...laid, ...this.#confirmed.takeLeft()])
    if (keys.size) this.#options.onChange([...keys])
  }
}
