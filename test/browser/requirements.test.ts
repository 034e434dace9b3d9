import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const newest = (rule: string) => [...board.board.authority.board.all('requirement')].filter(one => one.rule === rule).sort((a, b) => b.version - a.version)[0]

it('[F44] [RQ2] [RQ6] headquarters changes a requirement: first its effect with the places, then one act, and the former version stays in the history', async () => {
  const { page, errors, context, person } = await board.come('coordinator', { at: '/requirements?kind=careHome' })
  const rule = page.locator('.rule', { hasText: '一周两检' })
  await rule.getByText('依据：').first().waitFor()
  await rule.getByRole('button', { name: '修改 一周两检' }).click()
  const editor = page.locator('.editor')
  await editor.getByLabel('间隔（小时）').fill('12')
  await editor.getByLabel('要求（中文）').fill('一日两检')
  await editor.getByLabel('依据：文件、条款、日期').fill('指挥部第 7 号令')
  await editor.getByRole('button', { name: '先看影响' }).click()
  expect(newest('care-weekly')).toBeUndefined()
  const sooner = editor.locator('[data-effect="sooner"]')
  const count = Number(await sooner.locator('summary b').textContent())
  expect(count).toBeGreaterThan(1)
  await sooner.locator('summary').click()
  await expect.poll(() => sooner.locator('li').count()).toBe(count)

  // A change after the preview asks for a new one, also when it is taken back.
  await editor.getByLabel('间隔（小时）').fill('24')
  await editor.getByRole('button', { name: '先看影响' }).waitFor()
  await editor.getByLabel('间隔（小时）').fill('12')
  await editor.getByRole('button', { name: '先看影响' }).click()
  await sooner.locator('summary').click()
  const name = await sooner.locator('li .name').first().textContent()
  await sooner.locator('li .name').first().click()
  await page.locator('.detail-panel').getByText(name?.trim() ?? '').first().waitFor()

  await editor.getByRole('button', { name: '第 2 版生效' }).click()
  await expect.poll(() => newest('care-weekly')).toMatchObject({ version: 2, every: 12, zh: '一日两检', by: person.id, source: { zh: '指挥部第 7 号令' } })
  const changed = page.locator('.rule', { hasText: '一日两检' })
  await changed.getByText('生效中').first().waitFor()
  await changed.getByText('全部版本 2').click()
  await changed.getByText('care-weekly 第 1 版', { exact: true }).waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F44] [RQ2] others read the requirements and their sources and cannot change them', async () => {
  const { page, errors, context } = await board.come('officer', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await visit(page, '/requirements')
  await page.locator('.rule').first().waitFor()
  await expect.poll(() => page.locator('.rule').count()).toBeGreaterThan(8)
  expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: '新增要求' }).count()).toBe(0)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F18] [F44] [Z6] the card of a zone tells each level with reason and approver, and the requirements that followed, beginning with those before it was drawn', async () => {
  const ann = await board.come('coordinator')
  const { authority } = board.board
  const home = authority.board.get('place', 'pl-huaren-jishui')!
  const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x = 0, y = 0]): [number, number] => [home.lng + x / 500, home.lat + y / 500])
  const by = { id: ann.person.id, role: 'coordinator' } as const
  const at = authority.board.get('incident', 'incident')!.startedAt
  expect(await authority.submit({ id: 'draw-home', name: 'drawZone', args: { zone: 'z-home', name: '华仁片区', level: 'precaution', ring, validFrom: at, reason: '社会面管控', approver: '县指挥部' } }, by)).toMatchObject({ ok: true })
  expect(await authority.submit({ id: 'raise-home', name: 'editZone', args: { zone: 'z-home', set: { level: 'control', reason: '一例阳性', approver: '市指挥部' }, base: { level: 'precaution', reason: '社会面管控', approver: '县指挥部' } } }, by)).toMatchObject({ ok: true })
  await visit(ann.page, '/?sel=zone/z-home')
  const spans = ann.page.locator('.held ol > li')
  await expect.poll(() => spans.count()).toBe(3)
  const told = await spans.allTextContents()
  expect(told[0]).toMatch(/管控区.*调整级别.*一例阳性.*市指挥部 批准.*养老院：每日一检/s)
  expect(told[1]).toMatch(/防范区.*划定.*社会面管控.*县指挥部 批准.*养老院：/s)
  expect(told[2]).toMatch(/三区外.*划定前.*养老院：/s)
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})
