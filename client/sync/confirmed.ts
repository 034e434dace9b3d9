import type { Change } from '../../shared/core/board.ts'
import type { Own } from '../../shared/core/own.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'

import { Board } from '../../shared/core/board.ts'
import { withPart } from '../../shared/own-parts.ts'
import { hasLeft, settling } from '../../shared/settled.ts'

export type Key = `${Kind}/${string}`
export const keyOf = ({ kind, id }: Pick<Change, 'kind' | 'id'>): Key => `${kind}/${id}`

/** The confirmed records of a device: the audience's shared records, overlaid with this person's own parts, without records that have left the board. */
export class Confirmed {
  /** The records that the rules and the screens read. */
  readonly board = new Board()
  /** The records that everybody in the audience sees. */
  readonly shared = new Board()
  readonly own = new Map<Key, Own>()
  /** Settled records that were opened on this page: they stay until the page is closed. */
  readonly #opened: Set<Key>
  /** Keys that have left since the last `takeLeft`. */
  #left: Key[] = []

  constructor(opened: Set<Key> = new Set()) {
    this.#opened = opened
  }

  /** An empty board that still shows the settled records opened before. */
  anew(): Confirmed {
    return new Confirmed(this.#opened)
  }

  /** Sets a record as the server sends it to everybody in the audience. */
  share(change: Change): void {
    const key = keyOf(change)
    const value = withPart(change.value, this.own.get(key)?.part)
    if (value && !this.#opened.has(key) && hasLeft(this.board.get('incident', 'incident'), change.kind, value)) return this.#leave(change)
    this.shared.set(change)
    this.board.set({ ...change, value })
    if (change.kind === 'incident') this.#clear()
  }

  /** Sets a record as the server sends it to this person alone. */
  lay(parts: readonly Own[]): void {
    for (const one of parts) {
      if (one.part) this.own.set(keyOf(one), one)
      else this.own.delete(keyOf(one))
      this.share({ ...one, value: this.shared.get(one.kind, one.id) ?? null })
    }
  }

  /** Shows a settled record again because the person opened it. */
  open(kind: Kind, value: AnyRecord): Key {
    const change = { kind, id: value.id, value }
    this.#opened.add(keyOf(change))
    this.share(change)
    return keyOf(change)
  }

  /** The keys that have left since the last call. */
  takeLeft(): readonly Key[] {
    const left = this.#left
    this.#left = []
    return left
  }

  #leave(change: Pick<Change, 'kind' | 'id'>): void {
    this.own.delete(keyOf(change))
    this.shared.set({ ...change, value: null })
    this.board.set({ ...change, value: null })
  }

  /** Removes the settled records that the incident says have left the boards; the server removes the same ones. */
  #clear(): void {
    const incident = this.board.get('incident', 'incident')
    for (const kind of settling) {
      const left = [...this.board.all(kind)].filter(record => !this.#opened.has(`${kind}/${record.id}`) && hasLeft(incident, kind, record))
      for (const { id } of left) {
        this.#leave({ kind, id })
        this.#left.push(`${kind}/${id}`)
      }
    }
  }
}
