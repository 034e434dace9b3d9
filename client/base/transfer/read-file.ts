import type { ProblemCode } from '../../../shared/transfer/problem.ts'
import type { Sheet } from '../../../shared/transfer/sheet.ts'
import { partMissing } from '../../core/new-build.ts'

const longest = 20_000

/** Reads an Excel or CSV file of at most 10 MB, in a worker that is stopped after 20 seconds. */
export async function readList(file: File): Promise<{ sheets: readonly Sheet[] } | { problem: ProblemCode }> {
  return file.size > 10 * 2 ** 20 ? { problem: 'too_large' } : read(file)
}

function read(file: File): Promise<{ sheets: readonly Sheet[] } | { problem: ProblemCode }> {
  const worker = new Worker(new URL('./read-list.worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Promise<{ sheets: readonly Sheet[] } | { problem: ProblemCode }>((done) => {
    timer = setTimeout(() => done({ problem: 'too_slow' }), longest)
    worker.onmessage = ({ data }) => done(data as { sheets: readonly Sheet[] })
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
