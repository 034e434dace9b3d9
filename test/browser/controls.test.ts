import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** A browser that speaks American English, in a time zone 13 hours away. */
const abroad = { locale: 'en-US', timezoneId: 'America/New_York' } as const

it('[SC20] a day is typed, chosen by keyboard and shown in the language of the page and by the county\'s clock, whatever the browser speaks', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/posts', ...abroad })
  const day = page.getByRole('combobox', { name: '从哪天起' })
  await day.waitFor()
  await expect.poll(() => day.inputValue()).toMatch(/^\d+月\d+日周.$/)
  const today = await day.inputValue()

  await day.fill('明天')
  await day.press('Enter')
  await page.waitForURL(/from=/)
  const tomorrow = await day.inputValue()
  expect(tomorrow).toMatch(/^\d+月\d+日周.$/)
  await day.press('ArrowDown')
  await expect.poll(() => day.inputValue()).toBe(today)

  await day.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: '选择日期' })
  await calendar.waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await calendar.waitFor({ state: 'detached' })
  await expect.poll(() => day.inputValue()).toBe(tomorrow)
  expect(await day.evaluate(one => one === document.activeElement)).toBe(true)

  await day.press('Alt+ArrowDown')
  await calendar.waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await calendar.waitFor({ state: 'detached' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 120_000)

it('[SC20] in a dialog the calendar lies above it, Esc closes the calendar alone, and a time is of 24 hours', async () => {
  const { page, context, errors } = await board.come('coordinator', abroad)
  await page.getByRole('tab', { name: /班次/ }).click()
  await page.getByRole('button', { name: '开班次' }).click()
  const form = page.getByRole('dialog', { name: '开班次' })
  const starts = form.getByLabel('开始', { exact: true })
  await starts.click()
  const calendar = page.getByRole('dialog', { name: '选择日期' })
  await calendar.waitFor()
  const days = calendar.getByRole('gridcell')
  for (const cell of await days.all()) {
    expect(await cell.locator('button').evaluate((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return one.contains(document.elementFromPoint(x + width / 2, y + height / 2))
    })).toBe(true)
  }
  await page.keyboard.press('Escape')
  await calendar.waitFor({ state: 'detached' })
  await expect.poll(() => form.isVisible()).toBe(true)
  const clock = form.getByLabel('开始 时刻')
  await expect.poll(() => clock.inputValue()).toBe('20:00')
  await clock.fill('下午8点半')
  await clock.press('Tab')
  await expect.poll(() => clock.inputValue()).toBe('20:30')
  await starts.fill('下周')
  await starts.press('Tab')
  await expect.poll(() => form.locator('.wrong').textContent()).toContain('请写成日期')
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 120_000)

it('[SC21] letters choose from a list of Chinese names, open or closed, by pinyin and initials', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/posts', ...abroad })
  const list = page.getByLabel('镇街', { exact: true })
  await list.focus()
  await page.keyboard.type('jsz')
  await page.waitForFunction(one => (one as HTMLSelectElement).selectedOptions[0]?.text === '吉水镇', await list.elementHandle())
  await page.waitForURL(/township=/)
  // A space soon after a letter belongs to what was typed.
  await page.keyboard.press('ArrowDown')
  await page.waitForFunction(() => document.querySelector('select:open'))
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.type('heliao')
  await page.waitForFunction(() => (document.activeElement as HTMLOptionElement).text === '和寮镇')
  await page.keyboard.press('Enter')
  await page.waitForFunction(one => (one as HTMLSelectElement).selectedOptions[0]?.text === '和寮镇', await list.elementHandle())
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 120_000)

it('[SC20] on a touch screen the phone\'s own picker opens, and the day is shown in the language of the page', async () => {
  const { page, context, errors } = await board.come('coordinator', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, ...abroad })
  await visit(page, '/settled')
  const from = page.getByLabel('办结自')
  await expect.poll(() => from.getAttribute('type')).toBe('date')
  const box = await from.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await from.fill('2022-05-23')
  await page.getByText('2022年5月23日周一').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
}, 120_000)

it('[SC20] what is missing is said in the language of the page, whatever the browser speaks, and no longer once it is there', async () => {
  const { page, context, errors } = await board.come('coordinator', { ...abroad, at: '/?sel=place/pl-huaren-jishui' })
  await page.getByRole('button', { name: '编辑', exact: true }).click()
  const form = page.locator('form').filter({ has: page.getByLabel('名称') })
  const name = form.getByLabel('名称')
  await name.fill('')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect.poll(() => name.evaluate((one: HTMLInputElement) => one.validationMessage)).toBe('请填写这一项。')
  await name.fill('吉水镇华仁养老院')
  expect(await name.evaluate((one: HTMLInputElement) => [one.validationMessage, one.validity.valid])).toEqual(['', true])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
