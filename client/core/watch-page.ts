interface Watched { readonly hidden: () => void, /** Called when the page becomes visible, and every ten seconds while it is. */ readonly seen: () => void, /** Called when the browser reports that the network is back. */ readonly online: () => void, readonly leaving: () => void }

/** Tells when the page becomes visible or hidden, for a laptop that slept or a phone in a pocket. Nothing runs while it is hidden. */
export function watchPage({ hidden, seen, online, leaving }: Watched): void {
  let looking: ReturnType<typeof setInterval> | undefined

  function turn(): void {
    clearInterval(looking)
    if (document.visibilityState === 'hidden') return hidden()
    looking = setInterval(seen, 10_000)
    seen()
  }
  document.addEventListener('visibilitychange', turn)
  window.addEventListener('online', online)
  window.addEventListener('pagehide', leaving)
  if (document.visibilityState !== 'hidden') looking = setInterval(seen, 10_000)
}
