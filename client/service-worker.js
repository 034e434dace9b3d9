/* Keeps the pages of the app on this device, so that they open without a network. It keeps nothing of the board. */
const files = globalThis.FILES
/** The numbers of the files that each role uses on each screen. */
const kept = globalThis.KEPT
/** Whose files this one keeps, as `volunteer-phone`; a page of an unknown role keeps all. */
const whose = new URL(location.href).searchParams.get('for') ?? ''
const mine = ['/', '/icon.svg', ...Object.hasOwn(kept, whose) ? kept[whose].map(i => files[i]) : files]
const name = `yixian-${globalThis.VERSION}-${whose}`

/** Another role on the same device keeps most of the same files: what is here already is not fetched again. */
async function fill(cache) {
  await Promise.all(mine.map(async (file) => {
    const here = file.startsWith('/assets/') && await caches.match(file)
    return here ? cache.put(file, here) : cache.add(file)
  }))
}

globalThis.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then(fill).then(() => globalThis.skipWaiting()))
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

/** A tile that this device keeps, else from its source. */
async function tile(request) {
  const kept = await caches.match(request.url, { cacheName: 'yixian:tiles' })
  return kept ?? fetch(request)
}

globalThis.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  // Only tiles of layers that may be kept are requested so (client/map/tiles.ts): the others go their own way.
  if (origin !== location.origin && request.mode === 'cors' && request.destination === 'image') return event.respondWith(tile(request))
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/') || pathname.startsWith('/socket.io/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)))
})

/** A push says how many notices wait and nothing of what is in them. Browsers require that something is shown for each. */
globalThis.addEventListener('push', (event) => {
  const { title = '一线', body = '', incident = '', urgent = false } = event.data?.json() ?? {}
  // A later one replaces the one before it, so that a locked screen does not fill up.
  event.waitUntil(globalThis.registration.showNotification(title, { body, icon: '/icon.svg', tag: `yixian-${incident}`, renotify: true, requireInteraction: urgent, data: { incident } }))
})

/** Asks a window whether somebody works on this incident there: a port to it, or undefined. One that the system has put to sleep does not answer. */
function workHere(window, incident = '') {
  const { port1, port2 } = new MessageChannel()
  return new Promise((answer) => {
    port1.onmessage = () => answer(port1)
    setTimeout(answer, 1000)
    window.postMessage({ noticesOf: incident }, [port2])
  })
}

/** The notices open in the window where the person works on that incident, or in a new one. */
globalThis.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { incident } = event.notification.data ?? {}
  event.waitUntil((async () => {
    const windows = await globalThis.clients.matchAll({ type: 'window' })
    const answers = await Promise.all(windows.map(window => workHere(window, incident)))
    const chosen = answers.findIndex(Boolean)
    if (chosen < 0) return globalThis.clients.openWindow(`/?${incident ? `i=${encodeURIComponent(incident)}&` : ''}notices=1`)
    answers[chosen].postMessage('show')
    return windows[chosen].focus()
  })())
})
