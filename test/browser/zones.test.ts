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
  await lift.getByLabel('经批准提前解除').check()
  await lift.getByRole('button', { name: '解除区域' }).click()
  await expect.poll(() => zone('测试管控区')?.liftedAt ?? null).not.toBeNull()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => zone('测试管控区')?.liftedAt ?? null).toBeNull()
  expect([...errors, ...reader.errors, ...board.bugs]).toEqual([])
  await Promise.all([context.close(), reader.context.close()])
})

it('[F17] [Z8] a line drawn across a zone splits it, a neighbour of its level is merged with it, and each is undone from its message', async () => {
  const { page, context, errors, person } = await board.come('coordinator', { at: '/?sel=zone/z-liangdong' })
  const at = board.board.authority.board.get('zone', 'z-liangdong')!
  await page.locator('.detail-panel').getByRole('button', { name: '分割' }).click()
  await page.getByRole('status').filter({ hasText: '分割线' }).waitFor()
  const shape = (await page.locator(`path.zone, .leaflet-zones-pane path`).first().boundingBox())!
  expect(shape.width).toBeGreaterThan(0)
  // The map shows the opened zone in its free middle: a line from top to bottom crosses it.
  const box = (await page.locator('.leaflet-container').boundingBox())!
  const spots = await page.locator('.leaflet-zones-pane path').evaluateAll(all => all.map(one => one.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height })))
  const own = spots.filter(one => one.width > 40 && one.x > box.x && one.y > box.y && one.y + one.height < box.y + box.height).sort((a, b) => a.width * a.height - b.width * b.height)[0]!
  const x = own.x + own.width / 2
  await page.mouse.click(x, own.y - 25)
  await expect.poll(() => page.locator('.draw-corner').count()).toBe(1)
  await page.mouse.dblclick(x, own.y + own.height + 25)
  await expect.poll(() => zone('南桥村（分）')?.liftedAt).toBeNull()
  expect(board.board.authority.board.get('zone', 'z-liangdong')?.ring).not.toEqual(at.ring)
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => board.board.authority.board.get('zone', 'z-liangdong')?.ring).toEqual(at.ring)
  expect(zone('南桥村（分）')?.liftedAt).not.toBeNull()

  const middle = at.ring.reduce((sum, [lng]) => sum + lng, 0) / at.ring.length
  const args = { zone: at.id, other: 'z-east', name: '南桥村东', line: [[middle, 21], [middle, 22]], base: at.ring }
  expect(await board.board.authority.submit({ id: 'split', name: 'splitZone', args }, { id: person.id, role: 'coordinator' })).toMatchObject({ ok: true })
  await page.locator('.detail-panel').getByRole('button', { name: '合并' }).click()
  await page.getByRole('button', { name: '与“南桥村东”合并' }).click()
  await expect.poll(() => zone('南桥村东')?.liftedAt).not.toBeNull()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => zone('南桥村东')?.liftedAt).toBeNull()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F17] [F19] [Z7] a boundary that leaves ground out asks for reason and approver and says what leaves; closed with Esc, it goes on from there', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/?sel=zone/z-jishui' })
  const before = board.board.authority.board.get('zone', 'z-jishui')!.ring.length
  const form = page.getByRole('dialog', { name: '缩小区域范围' })
  async function redraw(corners: number, ...keys: readonly string[]) {
    await page.locator('.detail-panel').getByRole('button', { name: '调整边界' }).click()
    await expect.poll(() => page.locator('.draw-corner').count()).toBe(corners)
    for (const key of keys) await page.keyboard.press(key)
    await form.getByText('新边界以外的部分即行解除').waitFor()
  }
  await redraw(before, 'Backspace', 'Enter')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await redraw(before - 1, 'Enter')
  await form.getByLabel('理由').fill('少一条街')
  await form.getByLabel('批准人', { exact: true }).fill('市指挥部')
  await form.getByRole('button', { name: '缩小区域范围' }).click()
  await form.getByText('解除条件还没有全部满足').waitFor()
  await form.getByLabel('经批准提前解除').check()
  await form.getByRole('button', { name: '缩小区域范围' }).click()
  await expect.poll(() => board.board.authority.board.get('zone', 'z-jishui')).toMatchObject({ history: expect.arrayContaining([expect.objectContaining({ step: 'redrawn', reason: '少一条街', overridden: true })]) })
  expect(board.board.authority.board.get('zone', 'z-jishui')!.ring).toHaveLength(before - 1)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F18] the replay shows the shape of a zone as it stood: before and after it was drawn anew', async () => {
  const { page, context, cable, errors, person } = await board.come('coordinator')
  const { authority } = board.board
  const { ring, ...wide } = authority.board.get('zone', 'z-jishui-wide')!
  const before = wide.validFrom + 24 * 3_600_000
  const drawn = ring.map(([lng, lat]): [number, number] => [lng + 0.03, lat])
  expect(await authority.submit({ id: 'redraw', name: 'editZone', args: { zone: wide.id, set: { ring: drawn, reason: '街道划错', approver: '市指挥部' }, base: { ring, reason: wide.reason, approver: wide.approver }, override: true } }, { id: person.id, role: 'coordinator' })).toMatchObject({ ok: true })
  const shapes = async (at: string) => {
    await page.goto(`${cable.address}/replay${at}`)
    await page.locator('[data-figure="zones"]').waitFor()
    await page.locator('.leaflet-zones-pane path').first().waitFor({ state: 'attached' })
    return page.locator('.leaflet-zones-pane path').evaluateAll(all => all.map(one => one.getAttribute('d')))
  }
  const [then, now] = [await shapes(`?at=${before}`), await shapes('')]
  expect(now.filter(shape => !then.includes(shape)).length).toBeGreaterThan(0)
  expect(then.filter(shape => !now.includes(shape)).length).toBeGreaterThan(0)
  expect(await shapes(`?at=${before}`)).toEqual(then)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
