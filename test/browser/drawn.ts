import type { Page } from 'playwright-core'

/**
 * The pixels of the map's canvas. Not a screenshot: the canvas is larger than the window, which a
 * screenshot would resize to hold it, and the page would become a phone's for a moment.
 */
export const drawn = (page: Page) => page.locator('.holder canvas').first().evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL())
