import { computed, shallowRef } from 'vue'
import { useListFile } from '../base/transfer/list-file.ts'
import { records, view } from '../core/board.ts'
import { sentence } from '../core/codes.ts'
import { dispatch } from '../core/dispatch.ts'
import { county } from '../core/session.ts'
import { guessStock, sortStock } from './stock-rows.ts'

/** One list of stock, from the choosing of the file to the rows that could not be entered. */
export function useStockImport() {
  const file = useListFile(guessStock)
  const entered = shallowRef<number | null>(null)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortStock(file.rows.value, { county: county.value, places: records('place'), mapping: file.mapping.value, known: move => Boolean(records('move') && view.get('move', move)), list: file.name.value })
    : null)

  /** A hundred rows a command; what is entered stays, whatever happens to the rest. */
  async function enter(): Promise<void> {
    const good = sorted.value?.good ?? []
    let done = 0
    file.busy.value = true
    for (let i = 0; i < good.length; i += 100) {
      const batch = good.slice(i, i + 100)
      const no = await dispatch('importStock', { rows: batch })
      if (no) {
        file.problem.value = sentence(no)
        break
      }
      done += batch.length
    }
    file.busy.value = false
    entered.value = done
  }

  return { file, entered, sorted, enter }
}
