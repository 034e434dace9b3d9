import type { Stage } from './stage.ts'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { postOffice, saidIn } from '../support/post-office.ts'
import { seriousFaults } from './axe.ts'
import { bytesOf } from './download.ts'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

it('[F31] an overdue issue is once in the bell of the people who must act and of headquarters; opening it marks it read', async () => {
  const ann = await board.come('coordinator')
  const bell = ann.page.getByRole('button', { name: /^提醒，/ })
  const overdue = Number(await ann.page.locator('.strip, footer, main').getByRole('button', { name: /逾期/ }).first().locator('b').first().textContent())
  expect(overdue).toBeGreaterThan(0)
  // Fixes that no team may re-check, and late re-checks, are told to headquarters too.
  const all = () => [...board.board.authority.board.all('notice')].filter(({ to }) => to.role === 'coordinator').length
  await expect.poll(() => bell.getAttribute('aria-label')).toBe(`提醒，${all()} 条未读`)
  const told = all()
  await bell.click()
  const rows = ann.page.locator('.notices li')
  await expect.poll(() => rows.count()).toBe(Math.min(50, told))
  const late = [...board.board.authority.board.all('notice')].filter(({ rule }) => rule === 'lateLeader').length
  expect(late).toBe(overdue)
  await rows.first().getByRole('button').click()
  await ann.page.waitForURL(/sel=issue/)
  await expect.poll(() => bell.getAttribute('aria-label')).toBe(`提醒，${told - 1} 条未读`)
  await bell.click()
  await ann.page.getByRole('button', { name: '全部标为已读' }).click()
  await expect.poll(() => bell.getAttribute('aria-label')).toBe('提醒，没有未读')
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F32] [LD6] a letter goes from the list of late units to the unit, as a Word file once the server has the letter', async () => {
  const ann = await board.come('coordinator', { at: '/letters', serviceWorkers: 'allow' })
  const late = ann.page.locator('article').first()
  const unit = await late.locator('b').first().textContent()
  await late.getByRole('button', { name: '起草督办函' }).click()
  const items = await late.getByRole('checkbox').count()
  const no = [...board.board.authority.board.all('letter')].length + 1
  // A letter that is still on this device has no file yet, and the page says so.
  await pagesKept(ann.page)
  ann.cable.pull()
  await ann.page.locator('[data-link="offline"]').first().waitFor()
  await late.getByRole('button', { name: '发督办函' }).click()
  const card = ann.page.locator('.letter').first()
  await card.getByText(`待编号 ${unit}`).waitFor()
  await card.locator('summary').click()
  await expect.poll(() => card.locator('li').count()).toBe(items)
  await card.getByRole('button', { name: '下载 Word' }).click()
  await card.getByRole('alert').filter({ hasText: '没有取得文件' }).waitFor()
  ann.cable.plug()
  await ann.page.locator('[data-link="live"]').first().waitFor()
  await card.getByText(`〕${no}号`).waitFor()
  const [download] = await Promise.all([ann.page.waitForEvent('download'), card.getByRole('button', { name: '下载 Word' }).click()])
  const xml = new PizZip(await bytesOf(download)).file('word/document.xml')!.asText()
  expect(download.suggestedFilename()).toMatch(new RegExp(`督办函廉防指督〔\\d{4}〕${no}号\\.docx`))
  expect(xml).toContain(await card.locator('li a').first().textContent())
  expect(xml).toContain('演练')
  if (process.env.KEEP) await download.saveAs(process.env.KEEP)
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F88] [NT14] a mail address typed on a phone is confirmed by the link in its letter, which leaves the address bar, and says so when it is opened again', async () => {
  const { got, url } = await postOffice()
  const own = await stage('empty', { settings: { MAIL_URL: url(), MAIL_FROM: 'board@county.example', MAIL_PLAIN: 'yes' } })
  onTestFinished(() => own.end())
  own.board.accounts.add({ name: '李主任', role: 'coordinator' })
  const { page, context, errors } = await own.come('coordinator', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto(new URL('/device', page.url()).href)
  const box = page.locator('section.telling')
  await box.getByLabel('邮件', { exact: true }).check()
  await box.getByLabel('邮箱').fill('li@county.example')
  await box.getByRole('button', { name: '保存' }).click()
  await box.getByText('确认邮件已寄往这个邮箱').waitFor()
  await box.getByText('邮箱还没有确认').waitFor()
  expect(await seriousFaults(page, { part: 'section.telling' })).toEqual([])
  await expect.poll(() => got.length).toBe(1)
  const link = new URL(/\/device#mail=[\w-]+/.exec(saidIn(got[0]!.text))![0], page.url()).href
  for (const said of ['邮箱已确认，以后的提醒会发到那里。', '这个链接用过了']) {
    const opened = await context.newPage()
    await opened.goto(link)
    await opened.locator('section.telling').getByText(said).waitFor()
    await opened.locator('section.telling').getByText('邮箱已确认。', { exact: true }).waitFor()
    expect(new URL(opened.url()).hash).toBe('')
    await opened.close()
  }
  expect([...errors, ...own.bugs]).toEqual([])
})
