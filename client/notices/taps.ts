import { incident } from '../core/incident.ts'
import { openToAll } from '../core/kept.ts'
import { phoneScreen } from '../core/phone-screen.ts'
import { router } from '../core/router.ts'
import { me } from '../core/session.ts'
import { closed } from '../core/sign-out.ts'

/** On a phone the bell is on the first page only, without a record over it. */
function showNotices(): void {
  const { path, query } = router.currentRoute.value
  void router.push(matchMedia(phoneScreen).matches ? { path: '/', query: { notices: '1' } } : { path, query: { ...query, notices: '1' } })
}

/** Answers the service worker, which asks after a tap on a push in which window somebody works on that incident, and shows the notices if this one is chosen. */
export function answerTaps(): void {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer }
  serviceWorker?.addEventListener('message', ({ data, ports: [port] }: MessageEvent<{ readonly noticesOf?: string } | null>) => {
    const of = data?.noticesOf
    if (!port || of === undefined || (of && of !== incident.value)) return
    if (!me.value || closed.value || openToAll.test(location.pathname)) return
    port.onmessage = showNotices
    port.postMessage('here')
  })
}
