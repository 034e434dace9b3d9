import type { StockMeaning } from '../transfer/stock-rows.ts'
import { computed, ref, shallowRef } from 'vue'
import { sentence } from '../text/codes.ts'
import { supplies as words } from '../text/supplies.ts'
import { transfer } from '../text/transfer.ts'
import { toExcel } from '../transfer/excel.ts'
import { guessStock, sortStock } from '../transfer/stock-rows.ts'
import { dispatch, records, view } from './board.ts'
import { save } from './export.ts'
import { readList } from './import.ts'
import { county } from './session.ts'

/** One list of stock, from the choosing of the file to the rows that could not be entered. */
export function useStockImport() {
  const name = shallowRef('')
  const head = shallowRef<readonly string[]>([])
  const rows = shallowRef<readonly string[][]>([])
  const mapping = ref<Partial<Record<StockMeaning, number>>>({})
  const busy = shallowRef(false)
  const problem = shallowRef('')
  const entered = shallowRef<number | null>(null)
  const sorted = computed(() => county.value && rows.value.length
    ? sortStock(rows.value, { county: county.value, places: records('place'), mapping: mapping.value, known: move => Boolean(records('move') && view.get('move', move)), list: name.value })
    : null)

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    busy.value = true
    problem.value = ''
    entered.value = null
    const answer = await readList(file)
    busy.value = false
    if ('problem' in answer) {
      rows.value = []
      problem.value = transfer.value.problems[answer.problem]
      return
    }
    name.value = file.name
    head.value = answer.rows[0] ?? []
    rows.value = answer.rows.slice(1)
    mapping.value = { ...guessStock(head.value) }
  }

  /** A hundred rows a command; what is entered stays, whatever happens to the rest. */
  async function enter(): Promise<void> {
    const good = sorted.value?.good ?? []
    let done = 0
    busy.value = true
    for (let i = 0; i < good.length; i += 100) {
      const batch = good.slice(i, i + 100)
      const no = await dispatch('importStock', { rows: batch })
      if (no) {
        problem.value = sentence(no)
        break
      }
      done += batch.length
    }
    busy.value = false
    entered.value = done
  }

  async function badFile(): Promise<void> {
    const lines = (sorted.value?.bad ?? []).map(row => [String(row.line), words.value.faults[row.fault], ...head.value.map((_, i) => row.cells[i] ?? '')])
    save(await toExcel([words.value.line, words.value.why, ...head.value], lines, words.value.why), `${words.value.badFile}.xlsx`)
  }

  return { head, mapping, busy, problem, entered, sorted, take, enter, badFile }
}
