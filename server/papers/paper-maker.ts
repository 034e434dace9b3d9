import type { PaperIssue } from './bulletin-source.ts'
import type { Job } from './jobs.ts'
import type { FromWorker, ToWorker } from './worker.ts'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { reject } from '../../shared/rejection.ts'

const patience = 30_000
const part = 250

/** Makes papers one after the other, each in a thread of its own with bounded memory and time: a bad template ends its thread and nothing else. */
export function paperMaker(script: string | undefined) {
  let last: Promise<unknown> = Promise.resolve()

  async function make(job: Job, issues: readonly PaperIssue[]): Promise<Uint8Array> {
    // Where the server runs from its sources there is no script for a thread.
    if (!script) return (await import('./jobs.ts')).perform(job, issues)
    const thread = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 384 } })
    const send = (message: ToWorker) => thread.postMessage(message)
    const timer = setTimeout(() => void thread.terminate(), patience)
    try {
      const answer = new Promise<FromWorker>((done, failed) => {
        thread.once('message', done).once('error', failed).once('exit', () => failed(new Error('the thread ended')))
      })
      answer.catch(() => {})
      send({ job })
      for (let i = 0; i < issues.length; i += part) {
        send({ issues: issues.slice(i, i + part) })
        await setImmediate()
      }
      send('go')
      const result = await answer.catch(() => job.kind === 'check' ? reject('zip_bomb') : reject('too_large'))
      if ('file' in result) return result.file
      if (result.bug) throw new Error(result.bug)
      return reject(result.no.code, result.no.detail)
    } finally {
      clearTimeout(timer)
      void thread.terminate()
    }
  }

  return (job: Job, issues: readonly PaperIssue[] = []): Promise<Uint8Array> => {
    const next = last.then(() => make(job, issues))
    last = next.catch(() => {})
    return next
  }
}

export type PaperMaker = ReturnType<typeof paperMaker>
