import type { Stage } from './stage.ts'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './download.ts'
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

it('[F92] [EX7] [EX8] the route of one team goes out as a map file, and the photos of a day as one file, for a purpose', async () => {
  const ann = await board.come('coordinator', { at: '/routes' })
  const { page } = ann
  const lit = page.locator('article[data-team="3"]')
  await lit.locator('h2 button').click()
  const stops = await lit.locator('li').count()
  await page.getByRole('button', { name: '导出' }).click()
  const [map] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'KML（WGS-84）' }).click()])
  const kml = (await bytesOf(map)).toString()
  expect([kml.match(/<Point>/g)?.length, kml.match(/<LineString>/g)?.length]).toEqual([stops, 1])

  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('button', { name: '当天的照片（ZIP）…' }).click()
  const dialog = page.getByRole('dialog', { name: '导出照片' })
  await dialog.getByLabel('用途').fill('报市指挥部')
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '导出', exact: true }).click()])
  const { 'list.csv': list, ...photos } = unzipSync(new Uint8Array(await bytesOf(file)))
  expect(Object.keys(photos).length).toBeGreaterThan(0)
  expect(new TextDecoder().decode(list).trim().split('\r\n')).toHaveLength(Object.keys(photos).length + 1)
  await dialog.waitFor({ state: 'detached' })
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
