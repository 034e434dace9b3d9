import { parentPort, workerData } from 'node:worker_threads'
import { CannotStart } from '../core/cannot-start.ts'
import { checkDatabase } from './database-check.ts'

/** The answer of the thread: the damage that it found, or null. */
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
