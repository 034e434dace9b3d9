import type { Ref } from 'vue'
import { shallowRef, watch } from 'vue'
import { linkState, ready } from './board.ts'
import { withWords } from './language.ts'
import { phoneScreen } from './phone-screen.ts'
import { me } from './session.ts'

/** Runs once, when the board is live: until then the connection is needed for the board itself. */
export const onceLive = (then: () => void): void => onceIs(linkState, 'live', then)

/** Milliseconds after which a board that is shown counts as one without a network. */
const patience = 10_000
/** True once the board is live, or shown without a network, and the page has had nothing to do: what only a press opens is made and fetched from then on. */
export const atRest = shallowRef(false)
const rest = () => whenIdle(() => atRest.value = true)
onceLive(rest)
onceIs(ready, true, () => setTimeout(rest, patience))

function onceIs<T>(state: Ref<T>, wanted: T, then: () => void): void {
  if (state.value === wanted) return then()
  const stop = watch(state, (now) => {
    if (now !== wanted) return
    stop()
    then()
  })
}

/** Safari does not say when a page is idle. */
function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: patience })
  else setTimeout(then, 500)
}

/** Errors of parts that nobody has asked for yet. */
const unasked = new WeakSet<object>()

/** Whether this is the error of a part that was only fetched ahead. It is known in the next task after the error. */
export const isUnasked = (error: object): boolean => unasked.has(error)

/** Fetches parts of the page once it is at rest, so that they open later without a network. */
export function fetchAhead(loads: readonly (() => Promise<unknown>)[], wait = 1500): void {
  onceIs(atRest, true, () => setTimeout(async () => {
    for (const load of loads) await withWords(load()).catch((error: object) => unasked.add(error))
  }, wait))
}

/** Installs the service worker, which keeps the pages that the role uses on this device, once the board is live, and starts what belongs to an installed app once the page is at rest. */
export function keepPages(installed: () => Promise<{ startInstalled: () => void }>): void {
  onceLive(() => void navigator.serviceWorker?.register(`/service-worker.js?for=${me.value?.role}-${matchMedia(phoneScreen).matches ? 'phone' : 'desk'}`))
  fetchAhead([() => installed().then(one => one.startInstalled())], 0)
}
