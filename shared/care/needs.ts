import type { CareNeedKind } from '../core/care-rules.ts'
import type { Facts } from '../core/county.ts'

const hour = 3_600_000

interface Clocked { readonly kind: string, readonly dueAt: number }
export type Rise = 'none' | 'late' | 'township' | 'headquarters'

const kindOf = ({ care }: Pick<Facts, 'care'>, kind: string): CareNeedKind | undefined => care.needs.find(one => one.id === kind)

/** When a need is due after it was met at `at` (epoch ms); null if it has ended. */
export function nextDue(facts: Pick<Facts, 'care'>, kind: string, at: number): number | null {
  const every = kindOf(facts, kind)?.every ?? null
  return every === null ? null : at + every * hour
}

/** How far an unmet need has risen at `now` (epoch ms). Somebody who was not reached in time rises to the township, then to headquarters. */
export function risen(facts: Pick<Facts, 'care'>, { kind, dueAt }: Clocked, now: number): Rise {
  const [township, headquarters] = kindOf(facts, kind)?.rises ?? [24, 48]
  if (now < dueAt) return 'none'
  if (now >= dueAt + headquarters * hour) return 'headquarters'
  return now >= dueAt + township * hour ? 'township' : 'late'
}
