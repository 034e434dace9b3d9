import type { Issue } from '../../../shared/records.ts'
import { computed, shallowRef, watch } from 'vue'
import { followed } from '../../../shared/issues/steps.ts'
import { linkState, record, records } from '../../core/board.ts'
import { allSettled } from '../../core/settled.ts'

/** All closed issues of a place, the last closed first: those on the board, and those that have left it, which the server reports. */
export function useClosedHere(place: () => string) {
  const left = shallowRef<readonly Issue[] | null>(null)
  const cleared = computed(() => record('incident', 'incident')?.cleared.issue)
  watch([place, cleared, () => linkState.value === 'live'], async ([asked, since, live]) => {
    if (since === undefined || !live) return
    const found = await allSettled('issue', { place: asked }).catch(() => null)
    if (asked === place()) left.value = found
  }, { immediate: true })
  watch(place, () => left.value = null)
  const closed = computed(() => {
    const onBoard = records('issue').filter(issue => issue.place === place() && !followed(issue))
    return [...onBoard, ...(left.value ?? []).filter(one => !record('issue', one.id))].sort((a, b) => b.since - a.since)
  })
  /** False while only those on the board are counted. */
  const whole = computed(() => left.value !== null || cleared.value === undefined)
  return { closed, whole }
}
