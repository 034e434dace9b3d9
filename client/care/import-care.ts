import { uuidv7 } from 'uuidv7'
import { computed, onUnmounted, shallowRef } from 'vue'
import { sortCare } from '../../shared/transfer/care-rows.ts'
import { careHints } from '../../shared/transfer/columns.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { ask, patiently } from '../core/http.ts'
import { county } from '../core/session.ts'
import { tried } from '../core/tried.ts'
import { grids } from './figures.ts'
import { care } from './register.ts'

const step = 50

/** One import into the register. The list stays in the memory of this page, and is dropped when it closes. */
export function useCareImport() {
  const file = useListFile(careHints)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortCare(file.rows.value, { county: county.value, grids: grids.value, mapping: file.meant.value, answers: { groups: file.answered('careGroups'), grid: file.answered('careGrid') } })
    : null)
  /** What became of the list: null before it is entered. */
  const done = shallowRef<{ readonly sent: number, readonly added: number, readonly known: number } | null>(null)
  const stopped = shallowRef(false)

  /** Sends the good rows in steps. It can be stopped between two, and a list that is entered again adds only those who are missing. */
  async function enter(): Promise<void> {
    const all = (sorted.value?.good ?? []).map(({ line: _, ...person }) => person)
    done.value = { sent: 0, added: 0, known: 0 }
    stopped.value = false
    file.busy.value = true
    file.problem.value = ''
    for (let from = 0; from < all.length && !file.problem.value && !stopped.value; from += step) {
      const people = all.slice(from, from + step).map(one => ({ id: uuidv7(), ...one }))
      file.problem.value = await tried(patiently(() => ask<{ added: readonly string[], known: number }>(care('/people'), { method: 'POST', body: { people, act: 'import' } }), 20).then(({ added, known }) => {
        const { sent = 0, added: before = 0, known: knownBefore = 0 } = done.value ?? {}
        done.value = { sent: sent + people.length, added: before + added.length, known: knownBefore + known }
      })) ?? ''
    }
    file.busy.value = false
  }

  function begin(): void {
    done.value = null
    stopped.value = false
  }
  onUnmounted(() => {
    stopped.value = true
    file.drop()
  })

  return { file, sorted, done, stopped, enter, begin }
}
