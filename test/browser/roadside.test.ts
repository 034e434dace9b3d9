import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'], serviceWorkers: 'allow' as const }

it('[F84] [F87] without a network a report waits, a page that crashes keeps it and the half-written one, the app opens from its start address with its age, and the report arrives once from two pages', async () => {
  const { page, context, cable, person, errors } = await board.come('inspector', { ...phone, at: '/?do=report' })
  const { start_url: start } = await (await context.request.get(`${cable.address}/app-zh.webmanifest`)).json() as { start_url: string }
  await pagesKept(page)
  cable.pull()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  await form.getByRole('button', { name: '通风不良' }).tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await page.getByText('1 条待发送').first().waitFor()
  await page.getByRole('button', { name: '上报' }).first().tap()
  await form.getByPlaceholder('一句话说清哪里不对').fill('写到一半')
  await form.getByText('草稿已存').waitFor()
  const crashed = page.waitForEvent('crash')
  void (await context.newCDPSession(page)).send('Page.crash').catch(() => {})
  await crashed

  const [one, two] = [await context.newPage(), await context.newPage()]
  for (const opened of [one, two]) {
    await opened.goto(cable.address + start)
    await opened.getByText('1 条待发送').first().waitFor()
    await opened.getByText(/离线.*可照常操作/).first().waitFor()
  }
  await one.getByRole('button', { name: '上报' }).first().tap()
  await expect.poll(() => one.getByPlaceholder('一句话说清哪里不对').inputValue()).toBe('写到一半')

  const submitted = vi.spyOn(board.board.authority, 'submit')
  cable.plug()
  const mine = () => [...board.board.authority.board.all('issue')].filter(({ title, foundBy }) => title === '通风不良' && foundBy === person.id)
  await expect.poll(() => mine().length, { timeout: 60_000 }).toBe(1)
  for (const opened of [one, two]) await opened.getByText('1 条待发送').first().waitFor({ state: 'detached' })
  expect(submitted.mock.calls.filter(([command]) => command.name === 'reportIssue')).toHaveLength(1)
  expect(errors).toEqual([])
  await context.close()
})
