import { computed } from 'vue'
import { seesKind } from '../core/may.ts'
import { dues, late } from './dues.ts'

const none: ReadonlySet<string> = new Set()

/** The places (ids) where a required act is overdue. It stays the same set while its places do, so that the map is not drawn again without need. */
export const latePlaces = computed<ReadonlySet<string>>((before = none) => {
  const now = seesKind('fulfilment') ? new Set(dues.value.filter(late).map(one => one.place.id)) : none
  return now.size === before.size && [...now].every(id => before.has(id)) ? before : now
})
