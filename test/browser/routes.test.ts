import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F08] the routes of a day: each team’s stops in order with their state, one team alone on the map, and a stop opens beside them', async () => {
  const ann = await board.come('coordinator', { at: '/routes' })
  const { page } = ann
  const three = page.locator('article[data-team="3"]')
  await three.getByText('吉水镇华仁养老院').waitFor()
  const [done, all] = (await three.locator('h2 .quiet').textContent())!.match(/\d+/g)!.map(Number)
  await expect.poll(() => three.locator('li').count()).toBe(all)
  await expect.poll(() => three.locator('li small', { hasText: '已签字' }).count()).toBe(done)
  await three.locator('h2 button').click()
  await expect.poll(() => three.locator('h2 button').getAttribute('aria-pressed')).toBe('true')
  await three.locator('li button').first().click()
  await page.waitForURL(/sel=inspection/)
  await page.locator('main.side-page').waitFor()

  await page.getByLabel('日期').selectOption({ index: 2 })
  await page.waitForURL(/day=/)
  await page.locator('article[data-team]').first().waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F60] planners see the crews of volunteers: who leads and belongs to them, and the shifts they have', async () => {
  const ann = await board.come('coordinator', { at: '/crews' })
  const { page } = ann
  const crew = [...board.board.authority.board.all('crew')].find(one => one.name === '青年党员突击队')!
  const card = page.locator('.crew', { hasText: crew.name })
  await card.getByText(`${crew.members.length} 人`).waitFor()
  const leader = board.board.accounts.list().find(one => one.id === crew.leader)!
  await card.getByText(`队长 ${leader.name}`).waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})
