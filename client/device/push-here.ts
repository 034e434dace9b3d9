import { ask } from '../core/http.ts'

/** Pushes to this browser. */

/** Null where there is no service worker or no push, as on pages without https. */
async function worker(): Promise<PushManager | null> {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer }
  const registered = await serviceWorker?.getRegistration()
  return (registered as { readonly pushManager?: PushManager } | undefined)?.pushManager ?? null
}

export async function pushState(): Promise<'on' | 'off' | 'none'> {
  const manager = await worker()
  if (!manager || !('Notification' in globalThis)) return 'none'
  return await manager.getSubscription() ? 'on' : 'off'
}

/** Asks the person, subscribes this browser under the server's key, and gives the server its address. False if the person or the browser refuses. */
export async function startPush(key: string): Promise<boolean> {
  const manager = await worker()
  if (!manager || await Notification.requestPermission() !== 'granted') return false
  const subscribed = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = subscribed.toJSON()
  await ask('/api/telling/push', { method: 'POST', body: { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } } })
  return true
}

export async function stopPush(): Promise<void> {
  const subscribed = await (await worker())?.getSubscription()
  await subscribed?.unsubscribe()
  await ask('/api/telling/push', { method: 'DELETE' })
}
