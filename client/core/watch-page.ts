interface Watched { readonly hidden: () => void, /** Looked at again, and every ten seconds while it is. */ readonly seen: () => void, /** The network says that it is back. */ readonly online: () => void, readonly leaving: () => void }

/** A laptop that slept, a phone that was in a pocket: tells when somebody looks at the page, and when nobody does any more. */
export function watchPage({ hidden, seen, online, leaving }: Watched): void {
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' ? hidden() : seen())
  window.addEventListener('online', online)
  window.addEventListener('pagehide', leaving)
  setInterval(() => document.visibilityState !== 'hidden' && seen(), 10_000)
}
