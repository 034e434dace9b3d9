import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county } from '../../shared/county/lianjiang/county.ts'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('empty'))
afterAll(() => board.end())

it('[E7] an empty incident opens with a guide whose steps are links and tick themselves off; the teams\' number and names are chosen on the way', async () => {
  const { page, context, person, errors } = await board.come('admin')
  const { authority } = board.board
  const act = async (name: string, args: object) => expect(await authority.submit({ id: `by-hand-${name}`, name, args }, person)).toMatchObject({ ok: true })
  const guide = page.getByRole('region', { name: '开始使用' })
  await guide.getByText('0/6').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await act('addPlace', { place: 'p1', name: '中心小学', kind: 'school', township: county.townships[0]?.code, lng: 110.3, lat: 21.6 })
  await guide.getByText('1/6').waitFor()
  board.board.accounts.add({ name: '协调员甲', role: 'coordinator' })

  await guide.getByRole('link', { name: /设督导组/ }).click()
  await page.getByLabel('设几个组').fill('3')
  await page.getByLabel('2 号组名称').fill('北片组')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '建立 3 个组并分配镇街' }).click()
  await expect.poll(() => [...authority.board.all('team')].map(team => team.name)).toEqual(['第1督导组', '北片组', '第3督导组'])
  expect([...authority.board.all('team')].flatMap(team => team.townships).sort()).toEqual(county.townships.map(one => one.code).sort())

  await visit(page, '/')
  await guide.getByText('3/6').waitFor()
  await guide.getByRole('button', { name: '收起，不再显示' }).click()
  await page.reload()
  await page.locator('[data-link="live"]').first().waitFor()
  await page.locator('.left-panel').waitFor()
  expect(await guide.count()).toBe(0)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
