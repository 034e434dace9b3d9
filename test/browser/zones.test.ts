import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inside } from '../../shared/core/ring.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const zone = (name: string) => [...board.board.authority.board.all('zone')].find(one => one.name === name)

it('[F17] a double click ends the drawing of a zone, with all its corners; lifting it says what follows and asks for reason and approver', async () => {
  const { page, context, cable, errors } = await board.come('coordinator')
  const reader = await board.come('viewer')
  await page.getByRole('tab', { name: /区域/ }).click()
  await page.getByRole('button', { name: '划区域' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('区域名称').fill('测试管控区')
  await form.getByRole('button', { name: '在地图上画' }).click()
  await page.getByRole('status').filter({ hasText: '点地图加拐点' }).waitFor()
  const map = (await page.locator('.leaflet-container').boundingBox())!
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
  for (const [i, [dx, dy]] of ([[-90, -60], [90, -60], [90, 60]] as const).entries()) {
    await page.mouse.click(x + dx, y + dy)
    await expect.poll(() => page.locator('.draw-corner').count()).toBe(i + 1)
  }
  await page.mouse.dblclick(x - 90, y + 60)
  await form.getByText('4 个拐点').waitFor()
  await form.getByRole('button', { name: '划定', exact: true }).click()
  await expect.poll(() => zone('测试管控区')?.ring.length).toBe(4)
  const { id, ring } = zone('测试管控区')!
  await reader.page.goto(`${reader.cable.address}/?sel=zone/${id}`)
  await reader.page.getByText('测试管控区').first().waitFor()

  const held = (kind: 'place' | 'post') => [...board.board.authority.board.all(kind)].filter(one => inside([one.lng, one.lat], ring) && ('retired' in one ? !one.retired : one.open)).length
  await page.goto(`${cable.address}/?sel=zone/${id}`)
  await page.locator('.detail-panel').getByRole('button', { name: '解除区域' }).click()
  const lift = page.getByRole('dialog', { name: '解除区域' })
  await lift.getByText(`区内 ${held('place')} 处场所、${held('post')} 个岗位不再受管控`).waitFor()
  await lift.getByLabel('理由').fill('连续七天无新增')
  await lift.getByRole('button', { name: '解除区域' }).click()
  expect(zone('测试管控区')?.liftedAt ?? null).toBeNull()
  await lift.getByLabel('批准人').fill('指挥部')
  await lift.getByRole('button', { name: '解除区域' }).click()
  await expect.poll(() => zone('测试管控区')?.liftedAt ?? null).not.toBeNull()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => zone('测试管控区')?.liftedAt ?? null).toBeNull()
  expect([...errors, ...reader.errors, ...board.bugs]).toEqual([])
  await Promise.all([context.close(), reader.context.close()])
})
