import type { Block } from '../../shared/core/blocks.ts'
import type { Picture } from './decode.ts'
import { reject } from '../../shared/core/rejection.ts'
import { Ended, pool } from '../apart/pool.ts'

/** Works on photo files in processes of their own, two at once. Rejects with `too_large` when the work needs more memory or time than its process may use, with `busy` when too many photos wait, and with the codes of `decode`. */
export function imageMaker(script: string | undefined) {
  const run = pool<Picture | Uint8Array>(script, async () => (await import('./decode.ts')).imagePart, { atOnce: 2, waiting: 100, mb: 400, heap: 64, ms: 30_000 })
  const done = (parts: readonly string[]) => run(parts).catch(error => error instanceof Ended ? reject('too_large') : Promise.reject(error))
  return {
    decode: (file: string) => done([file]) as Promise<Picture>,
    /** Our own drawing, an SVG, as it is stored. */
    draw: (drawing: string) => done(['', '', drawing]) as Promise<Picture>,
    /** A stored photo with these parts covered. */
    cover: (file: string, blocks: readonly Block[]) => done([file, '', '', JSON.stringify(blocks)]) as Promise<Picture>,
    stamp: (file: string, lines: readonly string[]) => done([file, JSON.stringify(lines)]) as Promise<Uint8Array>,
  }
}

export type ImageMaker = ReturnType<typeof imageMaker>
