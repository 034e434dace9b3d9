import type { Requirement, WhereLevel, Zone, ZoneStep } from '../records.ts'
import { endOf } from '../core/versions.ts'
import { levelSpans } from '../zones/history.ts'

/** A requirement and the time in which it held inside a zone (epoch ms); null while it lasts. */
export interface HeldRule { readonly rule: Requirement, readonly from: number, readonly to: number | null }
/** One level of a zone and the requirements that followed from it; `step` is null for the time before the zone, outside all zones. */
export interface Held { readonly level: WhereLevel, readonly from: number, readonly to: number | null, readonly step: ZoneStep | null, readonly rules: readonly HeldRule[] }

/** Which requirements held when for these kinds of places in a zone, the newest level first. Versions that begin after `at` (epoch ms) are left out, and phases are left aside. */
export function heldIn(zone: Zone, kinds: ReadonlySet<string>, versions: readonly Requirement[], at: number): readonly Held[] {
  const spans = levelSpans(zone)
  const before = { level: 'outside' as const, from: 0, to: spans[0]?.from ?? at, step: null }
  return [before, ...spans].map((span): Held => ({ ...span, rules: rulesIn(span, kinds, versions, at) })).reverse()
}

function rulesIn({ level, from, to, step }: Omit<Held, 'rules'>, kinds: ReadonlySet<string>, versions: readonly Requirement[], at: number): readonly HeldRule[] {
  const until = to ?? Infinity
  return versions.filter(one => one.levels.includes(level) && one.kinds.some(kind => kinds.has(kind))).flatMap((rule): HeldRule[] => {
    const end = Math.min(endOf(rule, versions) ?? Infinity, until)
    const begin = Math.max(rule.validFrom, from)
    // Of the time before the zone only what held last is told.
    const last = step !== null || end === until
    return begin < end && begin <= Math.max(at, from) && last ? [{ rule, from: begin, to: end === Infinity ? null : end }] : []
  })
}
