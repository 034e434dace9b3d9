import type { Damage } from './check-worker.ts'
import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import { CannotStart } from '../core/cannot-start.ts'
import { checkDatabase } from './database-check.ts'

/** The largest file (bytes) whose pages are all read before serving. A larger one would keep people waiting after a restart. */
const atOnce = 64_000_000

/** Reads every page of a database: of a small one before serving, of a large one in a thread beside serving. Without the thread's script all are read before serving. */
export function pageReader(script: string | undefined, most = atOnce) {
  const later = (file: string): boolean => script !== undefined && (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > most
  return {
    later,
    /** Rejects with `CannotStart` if a page is damaged. */
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
