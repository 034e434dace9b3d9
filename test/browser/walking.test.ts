import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const rail = (page: Page) => page.getByRole('navigation', { name: '主导航' })
const at = (page: Page) => new URL(page.url()).pathname
const frame = async (page: Page) => {
  await rail(page).waitFor()
  for (const part of [page.getByRole('combobox', { name: /搜/ }), page.locator('[data-link="live"]').first(), page.getByRole('button', { name: /^账户/ }), page.locator('.bell')]) await part.first().waitFor()
}

it('[SC9] one walks by the rail, the tabs, G and a letter, and the search; header and rail stay', async () => {
  const { page, context, errors } = await board.come('coordinator')
  await expect.poll(() => rail(page).getByRole('link').count()).toBe(10)
  await rail(page).locator('[aria-current="page"]').and(page.getByText('地图')).waitFor()

  await rail(page).getByRole('link', { name: /^督查/ }).click()
  await page.getByRole('heading', { name: '每日例会' }).waitFor({ state: 'attached' })
  await frame(page)
  await rail(page).locator('[aria-current="page"]').and(page.getByText('督查')).waitFor()
  const tabs = page.getByRole('navigation', { name: '督查的页面' })
  await tabs.getByRole('link', { name: '督查覆盖' }).click()
  await expect.poll(() => at(page)).toBe('/coverage')
  await tabs.locator('[aria-current="page"]').and(page.getByText('督查覆盖')).waitFor()
  await frame(page)

  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect.poll(() => at(page)).toBe('/posts')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('志愿者')
  await page.getByRole('option', { name: /志愿者 值守/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => at(page)).toBe('/volunteers')

  // A letter that is typed into a field opens nothing.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('gm')
  expect(at(page)).toBe('/volunteers')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: '快捷键' }).getByText('值守排班').waitFor()
  await page.keyboard.press('Escape')
  expect(await seriousFaults(page)).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[SC19] the tabs stay where they are from page to page, and a row stays when its record opens beside it', async () => {
  const { page, context } = await board.come('coordinator')
  const left = async (part: ReturnType<Page['locator']>) => (await part.boundingBox())?.x
  const tabs = page.getByRole('navigation', { name: /的页面$/ })
  const lefts: unknown[] = []
  for (const path of ['/meeting', '/coverage', '/checklists', '/letters', '/settled', '/bulletins', '/import', '/inbox']) {
    await visit(page, path)
    await tabs.waitFor()
    lefts.push(await left(tabs))
  }
  expect(new Set(lefts).size).toBe(1)
  const row = page.locator('main li button').first()
  const before = await left(row)
  await row.click()
  await page.locator('.beside-page').waitFor()
  expect(await left(row)).toBe(before)
  await context.close()
})

it('[SC9] the map is found again as it was left', async () => {
  const { page, context } = await board.come('coordinator', { at: '/?tab=place&kind=careHome' })
  await rail(page).getByRole('link', { name: /^通报/ }).click()
  await expect.poll(() => at(page)).toBe('/bulletins')
  await rail(page).getByRole('link', { name: '地图' }).click()
  await expect.poll(() => new URL(page.url()).search).toBe('?tab=place&kind=careHome')
  await context.close()
})

it('[SC9] a page that the role may not use is not shown and, typed by hand, says so and names those it may use', async () => {
  const { page, context, errors } = await board.come('unit')
  await rail(page).getByRole('link', { name: /^问题/ }).waitFor()
  expect(await rail(page).getByRole('link', { name: /^值守/ }).count()).toBe(0)
  await visit(page, '/people')
  await page.getByRole('heading', { name: '这一页不对您的角色开放' }).first().waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  expect(await seriousFaults(page)).toEqual([])
  await page.locator('main').getByRole('link', { name: '我的待办' }).click()
  await expect.poll(() => at(page)).toBe('/inbox')
  await page.locator('.inbox').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

it('[SC10] what a page opens is shown beside it; the address keeps it, and Esc closes it', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/inbox' })
  const row = page.locator('.inbox .row').first()
  await row.click()
  const panel = page.locator('.detail-panel')
  await panel.waitFor()
  expect(at(page)).toBe('/inbox')
  const [list, beside] = await Promise.all([page.locator('.inbox').boundingBox(), panel.boundingBox()])
  expect(list!.x + list!.width).toBeLessThanOrEqual(beside!.x)
  await page.reload()
  await panel.waitFor()
  await page.getByRole('button', { name: /^账户/ }).click()
  await page.keyboard.press('Escape')
  expect(await page.locator('.account .menu').count()).toBe(0)
  await panel.waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('')
  await page.getByRole('button', { name: /^账户/ }).click()
  await page.locator('main').click({ position: { x: 5, y: 5 } })
  await page.locator('.account .menu').waitFor({ state: 'detached' })
  expect(await seriousFaults(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})
