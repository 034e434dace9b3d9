import type { Served } from '../../../shared/duty/service-hours.ts'
import { computed, shallowRef, watch } from 'vue'
import { serviceOf, sumOf } from '../../../shared/duty/service-hours.ts'
import { ready, record, records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'

/** A person's service over the whole incident: the shifts on this board, and those that have left it, which the server reports. */
export function useService(person: () => string) {
  /** Null until the server has answered: a total without these shifts would be too low. */
  const earlier = shallowRef<readonly Served[] | null>(null)
  const failed = shallowRef(false)
  const cleared = computed(() => record('incident', 'incident')?.cleared.shift)
  let asked = 0

  async function look(): Promise<void> {
    const mine = ++asked
    failed.value = false
    if (cleared.value === undefined) return void (earlier.value = [])
    earlier.value = null
    try {
      const answer = await ask<readonly Served[]>(within(`/service/${encodeURIComponent(person())}`))
      if (mine === asked) earlier.value = answer
    } catch {
      failed.value = mine === asked
    }
  }
  watch([ready, person, cleared], () => void (ready.value && person() && look()), { immediate: true })

  const service = computed(() => {
    if (!earlier.value) return null
    const { served } = serviceOf(person(), records('shift'), minute.value)
    const here = new Set(served.map(one => one.shift.id))
    // A settled shift that was opened on this page is on the board too, and must not count twice.
    return sumOf([...earlier.value.filter(one => !here.has(one.shift.id)), ...served])
  })
  return { service, failed, look }
}
