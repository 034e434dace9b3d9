import type { Damage } from './check-worker.ts'
import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import { CannotStart } from '../core/cannot-start.ts'
import { checkDatabase } from './database-check.ts'

/** Reading every page of a larger file (bytes) would keep people waiting after a restart. */
const atOnce = 64_000_000

/** Reads every page of a database: small ones at once, large ones in a thread while they are worked with. Without the thread's script all are read at once. */
export function pageReader(script: string | undefined, most = atOnce) {
  const later = (file: string): boolean => script !== undefined && (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > most
  return {
    later,
    /** Rejects with `CannotStart` when a page is damaged. */
    async read(file: string): Promise<void> {
      if (script !== undefined && later(file)) return beside(file, script)
      checkDatabase(file, { depth: 'quick_check' })
    },
  }
}

export type PageReader = ReturnType<typeof pageReader>

function beside(file: string, script: string): Promise<void> {
  const thread = new Worker(script, { workerData: { file }, resourceLimits: { maxOldGenerationSizeMb: 64 } })
  thread.unref()
  return new Promise((done, failed) => {
    thread.once('message', (seen: Damage) => seen ? failed(new CannotStart('damaged', file, seen.detail)) : done())
    thread.once('error', failed)
    thread.once('exit', () => failed(new Error(`reading ${file} ended early`)))
  })
}
