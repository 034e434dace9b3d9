import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const zone = (id: string) => board.board.authority.board.get('zone', id)

it('[F19] [Z7] the card of a zone has three conditions with ticks; lifting is blocked until an approver overrides them, and dates are entered with evidence', async () => {
  const { page, errors, context } = await board.come('coordinator', { at: '/?sel=zone/z-liangdong' })
  const card = page.locator('.conditions')
  await expect.poll(() => card.locator('li').count()).toBe(3)
  expect(await card.locator('li.met').count()).toBe(0)
  const round = card.locator('li', { hasText: '全员完成一轮核酸筛查' })
  await round.getByRole('button', { name: /登记/ }).click()
  const day = new Date(board.board.authority.board.get('incident', 'incident')!.startedAt + 17 * 24 * 3_600_000).toISOString().slice(0, 10)
  await round.getByLabel('全阴轮次采样时间', { exact: true }).fill(day)
  await round.getByRole('spinbutton').or(round.locator('input').nth(1)).first().fill('20:00')
  await round.getByLabel('凭据').fill('第 9 轮全阴')
  await round.getByRole('button', { name: '登记', exact: true }).click()
  await expect.poll(() => card.locator('li.met').count()).toBe(1)
  await round.getByText('第 9 轮全阴').waitFor()

  await page.locator('.detail-panel').getByRole('button', { name: '解除区域' }).click()
  const lift = page.getByRole('dialog', { name: '解除区域' })
  await lift.getByText('还有 2 项条件未满足').waitFor()
  await lift.getByLabel('理由').fill('误划')
  await lift.getByLabel('批准人').fill('市指挥部')
  await lift.getByRole('button', { name: '解除区域' }).click()
  await lift.getByText('解除条件还没有全部满足').waitFor()
  expect(zone('z-liangdong')?.liftedAt).toBeNull()
  await lift.getByLabel('经批准提前解除').check()
  await lift.getByRole('button', { name: '解除区域' }).click()
  await expect.poll(() => zone('z-liangdong')?.history.at(-1)).toMatchObject({ step: 'ended', overridden: true, approver: '市指挥部' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F19] [Z7] lowering a level asks for the conditions too, in its own dialog; a phone shows them', async () => {
  const { page, errors, context } = await board.come('coordinator', { at: '/?sel=zone/z-jishui-wide', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await expect.poll(() => page.locator('.conditions li').count()).toBe(3)
  await page.getByRole('button', { name: '调整级别' }).tap()
  const form = page.getByRole('dialog', { name: '调整级别' })
  await form.getByText('防范区').tap()
  await form.getByText('还有 3 项条件未满足').waitFor()
  await form.getByLabel('理由').fill('调整')
  await form.getByLabel('批准人', { exact: true }).fill('市指挥部')
  await form.getByRole('button', { name: '调整级别' }).tap()
  await form.getByText('解除条件还没有全部满足').waitFor()
  expect(zone('z-jishui-wide')?.level).toBe('control')
  await form.getByText('封控区').tap()
  await form.getByRole('button', { name: '调整级别' }).tap()
  await expect.poll(() => zone('z-jishui-wide')?.level).toBe('lockdown')
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
