import { computed, shallowRef } from 'vue'
import { record, records } from '../core/board.ts'
import { ask } from '../core/http.ts'
import { may } from '../core/may.ts'
import { care } from './register.ts'
import { careWords as words } from './words.ts'

/** A figure of the board as people read it: fewer than five may stand for itself. */
export const figure = (people: number | null | undefined): string => people === null ? words.value.few : String(people ?? 0)

/** The grids that are in use, by township and name, each with how many people it looks after. */
export const grids = computed(() => records('grid').filter(one => !one.retired).map(one => ({ ...one, all: record('careCount', `${one.id}-all`) })).sort((a, b) => a.township.localeCompare(b.township) || a.name.localeCompare(b.name)))

/** Who looks after a grid. */
export interface GridWorker { readonly grid: string, readonly id: string, readonly name: string, readonly phone: string }

/** The workers of the grids, for those who plan there; null for others, and until the server has answered. In the memory of this page only. */
export function useWorkers() {
  const workers = shallowRef<readonly GridWorker[] | null>(null)
  if (may('editGrid')) void ask<readonly GridWorker[]>(care('/workers')).then(found => workers.value = found, () => {})
  return workers
}
