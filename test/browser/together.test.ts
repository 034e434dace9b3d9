import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { report } from './hand.ts'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const row = (page: Page, title: string) => page.locator('.scroller .row', { hasText: title })
/** The list of new findings: short, so that every row is on the screen. */
const toFound = (page: Page) => page.goto(`${new URL(page.url()).origin}/?state=found`)
const boardTitle = (title: string) => [...board.board.authority.board.all('issue')].find(issue => issue.title === title)

async function edit(page: Page, field: string, text: string): Promise<void> {
  await page.locator('.right').getByRole('button', { name: '编辑' }).click()
  await page.getByRole('dialog').getByLabel(field).fill(text)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

it('[F02] [F80] [F81] [F82] [F83] two people report, see each other, go offline, edit on both sides and come back: their boards are equal', async () => {
  const ann = await board.come('coordinator')
  const ina = await board.come('inspector', { serviceWorkers: 'allow' })
  await ann.page.getByText('2 人在线').waitFor()
  await toFound(ann.page)
  await toFound(ina.page)

  await report(ina.page, '良垌镇南桥小学', '灭火器过期两个')
  await row(ann.page, '灭火器过期两个').waitFor()
  const issue = boardTitle('灭火器过期两个')!
  expect(issue).toMatchObject({ state: 'found', foundBy: ina.person.id, unit: 'education' })

  await row(ann.page, '灭火器过期两个').click()
  await row(ina.page, '灭火器过期两个').click()
  await ann.page.locator('.right').getByText(/陈志强.*正在看/).waitFor()

  ina.cable.pull()
  await ina.page.locator('[data-link="offline"]').waitFor()
  await ina.page.getByText('可照常操作').waitFor({ timeout: 8000 })
  await edit(ina.page, '说明', '二楼东侧，离线时写的')
  await edit(ann.page, '标题', '灭火器过期三个')
  await expect.poll(() => boardTitle('灭火器过期三个')?.note).toBe('')
  await ina.page.getByText('1 条待发').waitFor()

  ina.cable.plug()
  await ina.page.locator('[data-link="live"]').waitFor({ timeout: 40_000 })
  for (const { page } of [ann, ina]) {
    await page.locator('.right').getByText('二楼东侧，离线时写的').first().waitFor()
    await row(page, '灭火器过期三个').waitFor()
  }
  expect(boardTitle('灭火器过期三个')).toMatchObject({ note: '二楼东侧，离线时写的' })
  await expect.poll(() => ina.page.getByText('可照常操作').count()).toBe(0)

  ina.cable.pull()
  await ina.page.locator('[data-link="offline"]').waitFor()
  await edit(ina.page, '说明', '二楼东侧，已拍照')
  await edit(ann.page, '说明', '二楼西侧')
  ina.cable.plug()
  await ina.page.getByRole('heading', { name: /两份/ }).waitFor({ timeout: 40_000 })
  await ina.page.getByRole('button', { name: '两份都留' }).click()
  await expect.poll(() => boardTitle('灭火器过期三个')?.note).toMatch(/^(?=.*二楼西侧)(?=.*二楼东侧，已拍照)/s)
  expect([...ann.errors, ...ina.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), ina.context.close()])
})

it('[F80] the queue outlives the tab: closed while offline, sent when the person is back', async () => {
  const ina = await board.come('inspector', { serviceWorkers: 'allow' })
  await toFound(ina.page)
  await ina.page.locator('[data-link="live"]').waitFor()
  await pagesKept(ina.page)
  ina.cable.pull()
  await ina.page.locator('[data-link="offline"]').waitFor()
  await report(ina.page, '良垌镇南桥小学', '关掉页面前写的')
  await row(ina.page, '关掉页面前写的').waitFor()
  await ina.page.close()
  expect(boardTitle('关掉页面前写的')).toBeUndefined()
  ina.cable.plug()
  const page = await ina.context.newPage()
  await page.goto(`${ina.cable.address}/?state=found`)
  await expect.poll(() => boardTitle('关掉页面前写的')?.state, { timeout: 20_000 }).toBe('found')
  await row(page, '关掉页面前写的').waitFor()
  await ina.context.close()
})

it('[F47] a shortage posted by one is covered by the other, and both see it met', async () => {
  const ann = await board.come('coordinator')
  const uma = await board.come('unit')
  await ann.page.goto(`${ann.cable.address}/?tab=shortage&sel=place/pl-nanqiao`)
  await ann.page.locator('.right').getByRole('button', { name: '报缺口' }).click()
  const form = ann.page.getByRole('dialog')
  await form.getByLabel('缺什么').fill('体温枪')
  await form.getByLabel('数量').fill('8')
  await form.getByRole('button', { name: '报出缺口' }).click()
  await row(ann.page, '体温枪').waitFor()
  await uma.page.getByRole('tab', { name: '物资' }).click()
  await row(uma.page, '体温枪').click()
  await uma.page.locator('.right').getByLabel('数量').fill('8')
  await uma.page.locator('.right').getByRole('button', { name: /补/ }).first().click()
  await expect.poll(() => [...board.board.authority.board.all('shortage')].find(one => one.item === '体温枪')?.state).toBe('covered')
  await expect.poll(() => row(ann.page, '体温枪').count()).toBe(0)
  await Promise.all([ann.context.close(), uma.context.close()])
})

it('[L5] what a person writes is text on every screen and never runs', async () => {
  const ann = await board.come('coordinator')
  const ina = await board.come('inspector')
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>'
  let ran = 0
  for (const { page } of [ann, ina]) page.on('dialog', dialog => void (ran++, dialog.dismiss()))
  await toFound(ann.page)
  await report(ina.page, '良垌镇南桥小学', hostile)
  await row(ann.page, hostile).click()
  await ann.page.locator('.right').getByText(hostile).first().waitFor()
  await ann.page.waitForFunction(() => document.querySelector('canvas'))
  expect(await ann.page.locator('img[src="x"]').count()).toBe(0)
  expect(ran).toBe(0)
  await Promise.all([ann.context.close(), ina.context.close()])
})
