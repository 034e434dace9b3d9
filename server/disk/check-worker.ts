import { parentPort, workerData } from 'node:worker_threads'
import { CannotStart } from '../core/cannot-start.ts'
import { checkDatabase } from './database-check.ts'

/** What the thread tells: what was found, or that all is well. */
export type Damage = { readonly detail: string } | null

const { file } = workerData as { readonly file: string }
let seen: Damage = null
try {
  checkDatabase(file, { depth: 'quick_check' })
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  seen = { detail: error.detail }
}
parentPort?.postMessage(seen)
