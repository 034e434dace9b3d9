import type { Page } from 'playwright-core'

/** Traces on this device of a person's board, in IndexedDB, and of the last person here. */
export const boardsKept = (page: Page) => page.evaluate(async () => {
  const boards = await Promise.all((await indexedDB.databases()).map(({ name = '' }) => new Promise<number>((counted, failed) => {
    const asked = indexedDB.open(name)
    asked.onerror = () => failed(asked.error)
    asked.onsuccess = () => {
      const all = asked.result.transaction('board').objectStore('board').count()
      all.onsuccess = () => counted(all.result)
    }
  })))
  return { boards: boards.reduce((sum, one) => sum + one, 0), last: localStorage.getItem('yixian:last') }
})

/** Waits until this page gets its files from this device: a service worker that is ready may not have taken over the page yet, whose parts would then come from the network. */
export const pagesKept = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, { timeout: 60_000 })
