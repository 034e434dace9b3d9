import type { Place } from '../../../shared/records.ts'
import { computed } from 'vue'
import { unseen, unseenBefore } from '../../../shared/inspections/coverage.ts'
import { records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { inUrl } from '../../core/selection.ts'
import { county } from '../../core/session.ts'

/** The days after which a place counts as unseen: from the URL, else from the county's rules. The map, the lists and the page must share it. */
const chosen = inUrl('days')
const dayChoices = [1, 2, 3, 5, 7, 14] as const

export const unseenDays = computed<number>({
  get: () => /^[1-9]\d?$/.test(chosen.value) ? Number(chosen.value) : county.value?.rules.unseenDays ?? 3,
  set: days => chosen.value = days === county.value?.rules.unseenDays ? '' : String(days),
})

/** The choices. They always include the current value, which may come from a link. */
export const offeredDays = computed(() => [...new Set([...dayChoices, unseenDays.value])].sort((a, b) => a - b))

export const unseenSince = computed(() => unseenBefore(minute.value, unseenDays.value))

/** Sorts never seen places first, then the longest unseen. */
export const longestFirst = (a: Place, b: Place): number => (a.inspectedAt ?? 0) - (b.inspectedAt ?? 0)

/** Places that get a visit of their own. Kinds that are swept street by street do not. */
export const isVisited = (place: Place): boolean => !place.retired && !county.value?.sweptKinds.includes(place.kind)

/** Places that have been unseen for too long and need a visit of their own. */
export const waitingForVisit = computed(() => records('place').filter(place => isVisited(place) && unseen(place, unseenSince.value)))
