import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Shift, Zone } from '../records.ts'
import { inside } from '../core/ring.ts'
import { zoneSettledAt } from '../zones/in-force.ts'

/** What the risk of a shift follows from. */
export type Risky = Pick<Shift, 'risk' | 'lng' | 'lat' | 'startsAt' | 'endsAt'>

/** The zone that makes a shift one of high risk: it has a level that the county names, holds the shift's position, and is in force at some time during the shift. Undefined if none does. */
export function riskyZone(board: Pick<Reader, 'all'>, { lng, lat, startsAt, endsAt }: Risky, { rules }: Pick<Facts, 'rules'>): Zone | undefined {
  for (const zone of board.all('zone')) {
    if (rules.duty.riskLevels.includes(zone.level) && zone.validFrom < endsAt && (zoneSettledAt(zone) ?? Infinity) > startsAt && inside([lng, lat], zone.ring)) return zone
  }
  return undefined
}

/** How risky a shift is: as it was planned, and high as long as it lies in such a zone. */
export const riskOf = (board: Pick<Reader, 'all'>, shift: Risky, facts: Pick<Facts, 'rules'>): Shift['risk'] =>
  shift.risk === 'high' || riskyZone(board, shift, facts) ? 'high' : 'low'
