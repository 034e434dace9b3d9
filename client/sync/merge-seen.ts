import type { Seen } from '../../shared/core/protocol.ts'
import { asLines } from '../../shared/core/telling.ts'

const most = 100

/** Merges the commits that were fetched with those that arrived live: each once, newest first, and one line for what is gathered. */
export function mergeSeen(came: readonly Seen[], asked: readonly Seen[]): readonly Seen[] {
  const known = new Set(asked.map(({ seq }) => seq))
  return asLines([...came.filter(({ seq }) => !known.has(seq)), ...asked].sort((a, b) => b.seq - a.seq)).slice(0, most)
}
