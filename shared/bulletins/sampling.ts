import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Bulletin, Issue } from '../records.ts'
import { sha256 } from '@noble/hashes/sha2'

/** Draws closed issues for a spot check by somebody else (抽查). The draw depends on the board alone, so that anybody can repeat it. */

/** A number in (0, 1), uniformly distributed over the texts. */
function chance(words: string): number {
  const hash = sha256(words)
  return (new DataView(hash.buffer, hash.byteOffset).getUint32(0) + 0.5) / 2 ** 32
}

/** How much more likely a unit's issues are drawn. One relapse in ten closings doubles the chance. */
export function weights(issues: Iterable<Issue>): (unit: string | null) => number {
  const closings = new Map<string | null, number>()
  const relapses = new Map<string | null, number>()
  for (const { unit, state, relapses: times } of issues) {
    closings.set(unit, (closings.get(unit) ?? 0) + times + (state === 'closed' ? 1 : 0))
    relapses.set(unit, (relapses.get(unit) ?? 0) + times)
  }
  return unit => 1 + 10 * (relapses.get(unit) ?? 0) / Math.max(1, closings.get(unit) ?? 0)
}

/** The ids of the day's spot checks: the county's share of the closed issues, rounded up, at most 200. Issues that an earlier spot check confirmed since they were closed are left out. */
export function sampleOf(board: Reader, day: string, { rules }: Pick<Facts, 'rules'>): string[] {
  const seed = `${board.get('incident', 'incident')?.code} ${day}`
  const heldUntil = new Map([...board.all('bulletin')].flatMap(({ until, held }) => Object.keys(held).map(id => [id, until] as const)))
  const all = [...board.all('issue')]
  const weight = weights(all)
  const closed = all.filter(issue => issue.state === 'closed' && issue.since > (heldUntil.get(issue.id) ?? -1))
  // Efraimidis and Spirakis (2006): taking the smallest -ln(u) / weight is weighted sampling without replacement.
  return closed
    .map(issue => ({ id: issue.id, key: -Math.log(chance(`${seed} ${issue.id}`)) / weight(issue.unit) }))
    .sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1))
    .slice(0, Math.min(200, Math.ceil(closed.length * rules.sampleShare)))
    .map(one => one.id)
}

export const fates = ['open', 'held', 'relapsed'] as const
/** The result of a spot check: not made yet, still fixed, or relapsed. */
export type Fate = (typeof fates)[number]

export function fateOf(board: Reader, { until, held }: Bulletin, id: string): Fate {
  if (held[id]) return 'held'
  return (board.get('issue', id)?.relapsedAt ?? 0) > until ? 'relapsed' : 'open'
}
