import type { Refusal } from '../../shared/core/protocol.ts'
import process from 'node:process'
import { refusal } from '../core/guard.ts'

/** The messages to the process: the parts of a job one by one, then `go`. */
type ToChild = { readonly part: unknown } | 'go'
export type FromChild<Done> = { readonly done: Done } | { readonly no: Refusal, readonly bug: string | null }

/** Answers one job after the other. Ends when the server ends. */
export function answerWith(work: (parts: readonly unknown[]) => Promise<unknown>): void {
  let parts: unknown[] = []
  async function answer(): Promise<FromChild<unknown>> {
    const job = parts
    parts = []
    try {
      return { done: await work(job) }
    } catch (error) {
      let bug: string | null = null
      const no = refusal(error, one => bug = String(one))
      return { no, bug }
    }
  }
  process.on('message', (message: ToChild) => {
    if (message === 'go') void answer().then(it => process.send?.(it))
    else parts.push(message.part)
  })
  process.on('disconnect', () => process.exit(0))
}
