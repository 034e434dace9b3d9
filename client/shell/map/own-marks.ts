import type { BoardMap } from '../../map/map.ts'
import { seesKind } from '../../core/may.ts'
import { showExposures } from '../../exposure/marks-on-map.ts'
import { showTrips } from '../../quarantine/trips-on-map.ts'

/** Marks that few people see and that are few on the map, so that the first script of all others has nothing of them. */
export function showOwnMarks(map: BoardMap): void {
  if (seesKind('exposure')) showExposures(map)
  if (seesKind('transfer')) showTrips(map)
}
