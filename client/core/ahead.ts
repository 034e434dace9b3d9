import { watch } from 'vue'
import { linkState } from './board.ts'

/** Runs once, when the board is live: until then the connection is needed for the board itself. */
export function onceLive(then: () => void): void {
  if (linkState.value === 'live') return then()
  const stop = watch(linkState, (state) => {
    if (state !== 'live') return
    stop()
    then()
  })
}

/** Errors of parts that nobody has asked for yet. */
const unasked = new WeakSet<object>()

/** Whether this is the error of a part that was only fetched ahead. It is known in the next task after the error. */
export const isUnasked = (error: object): boolean => unasked.has(error)

/** Fetches parts of the page once the board is live, so that they open later without a network. */
export function fetchAhead(loads: readonly (() => Promise<unknown>)[], wait = 1500): void {
  onceLive(() => setTimeout(async () => {
    for (const load of loads) await load().catch((error: object) => unasked.add(error))
  }, wait))
}

/** Installs the service worker, which keeps the pages on this device, once the board is live. */
export function keepPages(): void {
  onceLive(() => void navigator.serviceWorker?.register('/service-worker.js'))
}
