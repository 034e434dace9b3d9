import type { Place } from '../../../shared/records.ts'
import type { Row } from './row.ts'
import { kindIcon, kindName, townshipName } from '../../core/county-names.ts'
import { named } from '../../core/record-words.ts'

export function placeRow(place: Place, open: number): Row {
  return { key: `place/${place.id}`, title: place.name, sub: `${kindName(place.kind)} · ${townshipName(place.township)}`, right: open ? `${named.value.kinds.issue} ${open}` : '', rightSub: '', icon: kindIcon(place.kind) }
}
