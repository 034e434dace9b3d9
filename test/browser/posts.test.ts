import type { Stage } from './stage.ts'
import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayName, dayNumber, dayOf } from '../../shared/county-clock.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const shifts = () => [...board.board.authority.board.all('shift')]
const posts = () => [...board.board.authority.board.all('post')]

it('[F61] eight expressway exits, three turns, seven days: 168 shifts in under a minute, and more than one act can hold', async () => {
  const { page, cable, context, errors } = await board.come('coordinator')
  await page.getByRole('button', { name: /账户/ }).click()
  await page.getByRole('link', { name: '值守排班' }).click()
  await page.getByRole('columnheader').nth(7).waitFor()
  const before = shifts().length
  const began = Date.now()
  await page.getByRole('button', { name: '排班' }).click()
  const dialog = page.getByRole('dialog', { name: '排班' })
  await dialog.getByLabel('按名称筛选').fill('高速出口')
  await dialog.getByRole('button', { name: '选中这 8 处' }).click()
  // Days that the drill has not planned.
  const from = dayName(dayOf(dayName(dayNumber(Date.now(), 'Asia/Shanghai'))) + 8)
  await dialog.getByLabel('从哪天起').fill(from)
  await dialog.getByText('8 个岗位，共 168 个班次').waitFor()
  await dialog.getByRole('button', { name: '排班', exact: true }).click()
  await expect.poll(() => shifts().length, { timeout: 20_000 }).toBe(before + 168)
  expect(Date.now() - began).toBeLessThan(60_000)
  await page.getByText('已排好 168 个班次').waitFor()
  await page.getByRole('button', { name: /安铺高速出口.*0\/2 之后缺人/ }).first().waitFor()

  // Forty-two gates in the villages have no post yet: they get one, and their 882 shifts come in two acts.
  await page.getByRole('button', { name: '排班' }).click()
  await dialog.getByLabel('按名称筛选').fill('村口')
  await dialog.getByRole('button', { name: '选中这 42 处' }).click()
  await dialog.getByText('共 882 个班次').waitFor()
  await dialog.getByRole('button', { name: '排班', exact: true }).click()
  await dialog.getByText(/正在排班/).waitFor()
  await dialog.waitFor({ state: 'detached', timeout: 60_000 })
  await expect.poll(() => shifts().length, { timeout: 30_000 }).toBe(before + 168 + 882)
  await page.goto(`${cable.address}/posts`)
  await expect.poll(() => page.getByRole('rowheader').count()).toBe(posts().length + 1)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F61] a post that is edited says how many shifts follow; closed and opened again; every cell opens its shift', async () => {
  const { page, cable, context, errors } = await board.come('coordinator')
  await page.goto(`${cable.address}/posts?sel=post/g-exit-anpu`)
  const panel = page.locator('.detail-panel')
  const mine = () => shifts().filter(shift => shift.post === 'g-exit-anpu' && shift.startsAt > Date.now())
  await panel.getByRole('button', { name: '修改岗位' }).click()
  const dialog = page.getByRole('dialog', { name: '修改岗位' })
  await dialog.getByText('今后没有要调整的班次').waitFor()
  await dialog.getByLabel('人数').first().fill('3')
  const follow = mine().filter(shift => shift.slot === 'a').length
  await dialog.getByText(`将调整今后 ${follow} 个班次`).waitFor()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => mine().filter(shift => shift.needed === 3).length).toBe(follow)
  await panel.getByRole('button', { name: '撤岗' }).click()
  await expect.poll(() => mine().every(shift => !shift.open)).toBe(true)
  await panel.getByRole('button', { name: '恢复岗位' }).click()
  await expect.poll(() => mine().every(shift => shift.open)).toBe(true)

  // By keyboard: into the grid, down a line, one turn on, open, away.
  await page.locator('.cell').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: label.split(' ')[0] ?? '' }).waitFor()
  expect(page.url()).toContain('sel=shift/')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it.each([['light', 1366, 768], ['dark', 1920, 1080], ['light', 390, 844]] as const)('[F97] axe finds nothing serious on the posts page: %s %i', async (theme, width, height) => {
  const { page, cable, context } = await board.come('coordinator', { viewport: { width, height }, theme })
  for (const open of [false, true]) {
    await page.goto(`${cable.address}/posts${open ? '?sel=post/g-exit-anpu' : ''}`)
    await page.getByRole('columnheader').nth(7).waitFor()
    if (!open) await page.getByRole('button', { name: '排班' }).click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(one => one.impact === 'serious' || one.impact === 'critical')
    expect(serious.map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html).join(' ')}`)).toEqual([])
  }
  await context.close()
})
