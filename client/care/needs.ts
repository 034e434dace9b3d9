import type { MaskedNeed } from '../../shared/care/people.ts'
import { computed, shallowRef, watch } from 'vue'
import { linkState } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { ask } from '../core/http.ts'
import { dayStart, duration } from '../core/time.ts'
import { tried } from '../core/tried.ts'
import { queued, startQueue } from './done-queue.ts'
import { care } from './register.ts'
import { careWords as words } from './words.ts'

const day = 24 * 3_600_000

export const isLate = ({ dueAt }: MaskedNeed): boolean => dueAt < minute.value
export const stateOf = (need: MaskedNeed): string => isLate(need) ? words.value.lateBy(duration(minute.value - need.dueAt)) : words.value.dueIn(duration(need.dueAt - minute.value))

/** What is due within seven days, the most urgent first. In memory only; a note hides its row until the server has answered it. */
export function useNeeds() {
  const all = shallowRef<readonly MaskedNeed[] | null>(null)
  const problem = shallowRef('')
  startQueue()
  async function load(): Promise<void> {
    if (linkState.value !== 'live') return
    problem.value = await tried(ask<readonly MaskedNeed[]>(care(`/needs?before=${minute.value + 7 * day}`)).then(found => all.value = found)) ?? ''
  }
  // Fetched again once what was noted has been answered.
  watch([linkState, () => queued.value.length === 0], ([, empty]) => empty && void load(), { immediate: true })
  const waiting = computed(() => new Set(queued.value.filter(one => one.how === 'done').map(one => one.need)))
  const open = computed(() => (all.value ?? []).filter(one => !waiting.value.has(one.id)))
  return {
    all,
    problem,
    load,
    open,
    late: computed(() => open.value.filter(isLate)),
    today: computed(() => open.value.filter(one => one.dueAt < dayStart(minute.value) + day)),
  }
}
