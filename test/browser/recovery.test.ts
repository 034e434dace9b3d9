import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())
const file = (id: string) => board.board.authority.board.get('reopening', id)

it('[F70] a contact reports the day of the own place on one screen of the phone, without a network too', async () => {
  const con = await board.come('contact', { who: 'p-con-weiman', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const { page } = con
  const reports = () => [...board.board.authority.board.all('selfReport')].filter(one => one.place === 'pl-weiman' && one.by === con.person.id).sort((a, b) => b.at - a.at)
  await page.getByRole('heading', { name: '吉水镇威满电器厂' }).waitFor()
  await page.getByLabel('今日在岗（在校）人数', { exact: true }).fill('87')
  await page.getByLabel('已测体温', { exact: true }).fill('86')
  await page.getByRole('button', { name: '其中有发热等症状加一' }).tap()
  con.cable.pull()
  await page.locator('[data-link="live"]').waitFor({ state: 'detached' })
  await page.locator('.report button[type="submit"]').tap()
  expect(reports()[0]?.present).not.toBe(87)
  con.cable.plug()
  await expect.poll(() => reports()[0]).toMatchObject({ present: 87, symptoms: 1, measured: 86 })
  expect([...con.errors, ...board.bugs]).toEqual([])
  await con.context.close()
})

it('[F69] a school applies, is checked on site by the list of its kind, approved and reopened, each by those who may', async () => {
  const ann = await board.come('coordinator', { at: '/recovery?view=schools&status=waiting' })
  const { page } = ann
  const [waiting] = [...board.board.authority.board.all('reopening')].filter(one => one.step === 'filed')
  await page.getByRole('button', { name: board.board.authority.board.get('place', waiting!.id)!.name, exact: true }).click()
  const panel = page.locator('.recovery')
  await panel.getByRole('button', { name: '现场核查' }).click()
  for (const box of await panel.getByRole('checkbox').all()) await box.check()
  await panel.getByRole('button', { name: '已核查' }).click()
  await panel.getByRole('button', { name: '批准', exact: true }).click()
  await panel.locator('form').getByRole('button', { name: '批准', exact: true }).click()
  await panel.getByRole('button', { name: '登记已恢复' }).click()
  await panel.locator('form').getByRole('button', { name: '登记已恢复' }).click()
  await expect.poll(() => file(waiting!.id)?.step).toBe('reopened')
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F71] the first batch adds up on the page, and 廉江市第一中学 opens its file', async () => {
  const ann = await board.come('coordinator', { at: '/recovery?view=schools&batch=1' })
  await ann.page.getByText('52 所').waitFor()
  await ann.page.getByText('25,166 人').waitFor()
  await visit(ann.page, '/?sel=place/pl-no1-school')
  await ann.page.locator('.recovery').getByText('高三').first().waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F72] [RE14] an officer who has not read the plan reads it; headquarters sees who has not, and publishes the next version with a file, which the officer downloads', async () => {
  const plan = () => [...board.board.authority.board.all('workPlan')].find(one => one.replacedAt === null)!
  const late = plan().addressees.find(one => one.startsWith('township:') && !Object.hasOwn(plan().reads, one))!
  const olaf = await board.come('officer', { who: `p-off-${late.slice(9)}`, at: '/recovery?view=plans&plan=plan-back-to-school' })
  await olaf.page.getByRole('heading', { name: '二、错峰安排' }).waitFor()
  await olaf.page.getByRole('button', { name: '已阅读' }).click()
  await expect.poll(() => plan().reads[late]?.by).toBe(olaf.person.id)
  await olaf.page.getByText('本单位已阅').first().waitFor()
  // The drill's plan carries a Word file.
  const [timetable] = await Promise.all([olaf.page.waitForEvent('download'), olaf.page.getByRole('button', { name: /首批返校错峰安排表.*\.docx/ }).click()])
  expect(new PizZip(await bytesOf(timetable)).file('word/document.xml')!.asText()).toContain('【演练】')
  const ann = await board.come('coordinator', { at: '/recovery?view=plans&plan=plan-back-to-school' })
  await ann.page.locator('.unread').getByText('第 4 组').waitFor()
  await ann.page.getByRole('button', { name: '改版' }).click()
  await ann.page.locator('.file').getByRole('button', { name: '去掉', exact: true }).click()
  await ann.page.locator('.file input').setInputFiles({ name: '返校方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') })
  await ann.page.locator('.file').getByText('返校方案.pdf').waitFor()
  await ann.page.getByRole('button', { name: '发布第 3 版' }).click()
  const [download] = await Promise.all([olaf.page.waitForEvent('download'), olaf.page.getByRole('button', { name: /^返校方案\.pdf/ }).click()])
  expect(download.suggestedFilename()).toBe('返校方案.pdf')
  expect([...olaf.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await Promise.all([olaf.context.close(), ann.context.close()])
})

it('[F07] in the recovery the legend, the list and the figures show where places stand', async () => {
  const ann = await board.come('coordinator', { viewport: { width: 1920, height: 1080 } })
  expect(await board.board.authority.submit({ id: 'to-recovery', name: 'changePhase', args: { from: 'emergency', to: 'recovery', reason: '连续十四天无新增' } }, { id: ann.person.id, role: 'coordinator' })).toMatchObject({ ok: true })
  const halted = [...board.board.authority.board.all('reopening')].filter(one => one.step === 'halted' || one.step === 'relapsed').length
  await ann.page.locator('[data-tile="enterprise"]').getByText('42', { exact: true }).waitFor()
  await ann.page.locator('.legend .tones button', { hasText: '停工停课' }).getByText(String(halted), { exact: true }).waitFor()
  await ann.page.locator('.legend .tones button', { hasText: '停工停课' }).click()
  await expect.poll(() => ann.page.url()).toContain('only=halted')
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})
