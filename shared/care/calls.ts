import type { Reader } from '../core/board.ts'
import type { CallRule } from '../core/care-rules.ts'
import type { Facts } from '../core/county.ts'
import { inside } from '../core/ring.ts'
import { levelSince } from '../zones/history.ts'
import { inForce } from '../zones/in-force.ts'
import { zoneLevels } from '../zones/levels.ts'

/** A rule that holds now in the grids of a zone, and since when (epoch ms) the zone has a level that the rule covers. */
export interface ZoneCall { readonly rule: CallRule, readonly since: number, readonly grids: readonly string[] }

/** The rules that hold at `now` (epoch ms): of each need the one that asks most often. The strictest zone over a grid's post counts; a grid whose post nobody has placed lies in none. */
export function callsAt(board: Reader, { care }: Pick<Facts, 'care'>, now: number): readonly ZoneCall[] {
  const zones = [...board.all('zone')].filter(zone => inForce(zone, now)).sort((a, b) => zoneLevels.indexOf(a.level) - zoneLevels.indexOf(b.level))
  const held = new Map(zones.map(zone => [zone, [] as string[]]))
  for (const { id, spot } of board.all('grid')) {
    const zone = spot && zones.find(one => inside([spot.lng, spot.lat], one.ring))
    if (zone) held.get(zone)?.push(id)
  }
  return [...held].filter(([, grids]) => grids.length).flatMap(([zone, grids]) => {
    const rules = care.calls.filter(rule => rule.levels.includes(zone.level)).sort((a, b) => a.every - b.every)
    return rules.filter((rule, i) => rules.findIndex(one => one.need === rule.need) === i).map(rule => ({ rule, grids, since: levelSince(zone, rule.levels) }))
  })
}

/** When a need is due where a rule of a zone holds: so many hours after the person was last reached, or, if nobody reached them, since the zone has its level or they were entered, whichever is later; never later than by its own clock. */
export const dueInZone = ({ rule, since }: Pick<ZoneCall, 'rule' | 'since'>, dueAt: number, { reachedAt, createdAt }: { readonly reachedAt: number | null, readonly createdAt: number }): number => Math.min(dueAt, (reachedAt ?? Math.max(since, createdAt)) + rule.every * 3_600_000)
