import type { Settling } from '../../shared/settled.ts'
import type { Authority } from './authority.ts'
import { firstToSettle, settledAt, settles } from '../../shared/settled.ts'

/**
 * Remembers for each kind the moment before which no record on the live boards is settled, so that the look for records that
 * leave reads a kind only when one of them may. The moment may be too early, never too late: every change lowers it.
 */
export function rememberFirst(authority: Authority) {
  const moments = new Map<Settling, number>()
  const deaf = authority.onApplied((applied) => {
    for (const { kind, value } of applied.flatMap(({ commit }) => commit.changes)) {
      const at = value && settles(kind) ? settledAt(kind, value) : null
      const known = moments.get(kind as Settling)
      if (at !== null && known !== undefined && at < known) moments.set(kind as Settling, at)
    }
  })
  return {
    /** Like `firstToSettle`, or a moment that is not before `until` (epoch ms). */
    first(kind: Settling, until: number): number {
      const known = moments.get(kind)
      if (known !== undefined && known >= until) return known
      const found = firstToSettle(authority.board, kind)
      moments.set(kind, found)
      return found
    },
    stop: deaf,
  }
}
