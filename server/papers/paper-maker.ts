import type { PaperIssue } from './bulletin-source.ts'
import type { Job } from './jobs.ts'
import { reject } from '../../shared/core/rejection.ts'
import { Ended, pool } from '../apart/pool.ts'

const part = 250

/** Makes papers and reads lists one after the other in a process of its own, with bounded memory and time. Rejects with `busy` when too many jobs wait, with `zip_bomb` (checks) or `too_large` when a job exceeds its bounds, and with the codes of `perform`. */
export function paperMaker(script: string | undefined) {
  const run = pool<Uint8Array>(script, async () => (await import('./jobs.ts')).performParts, { atOnce: 1, waiting: 20, mb: 640, heap: 384, ms: 30_000 })

  return async (job: Job, issues: readonly PaperIssue[] = []): Promise<Uint8Array> => {
    const parts: (Job | readonly PaperIssue[])[] = [job]
    for (let i = 0; i < issues.length; i += part) parts.push(issues.slice(i, i + part))
    try {
      return await run(parts)
    } catch (error) {
      if (!(error instanceof Ended)) throw error
      return reject(job.kind === 'check' ? 'zip_bomb' : 'too_large')
    }
  }
}

export type PaperMaker = ReturnType<typeof paperMaker>
