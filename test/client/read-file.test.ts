import { afterEach, expect, it, vi } from 'vitest'
import { readList } from '../../client/base/transfer/read-file.ts'

/** Stands in for the browser's worker, which happy-dom lacks. It never answers. */
class SilentWorker {
  static ended = 0
  postMessage(): void {}
  terminate(): void {
    SilentWorker.ended++
  }
}
afterEach(() => void vi.unstubAllGlobals())

it('[IM1] a file that cannot be read any more, as it was moved since it was chosen, says so at once', async () => {
  vi.stubGlobal('Worker', SilentWorker)
  const file = new File(['a,b'], 'a.csv')
  file.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotFoundError'))
  expect(await readList(file)).toEqual({ problem: 'not_readable' })
  expect(SilentWorker.ended).toBe(1)
})
