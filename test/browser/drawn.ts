import type { Page } from 'playwright-core'

/**
 * The pixels of the map's canvases. Not a screenshot: a canvas is larger than the window, which a
 * screenshot would resize to hold it, and the page would become a phone's for a moment.
 */
export const drawn = (page: Page): Promise<string> => page.locator('.holder canvas').evaluateAll(all => all.map(canvas => (canvas as HTMLCanvasElement).toDataURL()).join(' '))
