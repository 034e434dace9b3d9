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

const keyOf = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** Subscribes this browser under the server's key, anew if it was under another, and gives the server its address. */
async function register(manager: PushManager, key: string): Promise<void> {
  const former = await manager.getSubscription()
  const under = former?.options.applicationServerKey
  if (under && keyOf(under) !== key) await former.unsubscribe()
  const subscribed = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = subscribed.toJSON()
  await ask('/api/telling/push', { method: 'POST', body: { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } } })
}

/** Asks the person, and registers this browser. False if the person or the browser refuses. */
export async function startPush(key: string): Promise<boolean> {
  const manager = await worker()
  if (!manager || await Notification.requestPermission() !== 'granted') return false
  await register(manager, key)
  return true
}

/** An address counts for the session that registered it, so a browser that is subscribed registers again after a new sign-in. */
export async function pushAgain(): Promise<void> {
  const manager = await worker()
  const subscribed = await manager?.getSubscription()
  if (!manager || !subscribed || Notification.permission !== 'granted') return
  const { key, registered } = await ask<{ key: string, registered: boolean }>('/api/telling')
  const under = subscribed.options.applicationServerKey
  if (!registered || (under && keyOf(under) !== key)) await register(manager, key)
}

export async function stopPush(): Promise<void> {
  const subscribed = await (await worker())?.getSubscription()
  await subscribed?.unsubscribe()
  await ask('/api/telling/push', { method: 'DELETE' })
}
