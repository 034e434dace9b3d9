import type { AnyRecord, Kind, Records } from './records.ts'
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
}

/** The confirmed records, at a seq. */
export class Board implements Reader {
  seq = 0
  readonly #kinds = new Map<Kind, Map<string, AnyRecord>>()

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return this.#kinds.get(kind)?.get(id) as Records[K] | undefined
  }

  all<K extends Kind>(kind: K): Iterable<Records[K]> {
    return (this.#kinds.get(kind)?.values() ?? []) as Iterable<Records[K]>
  }

  size(kind: Kind): number {
    return this.#kinds.get(kind)?.size ?? 0
  }

  set({ kind, id, value }: Change): void {
    let records = this.#kinds.get(kind)
    if (!records) this.#kinds.set(kind, records = new Map())
    if (value) records.set(id, value)
    else records.delete(id)
  }
}

/** Changes laid over a board: the server's batch, the client's queue, one command's work. */
export class Draft implements Reader {
  /** What has been asked for by `need`: a refusal may quote these. */
  readonly needed: { readonly kind: Kind, readonly record: AnyRecord }[] = []
  readonly #under: Reader
  readonly #changes = new Map<string, Change>()

  constructor(under: Reader) {
    this.#under = under
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const change = this.#changes.get(`${kind}/${id}`)
    return change ? (change.value ?? undefined) as Records[K] | undefined : this.#under.get(kind, id)
  }

  * all<K extends Kind>(kind: K): Generator<Records[K]> {
    for (const record of this.#under.all(kind)) {
      if (!this.#changes.has(`${kind}/${record.id}`)) yield record
    }
    for (const change of this.#changes.values()) {
      if (change.kind === kind && change.value) yield change.value as Records[K]
    }
  }

  /** The record, or the refusal `not_found`. */
  need<K extends Kind>(kind: K, id: string): Records[K] {
    const record = this.get(kind, id) ?? reject('not_found', `${kind}/${id}`)
    this.needed.push({ kind, record })
    return record
  }

  put<K extends Kind>(kind: K, record: Records[K]): void {
    this.apply([{ kind, id: record.id, value: record }])
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) this.#changes.set(`${change.kind}/${change.id}`, change)
  }

  changes(): Change[] {
    return [...this.#changes.values()]
  }
}
