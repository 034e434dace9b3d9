import type { Page } from 'playwright-core'
import type { Stage, Visitor } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cable } from './cable.ts'
import { deploy } from './deployed.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** A browser that nobody has signed in on. */
async function screen(width = 1920, height = 1080) {
  const line = await cable(board.board.port)
  const context = await board.browser.newContext({ viewport: { width, height }, screen: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', serviceWorkers: 'block' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  await page.goto(`${line.address}/wall`)
  return { page, context, line, errors, async end() {
    await context.close()
    await line.end()
  } }
}
async function codeOf(page: Page, not = ''): Promise<string> {
  const digits = page.locator('[data-code]')
  await expect.poll(async () => await digits.getAttribute('data-code').catch(() => null) ?? not, { timeout: 60_000 }).not.toBe(not)
  return await digits.getAttribute('data-code') ?? ''
}
async function pair({ page, cable: { address } }: Visitor, code: string, name: string): Promise<void> {
  await page.goto(`${address}/screens`)
  await page.getByLabel('配对码').fill(code)
  await page.getByLabel('名称').fill(name)
  await page.getByRole('button', { name: '配对大屏' }).click()
  await page.locator('li', { hasText: name }).waitFor()
}
const shows = (page: Page, view: string) => page.locator(`[data-view="${view}"]`).waitFor({ timeout: 60_000 })

it('[F75] [WL3] [WL4] [WL5] a screen is paired at the desk, rotates, follows the keys, shows what headquarters chooses, and is revoked at once', async () => {
  const ann = await board.come('coordinator')
  const wall = await screen()
  const code = await codeOf(wall.page)
  await pair(ann, code, '一楼大厅')
  await shows(wall.page, 'map')
  for (const view of ['numbers', 'dues', 'shifts', 'shortages', 'feed', 'map']) {
    await wall.page.keyboard.press('ArrowRight')
    await shows(wall.page, view)
    // Nothing is cut or scrolls, and nothing that matters is smaller than 22 pixels of 1080.
    expect(await wall.page.evaluate(() => [...document.querySelectorAll('.wall *')].filter(one => one.scrollHeight > one.clientHeight + 1 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowY)).length + Number(document.documentElement.scrollHeight > innerHeight))).toBe(0)
    expect(await wall.page.evaluate(() => Math.min(...[...document.querySelectorAll('.wall :is(b, small, span, h1, h2, time, p)')].filter(one => one.textContent?.trim() && !one.closest('.holder')).map(one => Number.parseFloat(getComputedStyle(one).fontSize))))).toBeGreaterThanOrEqual(22)
    expect(await wall.page.evaluate(() => [...document.querySelectorAll('.wall, .wall *')].every(one => getComputedStyle(one).cursor === 'none'))).toBe(true)
  }
  await wall.page.keyboard.press('ArrowLeft')
  await shows(wall.page, 'feed')
  await wall.page.getByText('演练', { exact: false }).first().waitFor()

  const row = ann.page.locator('li', { hasText: '一楼大厅' }).first()
  await row.getByText('屏幕 1920 × 1080').waitFor({ timeout: 60_000 })
  await row.getByRole('button', { name: '修改' }).click()
  for (const view of ['全县态势', '今夜班次', '物资缺口', '实时动态']) await row.getByRole('checkbox', { name: view }).uncheck()
  for (const view of ['今日数字', '三区与应检']) await row.getByLabel(`${view} 秒数`).fill('5')
  await row.getByRole('button', { name: '保存画面' }).click()
  // By itself: the new views come with the next question, then each in its turn.
  for (const view of ['dues', 'numbers', 'dues']) await shows(wall.page, view)
  await wall.page.keyboard.press('Space')
  await wall.page.getByText('已暂停').waitFor()

  await row.getByRole('button', { name: '停用' }).click()
  await row.getByRole('button', { name: '停用' }).click()
  await wall.page.getByText('指挥部已停用本屏').waitFor({ timeout: 60_000 })
  expect(await codeOf(wall.page)).not.toBe(code)
  expect([...wall.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await wall.end()
  await ann.context.close()
})

it('[F75] [WL6] [WL7] a screen says how old its data are, returns by itself after the network was lost, and loads a new build by itself, never a black screen', async () => {
  const ann = await board.come('coordinator')
  const wall = await screen(3840, 2160)
  await pair(ann, await codeOf(wall.page), '二楼会议室')
  await shows(wall.page, 'map')
  const { page } = wall
  await page.locator('[data-old="false"] .age b').waitFor()
  expect(await page.locator('.age b').evaluate(one => Number.parseFloat(getComputedStyle(one).fontSize))).toBe(128)

  await page.clock.install()
  wall.line.pull()
  await page.clock.runFor(70_000)
  await page.getByRole('alert').filter({ hasText: '数据已停' }).waitFor({ timeout: 60_000 })
  wall.line.plug()
  await expect.poll(async () => {
    await page.clock.runFor(5000)
    return page.locator('.wall').getAttribute('data-link')
  }, { timeout: 60_000 }).toBe('live')
  await page.locator('[data-old="false"]').waitFor()

  const build = () => page.locator('script[type=module][src]').first().getAttribute('src').catch(() => null)
  const before = await build()
  await deploy(wall.context)
  const seen: boolean[] = []
  page.on('domcontentloaded', () => void page.locator('.start, [data-view]').first().isVisible().then(there => seen.push(there), () => {}))
  await expect.poll(async () => {
    await page.clock.runFor(21_000).catch(() => {})
    return build()
  }, { timeout: 60_000 }).not.toBe(before)
  await shows(page, 'map')
  expect(seen).not.toContain(false)
  expect([...wall.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await wall.end()
  await ann.context.close()
})
