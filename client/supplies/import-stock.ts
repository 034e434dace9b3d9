import { computed, shallowRef, watch } from 'vue'
import { withdrawnId } from '../../shared/supplies/ledger.ts'
import { stockHints } from '../../shared/transfer/columns.ts'
import { importMark, sortStock } from '../../shared/transfer/stock-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { opened, record, records, view } from '../core/board.ts'
import { dispatch } from '../core/dispatch.ts'
import { sentence } from '../core/sentences.ts'
import { county } from '../core/session.ts'
import { allSettled } from '../core/settled.ts'

/** One stock import, from the choice of the file to the rows that could not be entered. */
export function useStockImport() {
  const file = useListFile(stockHints)
  /** The lines of the ledger that were handed in. */
  const entered = shallowRef<readonly string[]>([])
  const undone = shallowRef(false)
  /** Imported lines that have left the board, of the places that were asked for. */
  const earlier = shallowRef<ReadonlySet<string>>(new Set())
  /** False if the server could not say which rows it has already. It skips them in any case. */
  const checked = shallowRef(true)
  const asked = new Set<string>()
  const booked = (move: string) => earlier.value.has(move) || Boolean(records('move') && view.get('move', move))
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortStock(file.rows.value, { county: county.value, places: records('place'), mapping: file.meant.value, answers: { place: file.answered('place'), item: file.answered('item') }, known: booked, withdrawn: move => booked(withdrawnId(move)), list: file.name.value })
    : null)
  /** How many of the lines the server has confirmed. */
  const kept = computed(() => records('move') && entered.value.filter(move => opened().replica.confirmed.get('move', move)).length)

  watch(() => record('incident', 'incident')?.cleared.move === undefined ? [] : [...new Set(sorted.value?.good.map(({ place }) => place))].filter(place => !asked.has(place)), async (places) => {
    if (!places.length) return
    for (const place of places) asked.add(place)
    file.busy.value = true
    try {
      // The ids of imported lines, and no others, begin with this.
      const lines = await Promise.all(places.map(place => allSettled('move', { place, text: importMark })))
      earlier.value = new Set([...earlier.value, ...lines.flat().map(({ id }) => id)])
    } catch {
      checked.value = false
    }
    file.busy.value = false
  }, { immediate: true })

  function chosen(): void {
    entered.value = []
    undone.value = false
  }

  /** Runs a step for a hundred items at a time. If one is refused, the steps before it stay. False if one was refused. */
  async function each<T>(items: readonly T[], step: (part: readonly T[]) => ReturnType<typeof dispatch>): Promise<boolean> {
    file.busy.value = true
    file.problem.value = ''
    for (let i = 0; i < items.length && !file.problem.value; i += 100) {
      const no = await step(items.slice(i, i + 100))
      if (no) file.problem.value = sentence(no)
    }
    file.busy.value = false
    return !file.problem.value
  }

  async function enter(): Promise<void> {
    chosen()
    await each(sorted.value?.good ?? [], async (part) => {
      const no = await dispatch('importStock', { rows: part.map(({ line: _, ...row }) => row) })
      if (!no) entered.value = [...entered.value, ...part.map(one => one.move)]
      return no
    })
  }

  /** Takes the whole import back. */
  async function undo(): Promise<void> {
    undone.value = await each(entered.value, part => dispatch('withdrawStock', { moves: [...part] }))
  }

  return { file, entered, kept, undone, checked, sorted, chosen, enter, undo }
}
