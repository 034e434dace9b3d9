import type { Browser } from 'playwright-core'
import process from 'node:process'
import { sized } from './size.ts'

/** What a slow phone (Moto G Power of 2022) reaches in `index`: Chrome's own low-tier device. A phone of the middle (Pixel 5) reaches 1,000. */
const slowPhone = 264

/**
 * How quick the processor is for script, as Lighthouse's BenchmarkIndex counts it: the mean of two counts for a tenth of a second, of texts
 * built from 10,000 letters, which leave garbage, and of copies of 100,000 numbers, which leave none. The best of some times.
 */
async function index(browser: Browser, times: number): Promise<number> {
  const page = await browser.newPage()
  const found = await page.evaluate((rounds) => {
    const tenths = 5
    const count = (once: (turn: number) => void) => {
      const until = performance.now() + tenths * 100
      let done = 0
      for (; done % 10 !== 0 || performance.now() < until; done++) once(done)
      return done / tenths
    }
    const [one, other] = [0, 1].map(() => Array.from({ length: 100_000 }, (_, i) => i)) as [number[], number[]]
    let kept = 0
    const texts = () => count(() => {
      let text = ''
      for (let i = 0; i < 10_000; i++) text += 'a'
      kept += text.length
    })
    const copies = () => count((turn) => {
      const [from, to] = turn % 2 ? [one, other] : [other, one]
      for (let i = 0; i < from.length; i++) to[i] = from[i]!
      kept += to.length
    })
    const found = Array.from({ length: rounds }, () => (texts() + copies()) / 2)
    return kept ? Math.max(...found) : 0
  }, times)
  await page.close()
  return Math.round(found)
}

/** How many times slower a page runs, and what that is. */
export interface Slowness { readonly rate: number, readonly what: string }

/** Four times slower than this machine, or with `SLOW=phone` as slow as a slow phone. */
export async function slowness(browser: Browser): Promise<Slowness> {
  const here = await index(browser, sized(3, 1))
  const rate = sized(process.env.SLOW === 'phone' ? Math.max(1, Math.round(here / slowPhone * 10) / 10) : 4, 1)
  return { rate, what: `processor ${rate} × slower; this machine has an index of ${here}, a slow phone ${slowPhone}` }
}
