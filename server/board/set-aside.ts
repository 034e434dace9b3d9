import type { Change } from '../../shared/core/board.ts'
import type { SetAside } from '../../shared/core/protocol.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import { kinds, upgrade } from '../../shared/records.ts'

/** As many are named; more are set aside too. */
const mostNamed = 500

/**
 * What was kept and cannot be read: it is set aside and named, and the rest serves. Reading never throws on it. `seq` is the
 * commit that wrote it; null is how it stands now.
 */
export function asides() {
  const found = new Map<string, SetAside>()

  function note(kind: string, id: string, seq: number | null, error: unknown): null {
    if (found.size < mostNamed) found.set(`${kind}/${id}/${seq}`, { kind, id, seq, problem: error instanceof Error ? error.message : String(error) })
    return null
  }

  return {
    list: (): readonly SetAside[] => [...found.values()],
    note,
    /** The record as it is written today, or null when it cannot be read. */
    record(kind: Kind, id: string, written: unknown, seq: number | null): AnyRecord | null {
      try {
        if (!kinds.includes(kind)) return note(kind, id, seq, 'unknown kind')
        const value = upgrade(kind, written)
        return value.id === id ? value : note(kind, id, seq, `its id is ${value.id}`)
      } catch (error) {
        return note(kind, id, seq, error)
      }
    },
    /** What stands in this text of the log, or null when it cannot be read. */
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

/** Changes of a commit, as far as their frame goes: what stands in them is read one by one. */
export const areChanges = (value: unknown): value is Change[] =>
  Array.isArray(value) && value.every((one: unknown) => typeof one === 'object' && one !== null && 'kind' in one && 'id' in one && 'value' in one)
