import type { ToWriter } from '../../client/base/transfer/write-sheet.worker.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { patience, writeFile } from '../../client/base/transfer/write-file.ts'

/** Stands in for the browser's worker, which happy-dom lacks. The test controls it. */
class OneWorker {
  static last: OneWorker
  onmessage?: (event: { data: unknown }) => void
  onerror?: () => void
  heard: ToWriter[] = []
  ended = false
  constructor() {
    OneWorker.last = this
  }

  postMessage(message: ToWriter): void {
    this.heard.push(message)
  }

  terminate(): void {
    this.ended = true
  }
}
beforeEach(() => {
  vi.stubGlobal('Worker', OneWorker)
  // There is no server: a page asks it for the published build when a part did not come.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no server')))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const head = { name: 'x', columns: [{ title: 'a', holds: 'text' as const }] }
const rows = Array.from({ length: 5000 }, (_, i) => [String(i)])
const watch = (stop = new AbortController()) => ({ onRows: () => {}, signal: stop.signal })
const headCame = () => vi.waitFor(() => expect(OneWorker.last.heard.some(one => 'head' in one)).toBe(true), { timeout: 60_000 })

it('[F92] [EX2] every row is sent once and in order, and the head last', async () => {
  const seen: number[] = []
  const done = writeFile(head, rows, { onRows: made => seen.push(made), signal: new AbortController().signal })
  await headCame()
  expect(OneWorker.last.heard.flatMap(one => 'rows' in one ? [...one.rows] : [])).toEqual(rows)
  expect(seen.at(-1)).toBe(5000)
  const file = new Blob(['x'])
  OneWorker.last.onmessage?.({ data: { file } })
  expect(await done).toEqual({ file })
  expect(OneWorker.last.ended).toBe(true)
})

it('[F92] [EX2] a worker that never answers is ended, and the failure is shown', async () => {
  vi.useFakeTimers()
  const done = writeFile(head, rows.slice(0, 10), watch())
  await vi.advanceTimersByTimeAsync(patience + 1)
  expect(await done).toEqual({ failed: 'too_slow' })
  expect(OneWorker.last.ended).toBe(true)
})

it('[F92] [EX2] a worker that the policy forbids, a library that throws and rows that cannot be made each give an answer', async () => {
  const forbidden = writeFile(head, rows.slice(0, 10), watch())
  OneWorker.last.onerror?.()
  expect(await forbidden).toEqual({ failed: 'broken' })
  const threw = writeFile(head, rows.slice(0, 10), watch())
  OneWorker.last.onmessage?.({ data: { failed: 'Error: x' } })
  expect(await threw).toEqual({ failed: 'broken' })
  const unmade = writeFile(head, (function* (): Generator<string[]> {
    yield ['1']
    throw new Error('no such place')
  })(), watch())
  expect(await unmade).toEqual({ failed: 'broken' })
})

it('[F92] [EX2] a failure while rows are being made ends their making, and no row is told of after it', async () => {
  let made = 0
  let told = 0
  const done = writeFile(head, (function* () {
    while (made < 1e9) yield [String(made++)]
  })(), { onRows: () => told++, signal: new AbortController().signal })
  await vi.waitFor(() => expect(told).toBeGreaterThan(1), { timeout: 60_000 })
  OneWorker.last.onerror?.()
  expect(await done).toEqual({ failed: 'broken' })
  const [madeThen, toldThen] = [made, told]
  await new Promise(next => setTimeout(next, 0))
  await new Promise(next => setTimeout(next, 0))
  expect([made, told]).toEqual([madeThen, toldThen])
})

it('[F92] [EX2] a browser that makes no worker at all gets an answer', async () => {
  vi.stubGlobal('Worker', class {
    constructor() {
      throw new DOMException('no', 'SecurityError')
    }
  })
  expect(await writeFile(head, rows, watch())).toEqual({ failed: 'broken' })
})

it('[F92] [EX2] stopping ends the worker and the making of rows', async () => {
  const stop = new AbortController()
  let made = 0
  const done = writeFile(head, (function* () {
    while (made < 1e9) yield [String(made++)]
  })(), watch(stop))
  stop.abort()
  expect(await done).toEqual({ failed: 'stopped' })
  expect(OneWorker.last.ended).toBe(true)
})
