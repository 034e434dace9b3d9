import type { Cell, SheetHead } from './write-sheet.ts'
import type { FromWriter, ToWriter } from './write-sheet.worker.ts'
import { partMissing } from '../../core/new-build.ts'

/** The longest wait for the worker's answer, in ms, so that the promise always settles. */
export const patience = 120_000
/** The longest time in ms that rows are made without a pause, so that the page stays usable. */
const slice = 8

export type Outcome = { readonly file: Blob } | { readonly failed: 'stopped' | 'too_slow' | 'broken' }

interface Watcher {
  /** Called with the number of rows made so far. */
  readonly onRows: (made: number) => void
  readonly signal: AbortSignal
}

/** Makes an Excel file in a worker. The page stays usable meanwhile. Always answers, and never throws. */
export function writeFile(head: SheetHead, rows: Iterable<readonly Cell[]>, { onRows, signal }: Watcher): Promise<Outcome> {
  let worker: Worker
  try {
    worker = new Worker(new URL('./write-sheet.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return Promise.resolve({ failed: 'broken' })
  }
  const say = (message: ToWriter): void => worker.postMessage(message)
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const answer = new Promise<Outcome>((answered) => {
    const done = (outcome: Outcome) => {
      ended = true
      answered(outcome)
    }
    worker.onmessage = ({ data }: MessageEvent<FromWriter>) => done('file' in data ? data : { failed: 'broken' })
    worker.onmessageerror = () => done({ failed: 'broken' })
    worker.onerror = (event) => {
      // An error that is not an `ErrorEvent` means that the worker's script could not be loaded.
      if (!(event instanceof ErrorEvent)) void partMissing()
      done({ failed: 'broken' })
    }
    signal.addEventListener('abort', () => done({ failed: 'stopped' }))
    void sendAll().then(() => ended || (timer = setTimeout(() => done({ failed: 'too_slow' }), patience)), () => done({ failed: 'broken' }))
  })

  async function sendAll(): Promise<void> {
    let made = 0
    let part: (readonly Cell[])[] = []
    let turn = performance.now() + slice
    for (const row of rows) {
      part.push(row)
      made++
      if (performance.now() < turn) continue
      say({ rows: part })
      part = []
      onRows(made)
      await new Promise(next => setTimeout(next))
      // Rows that are made after a failure would show it as work that goes on.
      if (ended) return
      turn = performance.now() + slice
    }
    say({ rows: part })
    onRows(made)
    say({ head })
  }

  return answer.finally(() => {
    clearTimeout(timer)
    worker.terminate()
  })
}
