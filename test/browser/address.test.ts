import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { inForce } from '../../shared/zones/in-force.ts'
import { standingAt } from '../../shared/zones/standing.ts'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F20] [Z5] fifty pasted addresses get fifty answers and an Excel; a name of several places is chosen by the person', async () => {
  const { page, context, errors } = await board.come('officer')
  const { authority } = board.board
  const at = authority.now()
  const names = new Map<string, number>()
  const places = [...authority.board.all('place')].filter(one => !one.retired)
  for (const { name } of places) names.set(name, (names.get(name) ?? 0) + 1)
  const mine = board.board.accounts.list().find(one => one.role === 'officer')!.township
  const some = places.filter(one => one.township === mine && names.get(one.name) === 1).slice(0, 20)
  const spots = places.slice(0, 28).map(one => `${one.lng}, ${one.lat}`)
  const lines = [...some.map(one => one.name), ...spots, '石城镇', '没有这个地方']
  await visit(page, '/address')
  await page.getByLabel('地址', { exact: true }).fill(lines.join('\n'))
  await expect.poll(() => page.locator('ol > li').count()).toBe(lines.length)
  const zones = [...authority.board.all('zone')].filter(one => inForce(one, at))
  const seat = folder.county.townships.find(one => one.name === '石城镇')!.seat
  const inside = [...some, ...places.slice(0, 28), { lng: seat[0], lat: seat[1] }].filter(one => standingAt(one, zones, at)?.within).length
  await expect.poll(() => page.getByRole('status').filter({ hasText: '处在三区内' }).textContent()).toContain(`${inside} 处在三区内，${lines.length - inside - 1} 处在三区外，1 处未找到`)
  expect(inside).toBeGreaterThan(0)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /Excel/ }).click()
  const sheet = await readSheet(Buffer.from(await bytesOf(await download)))
  expect(sheet).toHaveLength(lines.length + 1)
  expect(sheet[1]?.[0]).toBe(lines[0])
  await page.reload()
  await expect.poll(() => page.locator('ol > li').count()).toBe(lines.length)
  await page.locator('ol > li a').first().click()
  await page.locator('.detail-panel h2').getByText(lines[0] ?? '').waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
