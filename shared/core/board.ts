import type { AnyRecord, Kind, Records } from '../records.ts'
import type { InOrder } from './in-order.ts'
import type { Indexed, IndexOf, Timed } from './indexes.ts'
import { inOrder, span } from './in-order.ts'
import { begins, keysOf } from './indexes.ts'
import { reject } from './rejection.ts'

/** One record set or removed: the only way state moves, on every machine. */
export interface Change {
  readonly kind: Kind
  readonly id: string
  readonly value: AnyRecord | null
}

/** What rules and screens may ask of a board. */
export interface Reader {
  get: <K extends Kind>(kind: K, id: string) => Records[K] | undefined
  all: <K extends Kind>(kind: K) => Iterable<Records[K]>
  /** The records with this key in an index. A rule must not rely on their order. */
  by: <K extends Indexed>(kind: K, index: IndexOf<K>, key: string) => Iterable<Records[K]>
  /** The records with this key that begin at or after `from` and before `until` (epoch ms), in the order of their beginnings. */
  within: <K extends Timed>(kind: K, index: IndexOf<K>, key: string, from: number, until: number) => readonly Records[K][]
  /** The keys of an index. A draft may also give keys that no record has any more. */
  keys: <K extends Indexed>(kind: K, index: IndexOf<K>) => Iterable<string>
}

interface Under { readonly records: Map<string, AnyRecord>, /** Built on first use. */ inOrder: InOrder | null }
type Index = Map<string, Under>
const beginOf = (kind: Timed) => begins[kind] as (record: AnyRecord) => number

/** The confirmed records, at a seq. */
export class Board implements Reader {
  seq = 0
  readonly #kinds = new Map<Kind, Map<string, AnyRecord>>()
  /** By kind and name of the index. Each is built on first use and then kept up to date. */
  readonly #indexes = new Map<Kind, Map<string, Index>>()

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return this.#kinds.get(kind)?.get(id) as Records[K] | undefined
  }

  all<K extends Kind>(kind: K): Iterable<Records[K]> {
    return (this.#kinds.get(kind)?.values() ?? []) as Iterable<Records[K]>
  }

  by<K extends Indexed>(kind: K, index: IndexOf<K>, key: string): Iterable<Records[K]> {
    return (this.#index(kind, index).get(key)?.records.values() ?? []) as Iterable<Records[K]>
  }

  within<K extends Timed>(kind: K, index: IndexOf<K>, key: string, from: number, until: number): readonly Records[K][] {
    const under = this.#index(kind, index).get(key)
    if (!under) return []
    under.inOrder ??= inOrder(under.records.values(), beginOf(kind))
    return span(under.inOrder, from, until) as readonly Records[K][]
  }

  keys<K extends Indexed>(kind: K, index: IndexOf<K>): Iterable<string> {
    return this.#index(kind, index).keys()
  }

  size(kind: Kind): number {
    return this.#kinds.get(kind)?.size ?? 0
  }

  set({ kind, id, value }: Change): void {
    let records = this.#kinds.get(kind)
    if (!records) this.#kinds.set(kind, records = new Map())
    const before = records.get(id)
    if (value) records.set(id, value)
    else records.delete(id)
    for (const [name, index] of this.#indexes.get(kind) ?? []) {
      if (before) {
        for (const key of keysOf(kind as Indexed, name as never, before as never)) remove(index, key, id)
      }
      if (value) {
        for (const key of keysOf(kind as Indexed, name as never, value as never)) add(index, key, value)
      }
    }
  }

  #index<K extends Indexed>(kind: K, name: IndexOf<K>): Index {
    let ofKind = this.#indexes.get(kind)
    if (!ofKind) this.#indexes.set(kind, ofKind = new Map())
    const known = ofKind.get(name)
    if (known) return known
    const made: Index = new Map()
    for (const record of this.all(kind)) {
      for (const key of keysOf(kind, name, record)) add(made, key, record)
    }
    ofKind.set(name, made)
    return made
  }
}

function add(index: Index, key: string, record: AnyRecord): void {
  const under = index.get(key)
  if (!under) return void index.set(key, { records: new Map([[record.id, record]]), inOrder: null })
  under.records.set(record.id, record)
  under.inOrder = null
}

function remove(index: Index, key: string, id: string): void {
  const under = index.get(key)
  if (!under) return
  under.records.delete(id)
  under.inOrder = null
  if (!under.records.size) index.delete(key)
}

/** Changes laid over a board: the server's batch, the client's queue, one command's work. */
export class Draft implements Reader {
  /** The records asked for with `need`. A refusal may quote them, so `decide` checks who may see them. */
  readonly needed: { readonly kind: Kind, readonly record: AnyRecord }[] = []
  readonly #under: Reader
  readonly #changes = new Map<Kind, Map<string, Change>>()
  /** The records that this draft has set, with their own indexes. */
  readonly #over = new Board()

  constructor(under: Reader) {
    this.#under = under
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const change = this.#changes.get(kind)?.get(id)
    return change ? (change.value ?? undefined) as Records[K] | undefined : this.#under.get(kind, id)
  }

  all<K extends Kind>(kind: K): Iterable<Records[K]> {
    const own = this.#changes.get(kind)
    return own ? laid(this.#under.all(kind), own, () => this.#over.all(kind)) : this.#under.all(kind)
  }

  by<K extends Indexed>(kind: K, index: IndexOf<K>, key: string): Iterable<Records[K]> {
    const own = this.#changes.get(kind)
    const under = this.#under.by(kind, index, key)
    return own ? laid(under, own, () => this.#over.by(kind, index, key)) : under
  }

  within<K extends Timed>(kind: K, index: IndexOf<K>, key: string, from: number, until: number): readonly Records[K][] {
    const own = this.#changes.get(kind)
    const under = this.#under.within(kind, index, key, from, until)
    if (!own) return under
    const both = laid(under, own, () => this.#over.within(kind, index, key, from, until))
    return inOrder(both, beginOf(kind)).records as readonly Records[K][]
  }

  keys<K extends Indexed>(kind: K, index: IndexOf<K>): Iterable<string> {
    const under = this.#under.keys(kind, index)
    return this.#changes.has(kind) ? new Set([...under, ...this.#over.keys(kind, index)]) : under
  }

  /** The record. Rejects with `not_found`. */
  need<K extends Kind>(kind: K, id: string): Records[K] {
    const record = this.get(kind, id) ?? reject('not_found', `${kind}/${id}`)
    this.needed.push({ kind, record })
    return record
  }

  put<K extends Kind>(kind: K, record: Records[K]): void {
    this.apply([{ kind, id: record.id, value: record }])
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      const own = this.#changes.get(change.kind)
      if (own) own.set(change.id, change)
      else this.#changes.set(change.kind, new Map([[change.id, change]]))
      this.#over.set(change)
    }
  }

  changes(): Change[] {
    return [...this.#changes.values()].flatMap(own => [...own.values()])
  }
}

/** Records of one kind with changes laid over them. The changed ones come last and are copied, because a rule may put more while it iterates. */
function* laid<R extends AnyRecord>(under: Iterable<R>, own: ReadonlyMap<string, Change>, over: () => Iterable<R>): Generator<R> {
  for (const record of under) {
    if (!own.has(record.id)) yield record
  }
  yield* [...over()]
}
