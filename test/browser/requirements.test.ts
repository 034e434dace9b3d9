import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const newest = (rule: string) => [...board.board.authority.board.all('requirement')].filter(one => one.rule === rule).sort((a, b) => b.version - a.version)[0]

it('[F44] [RQ2] [RQ6] headquarters changes a requirement: first its effect with the places, then one act, and the former version stays in the history', async () => {
  const { page, cable, errors, context, person } = await board.come('coordinator')
  await page.goto(`${cable.address}/requirements?kind=careHome`)
  const rule = page.locator('.rule', { hasText: '一周两检' })
  await rule.getByText('依据：').first().waitFor()
  await rule.getByRole('button', { name: '修改 一周两检' }).click()
  const editor = page.locator('.editor')
  await editor.getByLabel('间隔（小时）').fill('12')
  await editor.getByLabel('要求（中文）').fill('一日两检')
  await editor.getByLabel('依据：文件、条款、日期').fill('指挥部第 7 号令')
  await editor.getByRole('button', { name: '先看影响' }).click()
  expect(newest('care-weekly')).toBeUndefined()
  const sooner = editor.locator('[data-effect="sooner"]')
  const count = Number(await sooner.locator('summary b').textContent())
  expect(count).toBeGreaterThan(1)
  await sooner.locator('summary').click()
  expect(await sooner.locator('li').count()).toBe(count)

  // A change after the preview asks for a new one, also when it is taken back.
  await editor.getByLabel('间隔（小时）').fill('24')
  await editor.getByRole('button', { name: '先看影响' }).waitFor()
  await editor.getByLabel('间隔（小时）').fill('12')
  await editor.getByRole('button', { name: '先看影响' }).click()
  await sooner.locator('summary').click()
  const name = await sooner.locator('li .name').first().textContent()
  await sooner.locator('li .name').first().click()
  await page.locator('.detail-panel').getByText(name?.trim() ?? '').first().waitFor()

  await editor.getByRole('button', { name: '第 2 版生效' }).click()
  await expect.poll(() => newest('care-weekly')).toMatchObject({ version: 2, every: 12, zh: '一日两检', by: person.id, source: { zh: '指挥部第 7 号令' } })
  const changed = page.locator('.rule', { hasText: '一日两检' })
  await changed.getByText('生效中').first().waitFor()
  await changed.getByText('全部版本 2').click()
  await changed.getByText('care-weekly 第 1 版', { exact: true }).waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F44] [RQ2] others read the requirements and their sources and cannot change them', async () => {
  const { page, cable, errors, context } = await board.come('officer', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto(`${cable.address}/requirements`)
  await page.locator('.rule').first().waitFor()
  expect(await page.locator('.rule').count()).toBeGreaterThan(8)
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: '新增要求' }).count()).toBe(0)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
