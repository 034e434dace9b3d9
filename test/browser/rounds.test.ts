import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const place = 'pl-nanqiao-sampling'
const latest = () => board.board.authority.board.get('sampling', `rd-3_${place}`)!.entries.at(-1)!

it('[F39] [TR2] an officer enters figures with large keys on a phone, without a network too, and the bars of site, township and county move on the screen of headquarters', async () => {
  const township = board.board.authority.board.get('place', place)!.township
  const ann = await board.come('coordinator', { at: '/rounds' })
  const county = () => ann.page.locator('.progress.big p').textContent()
  const ofSite = () => ann.page.locator('.site', { hasText: '良垌镇南桥小学采样点' }).locator('.progress p').textContent()
  const ofTownship = () => ann.page.locator('.township', { hasText: '良垌镇' }).locator('.progress p').textContent()
  await ann.page.locator('.site', { hasText: '良垌镇南桥小学采样点' }).getByText('进度滞后').waitFor()
  const before = await Promise.all([county(), ofTownship(), ofSite()])

  const olaf = await board.come('officer', { who: `p-off-${township}`, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { page } = olaf
  await visit(page, '/rounds?only=lagging')
  const row = page.locator('.site', { hasText: '良垌镇南桥小学采样点' })
  await row.getByRole('button', { name: '登记进度' }).tap()
  const key = row.locator('.pad').getByRole('button', { name: '5', exact: true })
  expect((await key.boundingBox())!.height).toBeGreaterThanOrEqual(56)
  // Fewer than before: asked once, and left.
  for (const digit of String(latest().sampled - 1)) await row.locator('.pad').getByRole('button', { name: digit, exact: true }).tap()
  await row.getByRole('button', { name: '保存' }).tap()
  await row.getByRole('alert').getByText('确实要改小').waitFor()
  await row.getByRole('button', { name: '清空' }).tap()

  olaf.cable.pull()
  for (const digit of '2600') await row.locator('.pad').getByRole('button', { name: digit, exact: true }).tap()
  await row.getByRole('button', { name: '保存' }).tap()
  // It is no longer behind, so it leaves the list of those that are.
  await row.waitFor({ state: 'hidden' })
  await page.locator('.only').getByRole('radio').first().check()
  await row.getByText('2,600 / 2,900').waitFor()
  expect(latest().sampled).toBeLessThan(2600)
  olaf.cable.plug()
  await expect.poll(() => latest().sampled, { timeout: 30_000 }).toBe(2600)
  await expect.poll(async () => (await ofSite())?.includes('2,600 / 2,900')).toBe(true)
  const now = await Promise.all([county(), ofTownship(), ofSite()])
  for (const n of [0, 1, 2]) expect(now[n], String(n)).not.toBe(before[n])
  await ann.page.locator('.site', { hasText: '良垌镇南桥小学采样点' }).getByText('正常').waitFor()
  expect([...ann.errors, ...olaf.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), olaf.context.close()])
})

it('[F40] [TR7] planning proposes sites and tables by the norms, with what the staff uses against the stock', async () => {
  const { page, errors, context } = await board.come('coordinator', { at: '/rounds?view=plan' })
  await page.getByLabel('要检测的人数').fill('9000')
  await expect.poll(() => page.locator('dd').allTextContents()).toEqual(expect.arrayContaining(['3–5', '12–15']))
  const gowns = page.locator('tbody tr', { hasText: '防护服' })
  await expect.poll(() => gowns.locator('td').first().textContent()).toBe('100')
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F39] [TR5] headquarters closes the round with a reason while results are missing, takes it back, and opens the next from its numbers', async () => {
  const { page, errors, context } = await board.come('coordinator', { at: '/rounds' })
  const round = (id: string) => board.board.authority.board.get('round', id)
  await page.getByRole('button', { name: '结束本轮' }).click()
  await page.getByLabel('结果未齐就结束的原因').fill('雷雨停采')
  await page.getByRole('button', { name: '结束本轮' }).click()
  await expect.poll(() => round('rd-3')).toMatchObject({ result: 'incomplete', reason: '雷雨停采' })
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => round('rd-3')?.closedAt).toBe(null)
  await page.getByRole('button', { name: '结束本轮' }).click()
  await page.getByLabel('结果未齐就结束的原因').fill('雷雨停采')
  await page.getByRole('button', { name: '结束本轮' }).click()
  await page.getByRole('button', { name: '开始新一轮' }).click()
  await page.locator('form').getByRole('button', { name: '开始新一轮' }).click()
  await expect.poll(() => [...board.board.authority.board.all('round')].find(one => one.closedAt === null)).toMatchObject({ no: 4, targets: round('rd-3')?.targets })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
