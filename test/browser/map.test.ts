import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const sizes = [{ width: 1920, height: 1080 }, { width: 1366, height: 768 }, { width: 390, height: 844 }]
/** Where the map stands: Leaflet moves its pane, and sets the box of the drawing anew for another centre or zoom. */
const standing = (page: Page) => page.locator('.leaflet-map-pane').evaluate(pane => [(pane as HTMLElement).style.transform, ...[...pane.querySelectorAll('svg')].map(svg => svg.getAttribute('viewBox'))].join(' '))

/** Pairs of visible elements whose boxes overlap. */
const overprinted = (page: Page, selectors: readonly string[]) => page.evaluate((all) => {
  const boxes = all.flatMap(selector => [...document.querySelectorAll(selector)].map(element => ({ selector, box: element.getBoundingClientRect() }))).filter(({ box }) => box.width && box.height)
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(({ box }) => box.left < a.box.right - 1 && a.box.left < box.right - 1 && box.top < a.box.bottom - 1 && a.box.top < box.bottom - 1).map(b => `${a.selector} ${b.selector}`))
}, selectors)

it('[SC8] opening and closing panels leaves the map where it is; several records of one point are a list of exactly those', async () => {
  const { page, context, cable, errors } = await board.come('coordinator')
  const issues = [...board.board.authority.board.all('issue')].filter(one => one.state !== 'closed').slice(0, 4)
  // Close up, as the list's first row brings it in sight.
  await page.locator('.left-panel [data-key]').first().click()
  await page.locator('.detail').waitFor()
  await page.getByRole('button', { name: '放大' }).click()
  await expect.poll(async () => {
    const before = await standing(page)
    await page.evaluate(() => new Promise(done => setTimeout(done, 400)))
    return await standing(page) === before
  }).toBe(true)
  const before = await standing(page)
  await page.keyboard.press('Escape')
  await page.locator('.feed').waitFor()
  expect(await standing(page)).toBe(before)
  await page.locator('.feed').getByRole('button', { name: '关闭' }).click()
  await page.locator('.feed-tab').click()
  expect(await standing(page)).toBe(before)

  await page.goto(`${cable.address}/?these=${issues.map(one => `issue/${one.id}`).join(',')}`)
  const list = page.getByRole('region', { name: '此处 4 项' })
  await list.waitFor()
  expect(await list.locator('[data-key]').evaluateAll(rows => rows.map(row => row.getAttribute('data-key')))).toEqual(issues.map(one => `issue/${one.id}`))
  await list.locator('[data-key]').nth(1).click()
  await page.locator('.detail').getByText(issues[1]?.title ?? '').first().waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor()
  await list.getByRole('button', { name: '关闭' }).click()
  await list.waitFor({ state: 'detached' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('attribution, scale, legend, tools and figures never overprint, and nothing covers the instructions while a zone is drawn', async () => {
  for (const viewport of sizes) {
    const phone = viewport.width < 768
    const { page, context, errors } = await board.come('coordinator', { viewport, hasTouch: phone, isMobile: phone })
    if (phone) await page.getByRole('navigation').getByRole('button', { name: '地图' }).click()
    await page.locator('.leaflet-control-scale-line').waitFor()
    expect(await overprinted(page, ['.leaflet-control-attribution', '.leaflet-control-scale-line', '.map-page .note', '.legend', '.notices', '.tools > .panel', '.strip', '.left-panel', '.feed']), `${viewport.width}`).toEqual([])
    if (!phone) {
      await page.getByRole('tab', { name: /区域/ }).click()
      await page.getByRole('button', { name: '划区域' }).click()
      await page.getByRole('button', { name: /在地图上/ }).first().click()
      const covered = await page.getByRole('status').filter({ hasText: '点地图加拐点' }).evaluate((bar) => {
        const { left, right, top, bottom } = bar.getBoundingClientRect()
        return [[left + 4, top + 4], [right - 4, top + 4], [(left + right) / 2, (top + bottom) / 2], [left + 4, bottom - 4], [right - 4, bottom - 4]].filter(([x = 0, y = 0]) => !bar.contains(document.elementFromPoint(x, y)))
      })
      expect(covered, `${viewport.width}`).toEqual([])
    }
    expect([...errors, ...board.bugs]).toEqual([])
    await context.close()
  }
})

it.each(['zh', 'en'] as const)('[F02] at 1366 pixels the legend does not cover the county, and on a phone the replay\'s sources, scale and note stand apart: %s', async (lang) => {
  const { page, context, errors } = await board.come('coordinator', { lang })
  await page.locator('.legend').waitFor()
  await page.locator('path.county-outline').first().waitFor({ state: 'attached' })
  const over = await page.evaluate(() => {
    const { left, right, top, bottom } = document.querySelector('.legend')!.getBoundingClientRect()
    const parts = [...document.querySelectorAll<SVGPathElement>('path.county-outline')]
    const found: string[] = []
    for (let x = left; x <= right; x += 6) {
      for (let y = top; y <= bottom; y += 6) {
        if (parts.some(part => part.isPointInFill(new DOMPoint(x, y).matrixTransform(part.getScreenCTM()!.inverse())))) found.push(`${Math.round(x)} ${Math.round(y)}`)
      }
    }
    return found
  })
  expect(over).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await visit(page, '/replay')
  await page.locator('.leaflet-control-scale-line').waitFor({ timeout: 60_000 })
  expect(await overprinted(page, ['.leaflet-control-attribution', '.leaflet-control-scale-line', '.stage .cells'])).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
