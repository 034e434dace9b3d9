import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] }
const all = <K extends 'inspection' | 'issue' | 'place'>(kind: K) => [...board.board.authority.board.all(kind)]

it('[F23] [F26] checked in, a failed item becomes its issue in one tap, and the visit is signed: most of it without a network', async () => {
  const { page, context, cable, person, errors } = await board.come('inspector', { ...phone, serviceWorkers: 'allow' })
  await pagesKept(page)
  await page.getByRole('heading', { name: '今日路线' }).waitFor()
  await visit(page, '/?sel=place/pl-nanqiao-sampling')
  await page.getByRole('button', { name: '到场督查' }).tap()
  cable.pull()
  await page.getByText('可照常操作').waitFor({ timeout: 10_000 })
  await page.getByRole('button', { name: '到场', exact: true }).tap()
  const gloves = page.getByRole('group', { name: '防护手套配备充足' })
  await gloves.getByRole('button', { name: '不合格' }).tap()

  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '防护手套不足', pressed: true }).waitFor()
  await form.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  await form.getByRole('button', { name: '发送' }).tap()
  await page.getByRole('button', { name: '看问题' }).waitFor()
  await page.getByRole('button', { name: '其余合格' }).tap()
  await page.getByRole('group', { name: '采样区域通风良好' }).getByRole('button', { name: '合格', exact: true, pressed: true }).waitFor()
  await page.getByRole('button', { name: '签字结束' }).tap()
  // What was found cannot be signed away.
  const sign = page.getByRole('button', { name: '签字：已发现问题' })
  await sign.waitFor()
  expect(await page.getByRole('button', { name: '签字：未发现问题' }).count()).toBe(0)
  await sign.tap()

  cable.plug()
  const mine = () => all('inspection').find(one => one.signedBy === person.id && one.checkIn?.how === 'gps' && one.results['samplingSite-1']?.issue)
  await expect.poll(() => mine()?.clean, { timeout: 40_000 }).toBe(false)
  const issue = all('issue').find(one => one.id === mine()?.results['samplingSite-1']?.issue)
  expect(issue).toMatchObject({ title: '防护手套不足', place: 'pl-nanqiao-sampling', item: 'samplingSite-1', aspect: 'supplies', severity: 'immediate', unit: 'health' })
  expect(errors).toEqual([])
  await context.close()
})

it('[F15] a street of twenty shops takes one tap a shop and three more; those without the code become one issue', async () => {
  const { page, context, person, errors } = await board.come('inspector', phone)
  const counts = new Map<string, number>()
  for (const place of all('place')) {
    if (place.kind === 'shop' && !place.retired) counts.set(place.township, (counts.get(place.township) ?? 0) + 1)
  }
  const [township = '', shops = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const many = Math.min(20, shops)
  await page.getByRole('button', { name: '沿街排查' }).tap()
  await page.getByLabel('镇街').selectOption(township)
  const street = taps('a street of twenty shops, from the check-in to the issue', many + 3)
  await street.tap(page.getByRole('button', { name: '到场', exact: true }))
  await page.getByText(`已查 0 户，共 ${shops} 户`).waitFor()
  const rows = page.locator('.sheet .taps')
  for (let n = 0; n < many; n++) await street.tap(rows.nth(n).getByRole('button', { name: n % 4 ? '已张贴' : '未张贴' }))
  const missing = Math.ceil(many / 4)
  await street.tap(page.getByRole('button', { name: `汇总上报 ${missing} 户` }))
  await street.tap(page.getByRole('dialog').getByRole('button', { name: '发送' }))
  await expect.poll(() => all('issue').find(one => one.foundBy === person.id && one.places.length === missing)?.title, { timeout: 60_000 }).toBe(`未张贴场所码 ${missing} 户`)
  street.fact()
  expect(many).toBe(20)
  expect(errors).toEqual([])
  await context.close()
})

it('[F84] a report is sent without any position, stands in its township as to be verified, and is put where it belongs later', async () => {
  const { page, context, errors } = await board.come('inspector', { ...phone, geolocation: undefined, permissions: [], at: '/?do=report' })
  const form = page.getByRole('dialog')
  await form.getByText('只选镇街先发送').waitFor()
  await form.getByLabel('镇街').selectOption({ label: '和寮镇' })
  await form.getByText('先标在和寮镇中心').waitFor()
  await form.getByLabel('问题', { exact: true }).fill('水管破裂')
  await form.getByLabel('重点方面').selectOption({ index: 1 })
  await form.getByRole('button', { name: '发送' }).tap()
  const issue = () => all('issue').find(one => one.title === '水管破裂')
  await expect.poll(() => issue()?.source).toBe('approximate')
  await visit(page, `/?sel=issue/${issue()!.id}`)
  await page.getByText('位置为示意，待核').waitFor()
  await page.getByRole('button', { name: '移动位置' }).waitFor()
  expect(errors).toEqual([])
  await context.close()
})
