/* The shell of the app on this device: pages open without a network. What it knows of the board is not kept here. */
const files = globalThis.FILES
const name = `yixian-${globalThis.VERSION}`

globalThis.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then(cache => cache.addAll(files)).then(() => globalThis.skipWaiting()))
})

/** Pages of the build before may still be open and ask for their parts: it is kept until the next one comes. */
globalThis.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const older = (await caches.keys()).filter(key => key.startsWith('yixian-') && key !== name)
    await Promise.all(older.slice(0, -1).map(key => caches.delete(key)))
    await globalThis.clients.claim()
  })())
})

/** The page itself is asked of the network first, so that a new build is seen; after two silent seconds the device's serves. */
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
