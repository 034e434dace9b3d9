import type { Place } from '../../../shared/records.ts'
import { computed } from 'vue'
import { unseen, unseenBefore } from '../../../shared/inspections/coverage.ts'
import { records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { inUrl } from '../../core/selection.ts'
import { county } from '../../core/session.ts'

/** The days after which a place counts as unseen: those of the URL, else the county's. One moment for map, list and page. */
const chosen = inUrl('days')
const dayChoices = [1, 2, 3, 5, 7, 14] as const

export const unseenDays = computed<number>({
  get: () => /^[1-9]\d?$/.test(chosen.value) ? Number(chosen.value) : county.value?.rules.unseenDays ?? 3,
  set: days => chosen.value = days === county.value?.rules.unseenDays ? '' : String(days),
})

/** The choices, with what is chosen among them. */
export const offeredDays = computed(() => [...new Set([...dayChoices, unseenDays.value])].sort((a, b) => a - b))

export const unseenSince = computed(() => unseenBefore(minute.value, unseenDays.value))

/** Longest unseen first, and those never seen before all. */
export const longestFirst = (a: Place, b: Place): number => (a.inspectedAt ?? 0) - (b.inspectedAt ?? 0)

/** Visited one by one, not swept along its street. */
export const isVisited = (place: Place): boolean => !place.retired && !county.value?.sweptKinds.includes(place.kind)

/** Places that have waited too long for a visit. */
export const waitingForVisit = computed(() => records('place').filter(place => isVisited(place) && unseen(place, unseenSince.value)))
