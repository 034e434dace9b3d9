import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const hotel = '石城镇3号隔离点'
const id = 'pl-hotel-shicheng-3'
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const live = () => board.board.authority.board
const batch = (one: string) => live().get('batch', one)

it('[F42] [QS5] [QS7] arrivals of the afternoon that were not tested are red next morning, on the page, in the due list and on the map, with the issue filled in; the contact answers with one tap, without a network too', async () => {
  const ann = await board.come('coordinator')
  await visit(ann.page, '/quarantine')
  const red = ann.page.locator('.batch', { has: ann.page.locator('.due.late') })
  await red.getByText('第 3 批', { exact: true }).waitFor()
  await expect.poll(() => red.count()).toBe(1)
  await expect.poll(() => red.getByText('每日一检，新到人员12小时内首检').count()).toBe(1)
  await red.getByRole('button', { name: '登记为问题' }).click()
  await expect.poll(() => ann.page.getByPlaceholder('一句话说清哪里不对').inputValue()).toContain('第 3 批 8 人：未落实')
  await visit(ann.page, '/due?only=late')
  await ann.page.locator('.due.late', { hasText: hotel }).getByText('第 3 批 8 人').waitFor()

  const con = await board.come('contact', { who: 'p-con-hotel-shicheng-3', ...phone })
  const { page } = con
  await visit(page, '/quarantine')
  await page.locator('.site').first().waitFor()
  await expect.poll(() => page.locator('.site .name').allTextContents()).toEqual([expect.stringContaining(hotel)])
  con.cable.pull()
  const row = page.locator('.batch', { hasText: '8 人' })
  await row.getByRole('button', { name: '已检测' }).tap()
  await row.locator('.due:not(.late)').waitFor()
  expect(batch('ba-5')!.tests).toEqual([])
  con.cable.plug()
  await expect.poll(() => batch('ba-5')!.tests.length, { timeout: 30_000 }).toBe(1)
  await ann.page.locator('.due.late', { hasText: hotel }).waitFor({ state: 'hidden' })
  expect([...ann.errors, ...con.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), con.context.close()])
})

it('[F42] [QS3] [QS4] the contact enters an arrival by batch and room number; a phone number is refused and what was typed stays; rooms and heads add up', async () => {
  const { page, errors, context } = await board.come('contact', { who: 'p-con-hotel-shicheng-3', ...phone })
  await visit(page, '/quarantine')
  await page.getByRole('button', { name: '登记入住' }).tap()
  const form = page.locator('.arrival')
  await form.getByLabel('人数', { exact: true }).fill('3')
  await form.getByRole('button', { name: '按人数取空房' }).tap()
  await form.getByText('共 3 间 3 人').waitFor()
  await form.getByLabel('备注').fill('找李四 13812345678')
  await form.getByRole('button', { name: '登记入住' }).tap()
  await form.getByText('文字里像有电话或证件号码').waitFor()
  await form.getByLabel('备注').fill('夜间到达')
  await form.getByRole('button', { name: '登记入住' }).tap()
  await form.waitFor({ state: 'hidden' })
  await expect.poll(() => [...live().all('batch')].find(one => one.note === '夜间到达')).toMatchObject({ heads: 3, no: 5, place: id })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F43] [TF5] [TF6] [TF8] a late transfer gives headquarters one notice; arriving is handed over and offers the arrival, filled in; the vehicle is not planned twice', async () => {
  const ann = await board.come('coordinator')
  const { page } = ann
  await expect.poll(() => [...live().all('notice')].filter(one => one.rule === 'transferLate').length, { timeout: 90_000 }).toBe(1)
  await visit(page, '/quarantine?view=transfers')
  const late = page.locator('.trip.late')
  await late.getByText('晚点').waitFor()
  await expect.poll(() => late.count()).toBe(1)
  const trip = page.locator('.trip', { hasText: hotel }).filter({ hasText: '在途' })
  await trip.getByRole('button', { name: '到达' }).click()
  await trip.getByLabel('接收方岗位').fill('隔离点值班组长')
  await trip.locator('form').getByRole('button', { name: '到达' }).click()
  await expect.poll(() => live().get('transfer', 'tr-2')).toMatchObject({ state: 'arrived', takenOver: { post: '隔离点值班组长' } })
  const there = page.locator('.trip', { hasText: '接收' }).filter({ hasText: '9 人' })
  await there.getByRole('button', { name: '登记入住' }).click()
  await expect.poll(() => there.getByLabel('人数', { exact: true }).inputValue()).toBe('9')
  await there.getByRole('button', { name: '按人数取空房' }).click()
  await there.locator('.arrival').getByRole('button', { name: '登记入住' }).click()
  await expect.poll(() => live().get('transfer', 'tr-2')!.batch).toBeTruthy()

  await page.getByRole('button', { name: '安排转运' }).click()
  const plan = page.locator('form.plan')
  await plan.getByLabel('送往').selectOption({ label: hotel })
  await plan.locator('select').first().selectOption({ label: '吉水镇' })
  await plan.getByLabel('车牌').fill('粤G B0506')
  await plan.getByLabel('座位数').fill('20')
  await plan.getByLabel('人数').fill('5')
  const { departBy } = live().get('transfer', 'tr-4')!
  expect(departBy).toBeGreaterThan(0)
  await plan.getByRole('button', { name: '安排转运' }).click()
  await plan.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '安排转运' }).click()
  await plan.getByLabel('送往').selectOption({ label: hotel })
  await plan.locator('select').first().selectOption({ label: '吉水镇' })
  await plan.getByLabel('车牌').fill('粤G·B0506')
  await plan.getByLabel('座位数').fill('20')
  await plan.getByLabel('人数').fill('5')
  await plan.getByRole('button', { name: '安排转运' }).click()
  await plan.getByText('不能同时在两处').waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F43] a transfer under way is a straight line on the map, said to be schematic, and a volunteer sees nothing of it', async () => {
  const { page, cable, errors, context } = await board.come('coordinator')
  await page.goto(cable.address)
  await page.locator('.trip-label').first().waitFor()
  await expect.poll(() => page.locator('.trip-label').first().textContent()).toContain('示意')
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
  const ben = await board.come('volunteer')
  await visit(ben.page, '/quarantine')
  await ben.page.locator('body').waitFor()
  expect(await ben.page.locator('.trip, .batch, .trip-label').count()).toBe(0)
  await ben.context.close()
})
