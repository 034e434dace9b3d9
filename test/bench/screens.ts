import type { BrowserContextOptions, Page } from 'playwright-core'

/** A phone held upright, or an office's small screen. */
export const screenOf = (phone: boolean): BrowserContextOptions => phone
  ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
  : { viewport: { width: 1366, height: 768 } }

/** Waits until the screen stands; on a desk with its map and its list. */
export async function shown(page: Page, phone: boolean): Promise<void> {
  // The screen has its state of the connection in the header, the page that waits has another one.
  await page.locator('[data-link]:not(.start)').first().waitFor()
  if (!phone) await Promise.all([page.locator('canvas').first().waitFor(), page.locator('.scroller [data-key]').first().waitFor()])
}
