import type { Browser } from 'playwright-core'
import { cable } from '../browser/cable.ts'
import { pagesKept } from '../browser/kept.ts'
import { screenOf, shown } from './screens.ts'

/** Milliseconds from an address until the last known screen is shown on a device that was here before and has no network: the service worker answers. The page's processor is slowed; its worker's cannot be. */
export async function unplugged(browser: Browser, port: number, cookie: string, phone: boolean, rate: number): Promise<number> {
  const line = await cable(port)
  const context = await browser.newContext({ serviceWorkers: 'allow', ...screenOf(phone) })
  await context.addCookies([{ name: 'yixian', value: cookie, url: line.address }])
  const page = await context.newPage()
  await page.goto(line.address)
  await page.locator('[data-link="live"]').first().waitFor()
  await pagesKept(page)
  await page.waitForLoadState('networkidle')
  line.pull()
  // Nothing of the board or of its pages stays in memory.
  await page.goto('about:blank')
  const tools = await context.newCDPSession(page)
  await tools.send('Emulation.setCPUThrottlingRate', { rate })
  const began = performance.now()
  await page.goto(line.address, { waitUntil: 'commit' })
  await shown(page, phone)
  const ms = performance.now() - began
  await context.close()
  await line.end()
  return ms
}
