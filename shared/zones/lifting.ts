import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { LiftCondition, Zone } from '../records.ts'
import { versionsAt } from '../core/versions.ts'
import { inForce } from './in-force.ts'
import { zoneLevels } from './levels.ts'

const day = 24 * 3_600_000

/** A condition and whether a zone meets it. `at` is the date that was entered (epoch ms), null without one. */
export interface Judged { readonly condition: LiftCondition, readonly met: boolean, readonly at: number | null }

export const liftVersions = (board: Reader, facts: Facts): readonly LiftCondition[] => [...facts.liftConditions, ...board.all('liftCondition')]

/** The conditions that a zone must meet before it is lifted or lowered, as they stand now (epoch ms). A zone that has not begun or has ended has none. */
export function judge(board: Reader, facts: Facts, zone: Zone, now: number, versions = liftVersions(board, facts)): readonly Judged[] {
  if (!inForce(zone, now)) return []
  return versionsAt(versions, now).filter(({ levels }) => levels.includes(zone.level)).map((condition) => {
    const { asks, days } = condition
    if (asks === 'stricter') return { condition, met: !stricterThan(board, zone, now), at: null }
    const at = zone.known[asks]?.at ?? null
    const passed = at === null ? Number.NaN : now - at
    return { condition, at, met: asks === 'round' ? passed >= 0 && passed <= days * day : passed >= days * day }
  })
}

function stricterThan(board: Reader, { level }: Zone, now: number): boolean {
  const rank = zoneLevels.indexOf(level)
  return [...board.all('zone')].some(one => zoneLevels.indexOf(one.level) < rank && inForce(one, now))
}
