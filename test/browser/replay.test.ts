import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const names = ['found', 'closed', 'followed', 'overdue', 'shortages', 'gaps', 'zones'] as const

it('[F76] the totals at the end of each day equal its bulletin; two moments are compared, and the issues closed between them open', async () => {
  const ann = await board.come('coordinator')
  const { page } = ann
  const figures = async () => Object.fromEntries(await Promise.all(names.map(async name => [name, Number(await page.locator(`[data-figure="${name}"]`).textContent())] as const)))
  const bulletins = [...board.board.authority.board.all('bulletin')].sort((a, b) => a.until - b.until)
  expect(bulletins.length).toBeGreaterThanOrEqual(17)
  await visit(page, '/replay')
  await page.locator('[data-figure="found"]').waitFor()
  expect(await figures()).toMatchObject({ found: 369, closed: 314, followed: 55 })
  const slider = page.getByRole('slider')
  await slider.evaluate((input: HTMLInputElement, until) => {
    input.value = String(until)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }, bulletins[0]!.until)
  // A step of a day ends at its cut-off: the days of the replay are the bulletins.
  for (const [i, one] of bulletins.entries()) {
    if (i) await page.getByRole('button', { name: '后一天' }).click()
    const { found, closed, followed, overdue, shortages, gaps, zones } = one.figures
    await expect.poll(figures, { message: one.day }).toEqual({ found, closed, followed, overdue, shortages, gaps, zones })
  }

  await slider.evaluate((input: HTMLInputElement, until) => {
    input.value = String(until)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }, bulletins[5]!.until)
  await page.getByRole('button', { name: '与此刻对比' }).click()
  for (let n = 0; n < 3; n++) await page.getByRole('button', { name: '后一天' }).click()
  const closed = bulletins[8]!.figures.closed - bulletins[5]!.figures.closed
  await page.getByRole('button', { name: new RegExp(`其间发现 ${bulletins[8]!.figures.found - bulletins[5]!.figures.found} 件`) }).click()
  await expect.poll(() => page.locator('.rows li').count()).toBe(bulletins[8]!.figures.found - bulletins[5]!.figures.found)
  expect(closed).toBeGreaterThan(0)
  // The past cannot be changed, and the address leads back to the same moment.
  await page.getByText('不是现在，不能操作').waitFor()
  const before = await figures()
  await page.reload()
  await page.locator('[data-figure="found"]').waitFor()
  expect(await figures()).toEqual(before)
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F76] the whole incident plays in the chosen time, and ends at now', async () => {
  const ann = await board.come('coordinator')
  const { page } = ann
  await page.clock.install()
  await visit(page, '/replay')
  await page.getByLabel('全程用时').selectOption('20')
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000))
  await page.getByRole('button', { name: '从头播放' }).click()
  // No frame plays more than half a second, the first only tells when it began, and one is lost now and then on a loaded machine.
  const ended = () => page.getByRole('button', { name: '从头播放' }).isVisible()
  let halves = 0
  for (; halves < 48 && !await ended(); halves++) await page.clock.fastForward(500)
  expect(await ended()).toBe(true)
  expect(halves).toBeGreaterThanOrEqual(40)
  await expect.poll(() => page.locator('[data-figure="found"]').textContent()).toBe('369')
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})
