import type { Mapping } from '../base/transfer/columns.ts'
import type { Datum, Sorted } from './listed-places.ts'
import { computed, ref, shallowRef, watch } from 'vue'
import { guess, headKey } from '../base/transfer/columns.ts'
import { toExcel } from '../base/transfer/excel.ts'
import { readList } from '../base/transfer/read-file.ts'
import { save } from '../base/transfer/save.ts'
import { transfer } from '../base/transfer/words.ts'
import { records } from '../core/board.ts'
import { sentence } from '../core/codes.ts'
import { dispatch } from '../core/dispatch.ts'
import { county, me } from '../core/session.ts'
import { batches, sortRows } from './listed-places.ts'

/** One import, from the choosing of the file to the list of bad rows. */
export function useImport() {
  const stage = shallowRef<'choose' | 'reading' | 'map' | 'sending' | 'done'>('choose')
  const problem = shallowRef('')
  const head = shallowRef<readonly string[]>([])
  const rows = shallowRef<readonly string[][]>([])
  const mapping = ref<Record<string, number>>({})
  const datum = shallowRef<Datum>('WGS-84')
  const kind = shallowRef('')
  const township = shallowRef(me.value?.township ?? '')
  const handed = shallowRef(0)
  const stopped = shallowRef(false)
  const result = shallowRef<Sorted | null>(null)

  const sorted = computed<Sorted | null>(() => county.value && rows.value.length
    ? sortRows(rows.value, { county: county.value, mapping: mapping.value as Mapping, datum: datum.value, kind: kind.value, township: township.value, places: records('place') })
    : null)

  async function take(file: File | undefined): Promise<void> {
    if (!file) return
    stage.value = 'reading'
    problem.value = ''
    const answer = await readList(file)
    if ('problem' in answer) {
      problem.value = transfer.value.problems[answer.problem]
      stage.value = 'choose'
      return
    }
    head.value = answer.rows[0] ?? []
    rows.value = answer.rows.slice(1)
    const saved = localStorage.getItem(headKey(head.value))
    const known = saved ? JSON.parse(saved) as { mapping: Record<string, number>, datum: Datum } : null
    mapping.value = known?.mapping ?? { ...guess(head.value) } as Record<string, number>
    datum.value = known?.datum ?? 'WGS-84'
    stage.value = 'map'
  }

  watch([mapping, datum], () => head.value.length && localStorage.setItem(headKey(head.value), JSON.stringify({ mapping: mapping.value, datum: datum.value })), { deep: true })

  /** Hands the new places in, batch by batch; what is handed in stays, whatever happens to the rest. */
  async function send(): Promise<void> {
    const found = sorted.value
    if (!found) return
    result.value = found
    stage.value = 'sending'
    handed.value = 0
    stopped.value = false
    for (const batch of batches(found.fresh)) {
      if (stopped.value) break
      const no = await dispatch('importPlaces', { places: batch })
      if (no) {
        problem.value = sentence(no)
        break
      }
      handed.value += batch.length
      await new Promise(next => setTimeout(next, 30))
    }
    stage.value = 'done'
  }

  async function badFile(): Promise<void> {
    const { bad } = result.value ?? sorted.value ?? { bad: [] }
    const lines = bad.map(row => [String(row.line), transfer.value.faults[row.fault], ...head.value.map((_, i) => row.cells[i] ?? '')])
    save(await toExcel([transfer.value.line, transfer.value.why, ...head.value], lines, transfer.value.why), `${transfer.value.badFile}.xlsx`)
  }

  function again(): void {
    stage.value = 'choose'
    rows.value = []
    problem.value = ''
  }

  return { stage, problem, head, mapping, datum, kind, township, sorted, result, handed, stopped, take, send, badFile, again }
}
