import type { Browser } from 'playwright-core'
import process from 'node:process'
import { chromium } from 'playwright-core'

const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** A real browser for the length of a measurement. */
export async function withBrowser<T>(measure: (browser: Browser) => Promise<T>): Promise<T> {
  if (!process.env.CHROMIUM) throw new Error('No Chromium found: set CHROMIUM=/path/to/it.')
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: flags })
  try {
    return await measure(browser)
  } finally {
    await browser.close()
  }
}
