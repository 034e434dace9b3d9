import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

/** Who is responsible: the four parties of a place and an issue, and the contact of a township. */
let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const truth = () => board.board.authority.board
const { townships, units } = folder.county
const townshipOf = (code: string) => townships.find(one => one.code === code)!.name
const panel = (page: Page) => page.locator('.right, .sheet')
async function change(page: Page, to: { township?: string, unit: string, keeper: string, keeperPost: string }): Promise<void> {
  await page.getByRole('button', { name: '修改四方责任' }).click()
  const form = page.getByRole('dialog', { name: '修改四方责任' })
  if (to.township) await form.getByLabel('属地').selectOption(to.township)
  await form.getByLabel('部门').selectOption(to.unit)
  await form.getByLabel('单位', { exact: true }).fill(to.keeper)
  await form.getByLabel('个人（岗位）').fill(to.keeperPost)
  expect(await seriousFaults(page)).toEqual([])
  await form.getByRole('button', { name: '保存修改' }).click()
  await form.waitFor({ state: 'detached' })
}
const shown = (page: Page) => page.getByLabel('四方责任', { exact: true }).first().locator('dd')

it('[I12] [F06] the four parties of a place and of an issue are changed by hand, on the panel and on the page of the issue; an officer keeps the township', async () => {
  const place = [...truth().all('place')].find(one => one.unit === 'market' && !one.retired)!
  const next = townships.find(one => one.code !== place.township)!.code
  const ann = await board.come('coordinator', { at: `/?sel=place/${place.id}` })
  const { page } = ann
  const parties = { township: next, unit: 'health', keeper: '白沙市场服务中心', keeperPost: '值班经理' }
  await change(page, parties)
  await expect.poll(() => truth().get('place', place.id)).toMatchObject(parties)
  const words = [townshipOf(next), units.find(one => one.id === 'health')!.short, parties.keeper, parties.keeperPost]
  await expect.poll(() => shown(page).allTextContents()).toEqual(words)

  // What is reported there takes them over, and they can be changed on the issue too.
  const { lng, lat, township } = truth().get('place', place.id)!
  expect(await board.board.authority.submit({ id: 'here', name: 'reportIssue', args: { issue: 'here', title: '通道堵塞', aspect: 'safety', severity: 'day', place: place.id, township, lng, lat, source: 'place' } }, ann.person)).toMatchObject({ ok: true })
  await visit(page, '/?sel=issue/here')
  await expect.poll(() => shown(page).allTextContents()).toEqual(words)
  const other = { township: place.township, unit: 'education', keeper: '中心小学', keeperPost: '后勤主任' }
  await change(page, other)
  await expect.poll(() => truth().get('issue', 'here')).toMatchObject(other)
  await visit(page, '/issue/here')
  await change(page, { unit: 'civil', keeper: '中心小学食堂', keeperPost: '食堂主任' })
  await expect.poll(() => truth().get('issue', 'here')).toMatchObject({ township: place.township, unit: 'civil', keeper: '中心小学食堂', keeperPost: '食堂主任' })

  const olaf = await board.come('officer')
  await visit(olaf.page, `/?sel=place/${[...truth().all('place')].find(one => one.township === olaf.person.township && !one.retired)!.id}`)
  await olaf.page.getByRole('button', { name: '修改四方责任' }).click()
  await olaf.page.getByRole('dialog').getByLabel('部门').waitFor()
  expect(await olaf.page.getByRole('dialog').getByLabel('属地').count()).toBe(0)
  expect([...ann.errors, ...olaf.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), olaf.context.close()])
})

it('[I12] [F06] a new place names its unit, who runs it and the post in charge', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/?tab=place', geolocation: { longitude: 110.3, latitude: 21.6, accuracy: 12 }, permissions: ['geolocation'] })
  await page.getByRole('button', { name: '登记场所' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('河边便民超市')
  await form.getByRole('button', { name: /我的位置|我在这里/ }).click()
  await form.getByLabel('镇街').selectOption(townships[0]!.code)
  await form.getByLabel('责任单位').selectOption('market')
  await form.getByLabel('运营单位').fill('河边供销社')
  await form.getByLabel('责任岗位').fill('店长')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect.poll(() => [...truth().all('place')].find(one => one.name === '河边便民超市')).toMatchObject({ unit: 'market', keeper: '河边供销社', keeperPost: '店长' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F05] the leader and the phone of a township are set on its card, and rung from there by others', async () => {
  const { code, name } = townships.find(one => !truth().get('townshipCard', one.code))!
  const ann = await board.come('coordinator', { at: `/?sel=township/${code}` })
  const card = panel(ann.page)
  await card.getByText('还没有登记').or(card.locator('.contact .quiet')).first().waitFor()
  await card.locator('.contact').getByRole('button', { name: '编辑' }).click()
  const form = ann.page.getByRole('dialog')
  await form.getByLabel('负责人岗位').fill('镇长')
  await form.getByLabel('电话').fill('0759-6611001')
  await form.getByRole('button', { name: '保存修改' }).click()
  await form.waitFor({ state: 'detached' })
  await card.getByText('镇长').waitFor()
  await expect.poll(() => truth().get('townshipCard', code)).toMatchObject({ leader: '镇长', phone: '0759-6611001' })

  const ina = await board.come('inspector', { at: `/?sel=township/${code}`, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await panel(ina.page).getByRole('heading', { name }).waitFor()
  await expect.poll(() => panel(ina.page).getByRole('link', { name: '0759-6611001' }).getAttribute('href')).toBe('tel:0759-6611001')
  expect([...ann.errors, ...ina.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), ina.context.close()])
})
