import type { Page, Request } from 'playwright-core'

interface Root extends Element { readonly __vue_app__: { readonly config: { readonly globalProperties: { readonly $router: { push: (address: string) => Promise<unknown> } } } } }

/**
 * Goes to another page of the same document, as a link does, and waits until that page is made and has fetched what it shows. A load of
 * the whole document costs three times as much: tests of what a page shows go this way, tests of how it loads do not.
 */
export const visit = (page: Page, address: string): Promise<void> => settled(page, async () => {
  await page.evaluate(async to => void await document.querySelector<Root>('#app')!.__vue_app__.config.globalProperties.$router.push(to), address)
  await page.getByRole('heading').first().waitFor({ state: 'attached' })
})

/** Gives the window another size, and waits until the page has the layout of that size and has fetched what it shows. */
export const resize = (page: Page, size: { readonly width: number, readonly height: number }): Promise<void> => settled(page, () => page.setViewportSize(size))

/** Waits after `act` until nothing is being fetched, and what has come is drawn. */
async function settled(page: Page, act: () => Promise<void>): Promise<void> {
  const open = new Set<Request>()
  let asked = 0
  const start = (request: Request) => {
    asked++
    open.add(request)
  }
  const end = (request: Request) => void open.delete(request)
  page.on('request', start).on('requestfinished', end).on('requestfailed', end)
  try {
    await act()
    for (let before = -1; before !== asked || open.size;) {
      before = asked
      await Promise.all([...open].map(request => request.response().then(response => response?.finished())))
      // What has come is drawn, and may make the page ask for more.
      await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50)))))
    }
  } finally {
    page.off('request', start).off('requestfinished', end).off('requestfailed', end)
  }
}
