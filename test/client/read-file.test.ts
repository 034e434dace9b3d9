import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useListFile } from '../../client/base/transfer/list-file.ts'
import { readList } from '../../client/base/transfer/read-file.ts'
import { transfer } from '../../client/base/transfer/words.ts'
import { placeHints } from '../../shared/transfer/columns.ts'

/** Stands in for the browser's worker, which happy-dom lacks. It answers only what the test says. */
class SilentWorker {
  static all: SilentWorker[] = []
  ended = false
  heard = 0
  onmessage?: (event: { data: unknown }) => void
  constructor() {
    SilentWorker.all.push(this)
  }

  postMessage(): void {
    this.heard++
  }

  terminate(): void {
    this.ended = true
  }
}
beforeEach(() => {
  SilentWorker.all = []
  vi.stubGlobal('Worker', SilentWorker)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const list = (name = 'a.csv') => new File(['名称\n一中'], name)
const sheets = (first: string) => [{ name: '', hidden: false, merges: [], cut: 0, rows: [{ line: 1, cells: ['名称', '类型'] }, { line: 2, cells: [first, '学校'] }] }]
const watch = () => ({ signal: new AbortController().signal, onRows: () => {} })
const started = (many: number) => vi.waitFor(() => expect(SilentWorker.all.filter(one => one.heard)).toHaveLength(many), { timeout: 60_000 })

it('[IM1] a file that cannot be read any more, as it was moved since it was chosen, says so at once', async () => {
  const file = list()
  file.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotFoundError'))
  expect(await readList(file, watch())).toEqual({ problem: 'not_readable' })
  expect(SilentWorker.all.map(one => one.ended)).toEqual([true])
})

it('[IM11] a reader that never answers is ended after 20 seconds, and the failure is shown', async () => {
  vi.useFakeTimers()
  const read = readList(list(), watch())
  await vi.advanceTimersByTimeAsync(20_001)
  expect(await read).toEqual({ problem: 'too_slow' })
  expect(SilentWorker.all[0]?.ended).toBe(true)
})

it('[IM11] the rows read so far are shown; a stopped reading ends its worker, says so, and leaves nothing', async () => {
  const file = useListFile(placeHints)
  const taken = file.take(list())
  await started(1)
  expect(file.read.value).toBe(0)
  SilentWorker.all[0]?.onmessage?.({ data: { rows: 4000 } })
  expect([file.read.value, file.busy.value]).toEqual([4000, true])
  file.stop()
  expect(await taken).toBe(false)
  expect(SilentWorker.all[0]?.ended).toBe(true)
  expect([file.read.value, file.busy.value, file.problem.value]).toEqual([null, false, transfer.value.problems.stopped])
  expect(file.sheets.value).toEqual([])
})

it('[IM11] a file chosen while another is read takes its place', async () => {
  const file = useListFile(placeHints)
  const first = file.take(list('first.csv'))
  await started(1)
  const second = file.take(list('second.csv'))
  await started(2)
  expect([await first, SilentWorker.all[0]?.ended, file.busy.value]).toEqual([false, true, true])
  SilentWorker.all[1]?.onmessage?.({ data: { sheets: sheets('二中') } })
  expect(await second).toBe(true)
  expect([file.name.value, file.rows.value[0]?.cells[0], file.problem.value]).toEqual(['second.csv', '二中', ''])
})
