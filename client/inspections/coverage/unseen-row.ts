import type { Place } from '../../../shared/records.ts'
import type { Row } from '../../base/lists/row.ts'
import { placeRow } from '../../base/lists/place-row.ts'
import { duration } from '../../core/time.ts'
import { inspectionWords } from '../words.ts'

/** The row of a place, with the time since a team was last there. */
export function unseenRow(place: Place, at: number): Row {
  return { ...placeRow(place, 0), right: place.inspectedAt === null ? inspectionWords.value.neverSeen : inspectionWords.value.seenAgo(duration(at - place.inspectedAt)) }
}
