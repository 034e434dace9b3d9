import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../../shared/county/lianjiang/county.ts'
import { neighboursOf } from '../../shared/exposure/neighbours.ts'
import { itemsOf } from '../../shared/exposure/standing.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F45] [XP1] [XP3] [XP4] a place is marked, has a mark of its own on the map and its neighbours within 200 m, is closed tick by tick; its public line is read without an account until it is released', async () => {
  const live = board.board.authority.board
  const near = (place: { readonly id: string, readonly lng: number, readonly lat: number }) => neighboursOf(live, { ...place, place: place.id }, county.exposure.near, board.board.authority.now())
  const home = [...live.all('place')].filter(one => !one.retired && ![...live.by('exposure', 'place', one.id)].length).find(one => near(one).length > 1)!
  const { page, context, errors, cable } = await board.come('coordinator', { at: `/?sel=place/${home.id}` })
  const panel = page.locator('.detail-panel')
  await panel.getByRole('button', { name: '标为涉疫' }).click()
  const form = page.getByRole('dialog', { name: '标记涉疫场所' })
  for (const [label, clock] of [['从', '0800'], ['到', '0930']] as const) {
    await form.getByLabel(label, { exact: true }).fill('昨天')
    await form.getByLabel(`${label} 时刻`).fill(clock)
  }
  await form.getByLabel('依据').fill('疾控第 12 号流调报告')
  await form.getByRole('button', { name: '标为涉疫' }).click()
  await panel.getByText('暴露时段').waitFor()
  // The screen shows the mark before the server has it.
  await expect.poll(() => [...live.by('exposure', 'place', home.id)].length).toBe(1)
  const marked = [...live.by('exposure', 'place', home.id)][0]!
  await panel.getByText('昨天 08:00 至 09:30').waitFor()
  await panel.getByText(`200 米内的场所 ${near(home).length}`).waitFor()
  for (const { place } of near(home).slice(0, 2)) await panel.locator('.neighbours').getByText(place.name, { exact: true }).first().waitFor()

  // A press on its mark opens it, whatever was open before.
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.locator(`[data-exposure="${marked.id}"]`).dispatchEvent('click')
  await panel.getByText('暴露时段').waitFor()

  for (const item of itemsOf(county.exposure)) await panel.getByLabel(item.zh).check()
  await panel.getByRole('button', { name: '发布公告' }).click()
  await panel.getByLabel('对外公告').fill('某市场已关闭消毒（演练）')
  await panel.getByRole('button', { name: '发布公告' }).click()
  await expect.poll(() => live.get('exposure', marked.id)?.line?.text).toBe('某市场已关闭消毒（演练）')
  const stranger = await board.browser.newContext({ locale: 'zh-CN' })
  const outside = await stranger.newPage()
  await outside.goto(`${cable.address}/e`)
  await outside.getByText('某市场已关闭消毒（演练）').waitFor()
  expect(await outside.getByText('疾控第 12 号').count()).toBe(0)

  await panel.getByRole('button', { name: '解除关闭' }).click()
  await panel.getByRole('button', { name: '解除关闭' }).click()
  await expect.poll(() => live.get('exposure', marked.id)?.releasedAt).not.toBeNull()
  await page.locator(`[data-exposure="${marked.id}"]`).waitFor({ state: 'detached' })
  await outside.reload()
  await outside.getByRole('heading', { name: '涉疫场所公告' }).waitFor()
  await expect.poll(() => outside.getByText('某市场已关闭消毒（演练）').count()).toBe(0)

  // The page is reached by two keys.
  await visit(page, '/')
  await page.keyboard.press('g')
  await page.keyboard.press('4')
  await page.waitForURL(/\/exposures/)
  expect([...errors, ...board.bugs]).toEqual([])
  await Promise.all([context.close(), stranger.close()])
})
