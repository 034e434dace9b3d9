import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Bulletin, Issue } from '../records.ts'
import { sha256 } from '@noble/hashes/sha2'

/** Closed issues that somebody else looks at again (抽查). Drawn from the board alone, so that anybody can draw them again. */

/** Uniform in (0, 1), from the words. */
function chance(words: string): number {
  const hash = sha256(words)
  return (new DataView(hash.buffer, hash.byteOffset).getUint32(0) + 0.5) / 2 ** 32
}

/** How often the closings of a unit did not hold, and how much likelier its issues are drawn: one in ten doubles it. */
export function weights(issues: Iterable<Issue>): (unit: string | null) => number {
  const closings = new Map<string | null, number>()
  const relapses = new Map<string | null, number>()
  for (const { unit, state, relapses: times } of issues) {
    closings.set(unit, (closings.get(unit) ?? 0) + times + (state === 'closed' ? 1 : 0))
    relapses.set(unit, (relapses.get(unit) ?? 0) + times)
  }
  return unit => 1 + 10 * (relapses.get(unit) ?? 0) / Math.max(1, closings.get(unit) ?? 0)
}

/** The day's share of the closed issues, at least one of any; never one that an earlier sample found to hold since it was closed. */
export function sampleOf(board: Reader, day: string, { rules }: Pick<Facts, 'rules'>): string[] {
  const seed = `${board.get('incident', 'incident')?.code} ${day}`
  const heldUntil = new Map([...board.all('bulletin')].flatMap(({ until, held }) => Object.keys(held).map(id => [id, until] as const)))
  const all = [...board.all('issue')]
  const weight = weights(all)
  const closed = all.filter(issue => issue.state === 'closed' && issue.since > (heldUntil.get(issue.id) ?? -1))
  // Efraimidis and Spirakis: the smallest of -ln(u) / weight are a weighted draw without putting back.
  return closed
    .map(issue => ({ id: issue.id, key: -Math.log(chance(`${seed} ${issue.id}`)) / weight(issue.unit) }))
    .sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1))
    .slice(0, Math.min(200, Math.ceil(closed.length * rules.sampleShare)))
    .map(one => one.id)
}

export const fates = ['open', 'held', 'relapsed'] as const
/** How a drawn issue stands: to be looked at, found to hold, or found open again. */
export type Fate = (typeof fates)[number]

export function fateOf(board: Reader, { until, held }: Bulletin, id: string): Fate {
  if (held[id]) return 'held'
  return (board.get('issue', id)?.relapsedAt ?? 0) > until ? 'relapsed' : 'open'
}
