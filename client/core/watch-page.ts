interface Watched { readonly hidden: () => void, /** Looked at again, and every ten seconds while it is. */ readonly seen: () => void, /** The network says that it is back. */ readonly online: () => void, readonly leaving: () => void }

/** A laptop that slept, a phone that was in a pocket: tells when somebody looks at the page, and when nobody does any more. Nothing runs while it is hidden. */
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
