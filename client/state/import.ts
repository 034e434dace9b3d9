import type { Mapping } from '../transfer/columns.ts'
import type { ProblemCode } from '../transfer/problem.ts'
import type { Datum, Sorted } from '../transfer/rows.ts'
import { computed, ref, shallowRef, watch } from 'vue'
import { sentence } from '../text/codes.ts'
import { transfer } from '../text/transfer.ts'
import { guess, headKey } from '../transfer/columns.ts'
import { toExcel } from '../transfer/excel.ts'
import { batches, sortRows } from '../transfer/rows.ts'
import { dispatch, records } from './board.ts'
import { save } from './export.ts'
import { county, me } from './session.ts'

const longest = 20_000

/** Reads an Excel or CSV file of at most 10 MB in a worker that is ended after 20 seconds. */
export async function readList(file: File): Promise<{ rows: string[][] } | { problem: ProblemCode }> {
  return file.size > 10 * 2 ** 20 ? { problem: 'too_large' } : read(file)
}

function read(file: File): Promise<{ rows: string[][] } | { problem: ProblemCode }> {
  const worker = new Worker(new URL('../transfer/read-list.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<{ rows: string[][] } | { problem: ProblemCode }>((done) => {
    const timer = setTimeout(() => done({ problem: 'too_slow' }), longest)
    worker.onmessage = ({ data }) => {
      clearTimeout(timer)
      done(data as { rows: string[][] })
    }
    worker.onerror = () => done({ problem: 'damaged' })
    void file.arrayBuffer().then(buffer => worker.postMessage({ name: file.name, bytes: new Uint8Array(buffer) }))
  }).finally(() => worker.terminate())
}

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
