import type { Change } from '../../shared/core/board.ts'
import type { SetAside } from '../../shared/core/protocol.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import { kinds } from '../../shared/kinds.ts'
import { upgrade } from '../../shared/records.ts'

/** How many are listed. Any more are set aside without being listed. */
const mostNamed = 500

/**
 * Collects stored records and commits that cannot be read. Reading them must never throw: they are set aside and listed, and
 * the rest is served. `seq` is the commit that wrote a record; null is its current state.
 */
export function asides() {
  const found = new Map<string, SetAside>()

  function note(kind: string, id: string, seq: number | null, error: unknown): null {
    if (found.size < mostNamed) found.set(`${kind}/${id}/${seq}`, { kind, id, seq, problem: error instanceof Error ? error.message : String(error) })
    return null
  }

  /** The record, upgraded to this version; null if it cannot be read. */
  function record(kind: Kind, id: string, written: unknown, seq: number | null): AnyRecord | null {
    try {
      if (!kinds.includes(kind)) return note(kind, id, seq, 'unknown kind')
      const value = upgrade(kind, written)
      return value.id === id ? value : note(kind, id, seq, `its id is ${value.id}`)
    } catch (error) {
      return note(kind, id, seq, error)
    }
  }

  return {
    list: (): readonly SetAside[] => [...found.values()],
    note,
    record,
    /** The record of a JSON text as it is stored now; null if it cannot be read. Every one is checked, even one written by this version: a disk fault or a person may have changed it. */
    text(kind: Kind, id: string, value: string): AnyRecord | null {
      let written: unknown
      try {
        written = JSON.parse(value)
      } catch (error) {
        return note(kind, id, null, error)
      }
      return record(kind, id, written, null)
    },
    /** The value of a JSON text of the log; null if it cannot be read. */
    json<T>(text: string, seq: number, fits: (value: unknown) => boolean): T | null {
      try {
        const value: unknown = JSON.parse(text)
        return fits(value) ? value as T : note('log', String(seq), seq, 'malformed')
      } catch (error) {
        return note('log', String(seq), seq, error)
      }
    },
  }
}

export type Asides = ReturnType<typeof asides>

/** True for a list that has the form of changes. Their records are read one by one later. */
export const areChanges = (value: unknown): value is Change[] =>
  Array.isArray(value) && value.every((one: unknown) => typeof one === 'object' && one !== null && 'kind' in one && 'id' in one && 'value' in one)
