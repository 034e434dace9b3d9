import type { Records } from '../records.ts'
import type { Reader } from './board.ts'
import type { Indexed, IndexOf } from './indexes.ts'
import { dayKey } from './calendar.ts'

/** From an index by `dayKey`: the records of the day that holds a moment (epoch ms) and of every later day. Its cost follows their number, not that of all records. */
export function* sinceDay<K extends Indexed>(board: Reader, kind: K, index: IndexOf<K>, at: number): Iterable<Records[K]> {
  const first = Number(dayKey(at))
  for (const key of board.keys(kind, index)) {
    if (Number(key) >= first) yield* board.by(kind, index, key)
  }
}
