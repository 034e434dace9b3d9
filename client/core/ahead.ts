import { watch } from 'vue'
import { linkState } from './board.ts'

/** Once, when the board is live: until then the line is for what brings it there. */
function onceLive(then: () => void): void {
  if (linkState.value === 'live') return then()
  const stop = watch(linkState, (state) => {
    if (state !== 'live') return
    stop()
    then()
  })
}

/** Fetches parts of the page before they are needed, once the first picture stands: without a network they could not come. */
export function fetchAhead(loads: readonly (() => Promise<unknown>)[]): void {
  onceLive(() => setTimeout(async () => {
    for (const load of loads) await load().catch(() => {})
  }, 1500))
}

/** Keeps the pages themselves on this device, so that they open without a network; only once the board is live, which comes first. */
export function keepPages(): void {
  onceLive(() => void navigator.serviceWorker?.register('/service-worker.js'))
}
