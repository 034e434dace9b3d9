import type { WaitingPhoto } from '../sync/vault.ts'
import { watch } from 'vue'
import { sendInParts } from '../sync/send-parts.ts'
import { linkState, waiting } from './board.ts'
import { ask } from './http.ts'
import { within } from './incident.ts'

/** Milliseconds for one part on the slowest line that is worth waiting for; then the next photo has its turn. */
const longestPart = 60_000
/** Milliseconds that a photo waits at most for texts to be sent, all its parts together. */
const longestWait = 10_000

/** Resolves when no text waits to be sent, or at `until` (ms of `performance.now`): photos must go on when a text cannot. */
const textsFirst = (until: number): Promise<void> => waiting.value === 0 || linkState.value !== 'live' || performance.now() >= until
  ? Promise.resolve()
  : new Promise((done) => {
      const stop = watch(waiting, left => left === 0 && end())
      const timer = setTimeout(end, until - performance.now())
      function end(): void {
        stop()
        clearTimeout(timer)
        done()
      }
    })

/** Sends one photo in parts. Resolves when the server has it; throws if it should be tried again, or `RefusedRequest`. */
export async function sendPhoto({ id, issue, blob, evidence }: WaitingPhoto, took: (ms: number) => void): Promise<void> {
  const at = within(`/photos/${issue}/${id}/parts`)
  const signal = () => AbortSignal.timeout(longestPart)
  const until = performance.now() + longestWait
  if (evidence) {
    await textsFirst(until)
    const receipt = await ask<{ ok?: boolean, id?: string }>(within(`/photos/${issue}/${id}/evidence`), { method: 'PUT', body: evidence, signal: signal() })
    if (receipt.ok !== true || receipt.id !== id) throw new TypeError('not our receipt')
  }
  await sendInParts(id, blob, {
    ask: () => ask(at, { signal: signal() }),
    send: (from, part) => ask(`${at}?from=${from}&of=${blob.size}`, { method: 'PUT', body: part, signal: signal() }),
    first: () => textsFirst(until),
    took,
  })
}
