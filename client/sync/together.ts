import type { Seen } from '../../shared/core/protocol.ts'

const most = 100

/** What was asked for and what has come by itself, each commit once, newest first. */
export function together(came: readonly Seen[], asked: readonly Seen[]): readonly Seen[] {
  const known = new Set(asked.map(({ seq }) => seq))
  return [...came.filter(({ seq }) => !known.has(seq)), ...asked].sort((a, b) => b.seq - a.seq).slice(0, most)
}
