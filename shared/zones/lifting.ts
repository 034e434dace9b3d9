import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { LiftCondition, Zone } from '../records.ts'
import { inside } from '../core/ring.ts'
import { versionsAt } from '../core/versions.ts'
import { lastRound } from '../testing/results.ts'
import { inForce } from './in-force.ts'
import { zoneLevels } from './levels.ts'

const day = 24 * 3_600_000

/** A condition and whether a zone meets it. `at` is the date that decides (epoch ms), null without one; `round` the round of tests it comes from, null if somebody entered it. */
export interface Judged { readonly condition: LiftCondition, readonly met: boolean, readonly at: number | null, readonly round: Tested | null }
type Tested = NonNullable<ReturnType<typeof lastRound>>

export const liftVersions = (board: Reader, facts: Facts): readonly LiftCondition[] => [...facts.liftConditions, ...board.all('liftCondition')]

/** The conditions that a zone must meet before it is lifted or lowered, as they stand now (epoch ms). A zone that has not begun or has ended has none. */
export function judge(board: Reader, facts: Facts, zone: Zone, now: number, versions = liftVersions(board, facts)): readonly Judged[] {
  if (!inForce(zone, now)) return []
  return versionsAt(versions, now).filter(({ levels }) => levels.includes(zone.level)).map((condition) => {
    const { asks, days } = condition
    if (asks === 'stricter') return { condition, met: !stricterThan(board, zone, now), at: null, round: null }
    const known = zone.known[asks]?.at ?? null
    const own = asks === 'round' ? roundIn(board, zone) : null
    const round = own && closedAt(own) >= (known ?? 0) ? own : null
    const at = round ? closedAt(round) : known
    const passed = at === null ? Number.NaN : now - at
    const clear = round ? round.result === 'negative' : true
    return { condition, at, round, met: asks === 'round' ? clear && passed >= 0 && passed <= days * day : passed >= days * day }
  })
}

const closedAt = ({ round }: Tested): number => round.closedAt ?? 0

/** The last closed round that tested people of the zone: one that found somebody, or lacks results, also outweighs an older date that somebody entered. */
function roundIn(board: Reader, zone: Zone): Tested | null {
  return lastRound(board, [...board.all('place')].filter(place => !place.retired && inside([place.lng, place.lat], zone.ring)))
}

function stricterThan(board: Reader, { level }: Zone, now: number): boolean {
  const rank = zoneLevels.indexOf(level)
  return [...board.all('zone')].some(one => zoneLevels.indexOf(one.level) < rank && inForce(one, now))
}
