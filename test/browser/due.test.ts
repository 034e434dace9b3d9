import type { Place } from '../../shared/records.ts'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const home = 'pl-huaren-jishui'
const tested = () => board.board.authority.board.get('fulfilment', `${home}-test`)

it('[F21] [F44] [RQ3] the officer of a township notes a test that is overdue with one tap, takes it back, and finds the shift and the issue filled in', async () => {
  const before = tested()
  const olaf = await board.come('officer', { who: `p-off-${before?.township}`, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { page } = olaf
  await visit(page, '/due?only=late')
  const row = page.locator('.due', { hasText: '吉水镇华仁养老院' })
  await row.getByText('已超 9 小时').waitFor()
  await row.getByText('封控区 · 每日一检').waitFor()

  await row.getByPlaceholder('人数（可不填）').fill('86')
  await row.getByRole('button', { name: '已检测' }).tap()
  await expect.poll(() => tested()?.at).toBeGreaterThan(before!.at)
  expect(tested()).toMatchObject({ count: 86, by: olaf.person.id, before: { at: before!.at } })
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '撤销' }).tap()
  await expect.poll(() => tested()?.at).toBe(before!.at)

  await row.getByRole('button', { name: '登记为问题' }).tap()
  const form = page.getByRole('dialog')
  await form.getByText('吉水镇华仁养老院').first().waitFor()
  await expect.poll(() => form.getByPlaceholder('一句话说清哪里不对').inputValue()).toBe('未落实每日一检，已超 9 小时')
  await page.keyboard.press('Escape')
  await row.getByRole('button', { name: '组织人员上门采样' }).tap()
  await expect.poll(() => form.locator('input').evaluateAll(all => all.map(one => (one as HTMLInputElement).value))).toContain('组织人员上门采样')
  expect([...olaf.errors, ...board.bugs]).toEqual([])
  await olaf.context.close()
})

it('[F21] [F44] a zone that headquarters draws makes what is due inside it overdue on every open screen', async () => {
  const ann = await board.come('coordinator', { at: '/due?only=late' })
  await ann.page.locator('.due').first().waitFor()
  const wider = board.board.authority.board.get('zone', 'z-urban')!
  const late = async () => ann.page.locator('.due').count()
  const count = await late()
  const { person } = ann
  expect(await board.board.authority.submit({ id: 'stricter', name: 'editZone', args: { zone: wider.id, set: { level: 'lockdown' }, base: { level: wider.level } } }, { id: person.id, role: 'coordinator' })).toMatchObject({ ok: true })
  await expect.poll(late).toBeGreaterThan(count)
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F21] what is due is listed by township, department and team, on the desk and on a phone', async () => {
  const { authority } = board.board
  const team = [...authority.board.all('team')].find(one => one.townships.length && one.townships.includes(authority.board.get('place', home)!.township))!
  for (const size of [{}, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }]) {
    const ann = await board.come('coordinator', size)
    await visit(ann.page, '/due?only=all')
    /** What the rows say that is not so of their places. */
    const wrong = async (fits: (place: Place) => boolean) => (await ann.page.locator('.due .name').allTextContents()).filter(name => ![...authority.board.all('place')].some(one => one.name === name.trim() && fits(one)))
    await ann.page.locator('.due').first().waitFor()
    expect(await wrong(one => team.townships.includes(one.township))).not.toEqual([])
    await ann.page.getByLabel('督导组').selectOption(team.id)
    await expect.poll(() => wrong(one => team.townships.includes(one.township))).toEqual([])
    await ann.page.locator('.due').first().waitFor()
    await ann.page.getByLabel('督导组').selectOption('')
    const { unit } = authority.board.get('place', home)!
    await ann.page.getByLabel('主管部门').selectOption(unit)
    await expect.poll(() => wrong(one => one.unit === unit)).toEqual([])
    await ann.page.locator('.due').first().waitFor()
    expect([...ann.errors, ...board.bugs]).toEqual([])
    await ann.context.close()
  }
})

it('[F44] put the two care homes of the report in a zone: both turn red on the map and in its list, which the legend opens', async () => {
  const { authority } = board.board
  const ann = await board.come('coordinator', { at: '/?tab=place&only=due' })
  const by = { id: ann.person.id, role: 'coordinator' } as const
  const homes = [home, 'pl-huaren-hechun']
  for (const zone of [...authority.board.all('zone')].filter(one => !one.liftedAt)) {
    expect(await authority.submit({ id: `lift-${zone.id}`, name: 'liftZone', args: { zone: zone.id, reason: '测试', approver: '指挥部', override: true } }, by)).toMatchObject({ ok: true })
  }
  const row = (id: string) => ann.page.locator('.row', { hasText: authority.board.get('place', id)!.name })
  for (const id of homes) await row(id).waitFor({ state: 'detached' })
  const legend = ann.page.locator('.legend button', { hasText: '应办超时' })
  for (const id of homes) {
    const { lng, lat } = authority.board.get('place', id)!
    const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x = 0, y = 0]) => [lng + x / 200, lat + y / 200])
    const validFrom = authority.board.get('incident', 'incident')!.startedAt
    expect(await authority.submit({ id: `draw-${id}`, name: 'drawZone', args: { zone: `z-${id}`, name: id, level: 'control', ring, validFrom, validTo: null, reason: '阳性', approver: '指挥部' } }, by)).toMatchObject({ ok: true })
  }
  for (const id of homes) await row(id).waitFor()
  await ann.page.locator('.legend .fold').click()
  expect(Number(await legend.locator('b').textContent())).toBeGreaterThanOrEqual(2)
  await ann.page.goto(`${ann.cable.address}/`)
  await ann.page.locator('.legend .fold').click()
  await legend.click()
  for (const id of homes) await row(id).waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})
