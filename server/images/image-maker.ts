import type { Picture } from './decode.ts'
import { reject } from '../../shared/core/rejection.ts'
import { Ended, pool } from '../apart/pool.ts'

/** Decodes photo files in processes of their own, two at once. Rejects with `too_large` when decoding needs more memory or time than its process may use, with `busy` when too many photos wait, and with the codes of `decode`. */
export function imageMaker(script: string | undefined) {
  const run = pool<Picture>(script, async () => (await import('./decode.ts')).decodePart, { atOnce: 2, waiting: 100, mb: 400, heap: 64, ms: 30_000 })
  return (file: string): Promise<Picture> => run([file]).catch(error => error instanceof Ended ? reject('too_large') : Promise.reject(error))
}

export type ImageMaker = ReturnType<typeof imageMaker>
