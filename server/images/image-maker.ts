import type { Picture } from './decode.ts'
import { reject } from '../../shared/core/rejection.ts'
import { Ended, pool } from '../apart/pool.ts'

/** Decodes photos that lie in a file, two at once, apart from the server; a picture that grows too large while it is decoded is refused: `too_large`. */
export function imageMaker(script: string | undefined) {
  const run = pool<Picture>(script, async () => (await import('./decode.ts')).decodePart, { atOnce: 2, waiting: 100, mb: 400, heap: 64, ms: 30_000 })
  return (file: string): Promise<Picture> => run([file]).catch(error => error instanceof Ended ? reject('too_large') : Promise.reject(error))
}

export type ImageMaker = ReturnType<typeof imageMaker>
