import type { ProblemCode } from '../../../shared/transfer/problem.ts'
import type { Sheet } from '../../../shared/transfer/sheet.ts'
import type { FromReader } from './read-list.worker.ts'
import { partMissing } from '../../core/new-build.ts'

const longest = 20_000
type Outcome = { readonly sheets: readonly Sheet[] } | { readonly problem: ProblemCode }

interface Watcher {
  /** Called with the number of rows read so far. */
  readonly onRows: (read: number) => void
  readonly signal: AbortSignal
}

/** Reads an Excel or CSV file of at most 10 MB, in a worker that is stopped by the signal, and after 20 seconds. Always answers, and never throws. */
export async function readList(file: File, watcher: Watcher): Promise<Outcome> {
  return file.size > 10 * 2 ** 20 ? { problem: 'too_large' } : read(file, watcher)
}

function read(file: File, { onRows, signal }: Watcher): Promise<Outcome> {
  let worker: Worker
  try {
    worker = new Worker(new URL('./read-list.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return Promise.resolve({ problem: 'not_opened' })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Promise<Outcome>((done) => {
    signal.addEventListener('abort', () => done({ problem: 'stopped' }))
    timer = setTimeout(() => done({ problem: 'too_slow' }), longest)
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => 'rows' in data ? onRows(data.rows) : done(data)
    worker.onmessageerror = () => done({ problem: 'damaged' })
    worker.onerror = (event) => {
      if (event instanceof ErrorEvent) return done({ problem: 'damaged' })
      // An error that is not an `ErrorEvent` means that the worker's script could not be loaded.
      void partMissing()
      done({ problem: 'not_opened' })
    }
    // It may have been moved or changed since it was chosen.
    file.arrayBuffer().then(buffer => worker.postMessage({ name: file.name, bytes: new Uint8Array(buffer) }), () => done({ problem: 'not_readable' }))
  }).finally(() => {
    clearTimeout(timer)
    worker.terminate()
  })
}
