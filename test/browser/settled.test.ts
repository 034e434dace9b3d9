import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { settledAt } from '../../shared/settled.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[SE4] a settled record is looked up by kind, township and days, and opens like any other record, also by its link', async () => {
  const { authority } = board.board
  const before = authority.now() - 3 * 86_400_000
  expect(await authority.submit({ id: 'clear', name: 'clearBoards', args: { before: { inspection: before, delivery: before, notice: before } } }, { id: 'system', role: 'system' })).toMatchObject({ ok: true })
  const left = [...authority.board.all('inspection')].filter(one => (settledAt('inspection', one) ?? before) < before).sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
  expect(left.length).toBeGreaterThan(50)
  const { page, context, errors } = await board.come('coordinator', { at: '/settled?kind=inspection' })
  const rows = page.locator('.rows .row')
  await expect.poll(() => rows.count()).toBe(50)
  await page.getByRole('button', { name: '再显示' }).click()
  await expect.poll(() => rows.count()).toBe(Math.min(100, left.length))

  const one = left.at(-1)
  await page.locator('main').getByLabel('镇街').selectOption(one?.township ?? '')
  await expect.poll(() => rows.count()).toBe(Math.min(50, left.filter(({ township }) => township === one?.township).length))
  await page.locator('main').getByLabel('镇街').selectOption(left[0]?.township ?? '')
  await page.getByLabel('文字').fill(left[0]?.title ?? '')
  await page.getByLabel('文字').press('Enter')
  await expect.poll(() => rows.allTextContents().then(all => all.length > 0 && all.every(row => row.includes(left[0]?.title ?? '')))).toBe(true)
  await rows.first().getByText(left[0]?.title ?? '').waitFor()
  await rows.first().click()
  await page.locator('.detail-panel').getByRole('heading', { name: left[0]?.title }).waitFor()

  await visit(page, `/?sel=inspection/${one?.id}`)
  await page.locator('.detail-panel').getByRole('heading', { name: one?.title }).waitFor()
  await visit(page, '/?sel=inspection/nowhere')
  await page.locator('.detail-panel').waitFor()
  await visit(page, '/settled?kind=delivery')
  await page.getByText('没有符合条件的记录。').waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
