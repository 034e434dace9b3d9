import { shrinkHere } from './shrink-here.ts'

/** Milliseconds after which a worker that does not answer counts as failed. */
const patience = 30_000

/** A JPEG of at most 1600 px, upright, without EXIF, made away from the page's own thread where the browser can. Throws if it cannot read the file. */
export async function shrink(file: Blob): Promise<Blob> {
  return await inWorker(file) ?? await shrinkHere(file, (width, height) => {
    const canvas = document.createElement('canvas')
    return Object.assign(canvas, { width, height })
  })
}

/** Null where the work has to be done on the page: the browser has no such workers, its script did not come, or it could not read the file. */
function inWorker(file: Blob): Promise<Blob | null> {
  if (!('OffscreenCanvas' in globalThis)) return Promise.resolve(null)
  let worker: Worker | undefined
  return new Promise<Blob | null>((done) => {
    try {
      worker = new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' })
    } catch {
      return done(null)
    }
    worker.onmessage = ({ data }: MessageEvent<Blob | null>) => done(data)
    worker.onerror = worker.onmessageerror = () => done(null)
    setTimeout(done, patience, null)
    worker.postMessage(file)
  }).finally(() => worker?.terminate())
}
