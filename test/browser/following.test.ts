import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** Where a page's scale says the map is. */
const scale = (page: Page) => page.locator('.leaflet-control-scale-line').textContent()
const bar = (page: Page) => page.locator('section.following')

it('[F81] [FO1] [FO5] a coordinator leads: a desk and a phone see the pointer and follow the map and what is open, leave by moving it, and are told the end', async () => {
  const ann = await board.come('coordinator')
  const ina = await board.come('inspector')
  const bea = await board.come('overseer', phone)
  await ann.page.getByRole('button', { name: '演示这幅地图，请大家跟随' }).click()
  await bar(ann.page).getByText('还没有人跟随').waitFor()
  for (const { page } of [ina, bea]) {
    await bar(page).getByText(/正在演示地图/).waitFor()
    await bar(page).getByRole('button', { name: '跟随', exact: true }).click()
    await bar(page).getByText(/正在跟随 .* 的地图/).waitFor()
  }
  await bar(ann.page).getByText('2 人跟随').waitFor()

  await ann.page.mouse.move(660, 300)
  await ann.page.mouse.move(700, 340, { steps: 4 })
  for (const { page } of [ina, bea]) await page.locator('.leader-pointer span').waitFor()
  const before = [await scale(ina.page), await scale(bea.page)]
  await ann.page.mouse.wheel(0, -300)
  await expect.poll(() => scale(ann.page)).not.toBe(before[0])
  await expect.poll(() => scale(ina.page)).toBe(await scale(ann.page))
  await expect.poll(() => scale(bea.page)).not.toBe(before[1])
  // Both windows are alike, so the pointer is where the leader's is.
  await ann.page.mouse.move(640, 380, { steps: 3 })
  await expect.poll(async () => {
    const box = await ina.page.locator('.leader-pointer').evaluate(one => one.getBoundingClientRect())
    return Math.hypot(box.x - 640, box.y - 380) < 6
  }).toBe(true)

  // What the leader opens opens here too; on the phone the bar offers it.
  await ann.page.locator('.scroller .row').first().click()
  const title = await ann.page.locator('.right h2').first().textContent() ?? ''
  await ina.page.locator('.right h2', { hasText: title }).waitFor()
  await bar(bea.page).getByText(/演示人打开/).waitFor()

  for (const { page } of [ann, ina, bea]) expect(await seriousFaults(page, { part: 'section.following' })).toEqual([])

  // Moving the map leaves it, and the leader's next movement changes nothing.
  await ina.page.mouse.move(640, 380)
  await ina.page.mouse.down()
  await ina.page.mouse.move(560, 330, { steps: 5 })
  await ina.page.mouse.up()
  await bar(ina.page).waitFor({ state: 'detached' })
  await bar(ann.page).getByText('1 人跟随').waitFor()
  const left = await scale(ina.page)
  await ann.page.mouse.move(660, 380)
  await ann.page.mouse.wheel(0, -600)
  await expect.poll(() => scale(ann.page)).not.toBe(left)
  expect(await scale(ina.page)).toBe(left)
  await bar(ann.page).getByRole('button', { name: '结束演示' }).click()
  await bea.page.getByText('演示已结束').waitFor()
  expect([...ann.errors, ...ina.errors, ...bea.errors, ...board.bugs]).toEqual([])
})
