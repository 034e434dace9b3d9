import type { PagePath } from '../../shared/pages.ts'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageNeeds } from '../../shared/pages.ts'
import { cutText } from './cut-text.ts'
import { misfits } from './misfits.ts'
import { stage } from './stage.ts'
import { resize, visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** The text size is the browser's setting, in px; 16 is usual. 150 % at 1366 × 820 is a window of 911 × 547. */
const texts = [
  [16, [['zoomed to 150 %', { width: 911, height: 547 }]]],
  [32, [['with text of 200 %', { width: 1920, height: 1080 }], ['with text of 200 % on a phone', { width: 390, height: 844 }]]],
] as const

/** Other views of pages, and pages with a record open. */
const more = ['/?sel=issue/i-0362', '/?sel=place/pl-huaren-jishui', '/?tab=shift', '/inbox?sel=issue/i-0362', '/register?sel=place/pl-huaren-jishui', '/supplies?view=stock', '/supplies?view=deliveries', '/supplies?view=market']
function addresses(): readonly string[] {
  const { board: records } = board.board.authority
  const kinds = { '/issue/:id': 'issue', '/slip/:id': 'slip', '/bulletin/:day': 'bulletin', '/bulletin/:day/rows': 'bulletin' } as const
  const filled = (path: PagePath) => path.replace(/:\w+/, path in kinds ? [...records.all(kinds[path as keyof typeof kinds])].at(-1)?.id ?? '' : 'me')
  return [...(Object.keys(pageNeeds) as PagePath[]).map(filled), ...more]
}

const visitors = [
  ['coordinator', 'zh', (one: string) => !one.startsWith('/people')],
  ['admin', 'en', (one: string) => /^\/$|people|inbox$|posts|supplies$|volunteers/.test(one)],
] as const

it.each(visitors)('[SC13] every page fits its window, also zoomed and with larger text: %s, %s', async (role, lang, which) => {
  const { page, cable, context, errors } = await board.come(role, { lang })
  const tools = await context.newCDPSession(page)
  const faults: string[] = []
  for (const [text, windows] of texts) {
    await tools.send('Page.setFontSizes', { fontSizes: { standard: text, fixed: text } })
    // The scale of text is read once.
    await page.goto(`${cable.address}/`)
    await page.locator('[data-link="live"]').first().waitFor()
    for (const address of addresses().filter(one => which(one) && one !== '/slip/' && !one.startsWith('/care/plan'))) {
      await visit(page, address)
      for (const [how, size] of windows) {
        await resize(page, size)
        faults.push(...(await misfits(page)).map(fault => `${address} ${how}: ${fault}`))
      }
    }
  }
  expect(faults).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 600_000)

/** What works on a phone, in which language and theme: with text of 200 % each screen of its shell, and the pages of the field, fit both sizes. */
const field = [
  ['inspector', 'zh', 'light', ['/device', '/bulletins']],
  ['inspector', 'en', 'dark', ['/device', '/bulletins']],
  ['volunteer', 'zh', 'dark', ['/device']],
  ['volunteer', 'en', 'light', []],
  ['unit', 'zh', 'light', ['/inbox']],
  ['unit', 'en', 'dark', ['/inbox']],
  ['officer', 'en', 'light', ['/inbox']],
  ['contact', 'zh', 'dark', []],
  ['gridWorker', 'en', 'light', ['/needs']],
] as const

it.each(field)('[SC13] a phone with text of 200 % goes nowhere sideways and cuts nothing, and its pages stand below the work: %s, %s, %s', async (role, lang, theme, pages) => {
  const { page, cable, context, errors } = await board.come(role, { lang, theme, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  // At the usual size the bell keeps its corner, beside the title.
  const bell = page.locator('.phone header .bell')
  const [title, corner] = await Promise.all([page.locator('.phone header h1').boundingBox(), bell.boundingBox()])
  expect(corner!.y).toBeLessThan(title!.y + title!.height)

  const tools = await context.newCDPSession(page)
  await tools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 32 } })
  await page.goto(`${cable.address}/`)
  await page.locator('[data-link="live"]').first().waitFor()
  const tabs = page.locator('.phone > nav button')
  const foot = await page.locator('.phone > nav').boundingBox()
  expect([foot!.x, foot!.width, foot!.y > 370]).toEqual([0, 360, true])
  const faults: string[] = []
  const look = async (where: string) => {
    for (const size of [{ width: 360, height: 740 }, { width: 390, height: 844 }]) {
      await resize(page, size)
      faults.push(...[...await misfits(page), ...await cutText(page)].map(fault => `${where} ${size.width}: ${fault}`))
    }
  }
  for (let i = 0; i < await tabs.count(); i++) {
    const name = await tabs.nth(i).textContent()
    await tabs.nth(i).tap()
    await page.locator('.phone > nav button').nth(i).and(page.locator('[aria-current]')).waitFor()
    await look(name!.trim())
  }
  for (const address of pages) {
    await visit(page, address)
    await look(address)
  }
  expect(faults).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 300_000)
