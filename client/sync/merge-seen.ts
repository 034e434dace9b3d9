import type { Seen } from '../../shared/core/protocol.ts'

const most = 100

/** Merges the commits that were fetched with those that arrived live: each once, newest first. */
export function mergeSeen(came: readonly Seen[], asked: readonly Seen[]): readonly Seen[] {
  const known = new Set(asked.map(({ seq }) => seq))
  return [...came.filter(({ seq }) => !known.has(seq)), ...asked].sort((a, b) => b.seq - a.seq).slice(0, most)
}
