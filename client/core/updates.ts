import { watch } from 'vue'
import { linkState } from './board.ts'
import { takeOver } from './new-build.ts'
import { router } from './router.ts'

/** Milliseconds between two looks of a page that stays open. */
const between = 3_600_000

/**
 * Looks for a new build when the server is back, and each hour. When its files are on this device, the page becomes it: when it is
 * hidden, or at the next page the person goes to, so that nobody's reading is cut.
 */
export function followUpdates(): void {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer }
  if (!serviceWorker) return
  let waits = false
  const look = () => void serviceWorker.getRegistration().then(one => one?.update()).catch(() => {})
  const tryNow = async () => void (waits &&= await takeOver())
  serviceWorker.addEventListener('controllerchange', () => {
    waits = true
    if (document.visibilityState === 'hidden') void tryNow()
  })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void tryNow())
  router.afterEach((to, from) => to.path !== from.path && void tryNow())
  watch(linkState, state => state === 'live' && look())
  setInterval(look, between)
}
