import { computed, shallowRef } from 'vue'
import { stockHints } from '../../shared/transfer/columns.ts'
import { sortStock } from '../../shared/transfer/stock-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { records, view } from '../core/board.ts'
import { sentence } from '../core/codes.ts'
import { dispatch } from '../core/dispatch.ts'
import { county } from '../core/session.ts'

/** One stock import, from the choice of the file to the rows that could not be entered. */
export function useStockImport() {
  const file = useListFile(stockHints)
  const entered = shallowRef<number | null>(null)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortStock(file.rows.value, { county: county.value, places: records('place'), mapping: file.meant.value, answers: { place: file.answered('place'), item: file.answered('item') }, known: move => Boolean(records('move') && view.get('move', move)), list: file.name.value })
    : null)

  /** Enters a hundred rows per command. If one command is refused, the rows before it stay entered. */
  async function enter(): Promise<void> {
    const good = sorted.value?.good ?? []
    let done = 0
    file.busy.value = true
    for (let i = 0; i < good.length; i += 100) {
      const batch = good.slice(i, i + 100).map(({ line: _, ...row }) => row)
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
