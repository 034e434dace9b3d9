import type { Change } from '../../shared/core/board.ts'
import type { Indexed, IndexOf, Timed } from '../../shared/core/indexes.ts'
import type { Kind, Records } from '../../shared/records.ts'
import type { Loaded } from './store.ts'
import { Board } from '../../shared/core/board.ts'

/** A board that can be out of memory while nobody looks at it. Its incident stays; everything else is read again, at once, when it is asked for. */
export class RestingBoard extends Board {
  /** When somebody last looked at it, by the clock of the process (ms). */
  usedAt = performance.now()
  readonly #read: (() => Loaded) | undefined
  readonly #listeners = new Set<() => void>()
  /** Null while it rests. */
  #records: Board | null = new Board()
  readonly #incident = new Board()

  /** Without `read`, which gets the records from the store, it never rests. */
  constructor(read?: () => Loaded) {
    super()
    this.#read = read
  }

  get resting(): boolean {
    return this.#records === null
  }

  use(): void {
    this.usedAt = performance.now()
  }

  /** Replaces everything by what the store has. */
  fill({ seq, records }: Loaded): Board {
    const filled = new Board()
    for (const { kind, value } of records) filled.set({ kind, id: value.id, value })
    this.seq = seq
    this.use()
    return this.#records = filled
  }

  /** Leaves the records out of memory until one is asked for. */
  rest(): void {
    if (!this.#read || !this.#records) return
    this.#incident.set({ kind: 'incident', id: 'incident', value: this.#records.get('incident', 'incident') ?? null })
    this.#records = null
    this.#listeners.forEach(listener => listener())
  }

  wake(): void {
    this.#awake()
  }

  /** Calls the listener whenever it begins to rest: what was made of its records may go too. */
  onRest(listener: () => void): void {
    this.#listeners.add(listener)
  }

  #awake(): Board {
    return this.#records ?? this.fill(this.#read!())
  }

  override get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return (this.resting && kind === 'incident' ? this.#incident : this.#awake()).get(kind, id)
  }

  override all<K extends Kind>(kind: K): Iterable<Records[K]> {
    return this.#awake().all(kind)
  }

  override by<K extends Indexed>(kind: K, index: IndexOf<K>, key: string): Iterable<Records[K]> {
    return this.#awake().by(kind, index, key)
  }

  override within<K extends Timed>(kind: K, index: IndexOf<K>, key: string, from: number, until: number): readonly Records[K][] {
    return this.#awake().within(kind, index, key, from, until)
  }

  override keys<K extends Indexed>(kind: K, index: IndexOf<K>): Iterable<string> {
    return this.#awake().keys(kind, index)
  }

  override size(kind: Kind): number {
    return this.#awake().size(kind)
  }

  override set(change: Change): void {
    this.#awake().set(change)
  }
}
