/* Keeps the pages of the app on this device, so that they open without a network. It keeps nothing of the board. */
const files = globalThis.FILES
const name = `yixian-${globalThis.VERSION}`

globalThis.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then(cache => cache.addAll(files)).then(() => globalThis.skipWaiting()))
})

/** Keeps the previous build too: pages of it may still be open and fetch their parts. */
globalThis.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const older = (await caches.keys()).filter(key => key.startsWith('yixian-') && key !== name)
    await Promise.all(older.slice(0, -1).map(key => caches.delete(key)))
    await globalThis.clients.claim()
  })())
})

/** The page comes from the network first, so that a new build is seen; after two seconds without an answer, from this device. */
async function page(request) {
  const kept = await caches.match('/')
  try {
    return await fetch(request, kept ? { signal: AbortSignal.timeout(2000) } : {})
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

globalThis.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/') || pathname.startsWith('/socket.io/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)))
})
