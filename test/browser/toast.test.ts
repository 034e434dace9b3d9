import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** The message, and the controls of which it covers a part. Rows of a list may lie under it for a moment, marks of the map too. */
const covered = (page: Page) => page.evaluate(() => {
  const toast = document.querySelector('.toast')
  if (!toast) return ['no message']
  return [...document.querySelectorAll<HTMLElement>('.button, input, select, textarea, summary, label:has(input), [role="tab"], nav a, nav button, header a, header button, footer a, footer button, fieldset button')]
    .filter(one => !one.closest('.toasts, .leaflet-container') && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y => [left + x * width, top + y * height] as const))
      return width > 2 && height > 2 && points.some(([x, y]) => toast.contains(document.elementFromPoint(x, y)))
    })
    .map(one => `${location.pathname}: ${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 30)}`)
})

it.each([['1366', { width: 1366, height: 768 }], ['1920', { width: 1920, height: 1080 }]] as const)('[SC14] on a desk of %s the message covers no button, field or tab on any page', async (_, viewport) => {
  const { page, context, errors } = await board.come('coordinator', { viewport })
  await context.grantPermissions(['clipboard-write'])
  for (const path of ['/', '/inbox', '/rechecks', '/register', '/posts', '/supplies', '/meeting', '/letters', '/bulletins']) {
    await visit(page, `${path}?sel=issue/i-0362`)
    await page.getByRole('button', { name: '复制链接' }).first().click()
    await page.getByText('已复制').waitFor()
    await expect.poll(() => covered(page), { timeout: 8_000 }).toEqual([])
    // The mark of the board is the way home.
    const box = await page.locator('.toast').boundingBox()
    expect(box && (box.x > 60 || box.y > 60), `${path}: ${JSON.stringify(box)}`).toBe(true)
  }
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 240_000)

it('[SC14] on a phone the message of a check-in covers nothing of the checklist that follows, nor the pages at the foot', async () => {
  const { page, context, errors } = await board.come('inspector', { at: '/?sel=place/pl-nanqiao-sampling', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] })
  await page.getByRole('button', { name: '到场督查' }).tap()
  await page.getByRole('button', { name: '到场', exact: true }).tap()
  await page.locator('.toast').waitFor()
  await page.getByRole('group', { name: '防护手套配备充足' }).waitFor()
  await expect.poll(() => covered(page), { timeout: 8_000 }).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 120_000)
