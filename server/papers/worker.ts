import type { PaperIssue } from './bulletin-source.ts'
import type { Job } from './jobs.ts'
import { parentPort } from 'node:worker_threads'
import { refusal } from '../guard.ts'
import { perform } from './jobs.ts'

/** What a thread is sent: the job, then its issues part by part, then that this was all. */
export type ToWorker = { readonly job: Job } | { readonly issues: readonly PaperIssue[] } | 'go'
export type FromWorker = { readonly file: Uint8Array } | { readonly no: ReturnType<typeof refusal>, readonly bug: string | null }

let job: Job
const issues: PaperIssue[] = []

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'go') void answer()
  else if ('job' in message) job = message.job
  else issues.push(...message.issues)
})

async function answer(): Promise<void> {
  try {
    const file = await perform(job, issues)
    parentPort?.postMessage({ file } satisfies FromWorker)
  } catch (error) {
    let bug: string | null = null
    const no = refusal(error, one => bug = String(one))
    parentPort?.postMessage({ no, bug } satisfies FromWorker)
  }
}
