import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { bytesOf } from './download.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const shifts = () => [...board.board.authority.board.all('shift')]
const who = (name: string) => board.board.accounts.list().find(one => one.name === name)

it('[F59] [F62] "我报名!": from the link to the first shift takes eight taps and three fields, approval included', async () => {
  const ann = await board.come('coordinator', { at: '/volunteers' })
  await ann.page.getByText('没有人在等批准').waitFor()
  await ann.page.getByRole('button', { name: '生成链接' }).click()
  const link = (await ann.page.locator('code').textContent())?.trim() ?? ''
  expect(await seriousFaults(ann.page)).toEqual([])

  const signUp = taps('from the sign-up link to the first shift', 8)
  const context = await board.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('姓名', { exact: true }).fill('<b>赵报名</b>')
  await page.getByLabel('手机号', { exact: true }).fill('139 1234 5678')
  await page.getByRole('combobox', { name: /镇街/ }).selectOption({ index: 6 })
  await signUp.tap(page.getByLabel('搬运'))
  await signUp.tap(page.getByLabel('防护培训'))
  await signUp.tap(page.getByLabel('风险知情同意'))
  expect(await seriousFaults(page)).toEqual([])
  await signUp.tap(page.getByRole('button', { name: '报名' }))
  await signUp.tap(page.getByLabel(/我自愿报名/))
  await signUp.tap(page.getByRole('button', { name: '报名' }))
  await page.getByText('等待组织批准').waitFor()
  await page.getByText('<b>赵报名</b> · ').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  // This phone has nothing of the board yet.
  expect(await page.evaluate(async () => JSON.stringify(await (await fetch('/api/i/first/board')).json()))).not.toMatch(/claimedBy|"(?:shift|crew|post|issue)":\[/)

  const card = ann.page.getByRole('list', { name: '待批准' }).getByRole('listitem').filter({ hasText: '<b>赵报名</b>' })
  await signUp.tap(card.getByRole('button', { name: '批准', exact: true }), 'click')
  await ann.page.getByText('没有人在等批准').waitFor()
  await page.getByText('等待组织批准').waitFor({ state: 'detached' })
  await page.getByText('组织已批准').waitFor()
  const me = who('<b>赵报名</b>')!
  await signUp.tap(page.locator('.cards .button.primary:not([aria-disabled])').first())
  await expect.poll(() => shifts().filter(shift => shift.claimedBy.includes(me.id)).length).toBe(1)
  signUp.fact()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await Promise.all([context.close(), ann.context.close()])
})

it('[F59] a revoked link says so; a declined person is signed out; approvers see the count beside the name of the page', async () => {
  const olaf = await board.come('officer', { at: '/volunteers' })
  await olaf.page.getByRole('button', { name: '生成链接' }).click()
  const link = (await olaf.page.locator('code').textContent())?.trim() ?? ''
  const context = await board.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en', colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto(link)
  // An officer's link is for their own township: there is nothing to choose.
  expect(await page.getByRole('combobox', { name: /Township/ }).isDisabled()).toBe(true)
  await page.getByLabel('Name', { exact: true }).fill('Nobody Yet')
  await page.getByLabel('Mobile phone', { exact: true }).fill('139 0000 9999')
  await page.getByLabel(/I volunteer/).check()
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByText('Waiting for approval').waitFor()
  await olaf.page.goto(`${olaf.cable.address}/posts`)
  await olaf.page.getByRole('link', { name: /志愿者/ }).getByText('1', { exact: true }).waitFor()
  await olaf.page.getByRole('link', { name: /志愿者/ }).click()
  await olaf.page.getByRole('button', { name: '不批准' }).click()
  await olaf.page.getByText('其设备马上退出').waitFor()
  await olaf.page.getByRole('button', { name: '不批准' }).click()
  await olaf.page.getByText('没有人在等批准').waitFor()
  await page.waitForURL(/\/in\?ended$/)
  for (let press = 0; press < 2; press++) await olaf.page.getByRole('button', { name: '作废' }).first().click()
  await olaf.page.getByText('还没有有效的报名链接').waitFor()
  await context.clearCookies()
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByText('This sign-up link no longer works').waitFor()
  expect([...olaf.errors, ...board.bugs]).toEqual([])
  await Promise.all([context.close(), olaf.context.close()])
})

it('[F59] a roster from a list returns bad rows with the reason, gives each person a sign-in link, and adds nobody the second time', async () => {
  const ann = await board.come('coordinator', { at: '/volunteers' })
  const { page } = ann
  const rows = ['姓名,手机,镇街,技能', ...Array.from({ length: 120 }, (_, i) => `名单${i},1370000${String(i).padStart(4, '0')},良垌镇,搬运`), '无电话,,良垌镇,', '外乡人,13700009999,某镇,']
  const list = { name: '志愿者.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${rows.join('\n')}`) }
  await page.locator('input[type=file]').setInputFiles(list)
  await page.getByText('可加入 120 人 · 1 行等您说明用词').waitFor()
  await page.getByLabel(/某镇/).selectOption('这些行不导入')
  await page.getByRole('button', { name: '确认这 1 个词' }).click()
  await page.getByText('2 行有问题').waitFor()
  await page.getByRole('button', { name: '加入 120 人' }).click()
  await page.getByText('已加入 120 人').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载登录链接' }).click()])
  const sheet = await readSheet(await bytesOf(download))
  expect(sheet.length).toBe(121)
  await page.locator('input[type=file]').setInputFiles(list)
  await page.getByRole('button', { name: '加入 120 人' }).click()
  await page.getByText('120 人电话已登记').waitFor()
  const phone = await (await board.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await phone.goto(String(sheet[120]?.[2]))
  await phone.locator('[data-link="live"]').waitFor()
  expect(who('名单119')).toMatchObject({ approved: true, skills: ['carrying'] })

  // A roster that was the wrong one is taken back as a whole: its links end, and it can be added again.
  const wrong = { ...list, buffer: Buffer.from('\uFEFF姓名,手机,镇街,技能\n误加甲,13700008881,良垌镇,搬运\n误加乙,13700008882,良垌镇,搬运') }
  await page.locator('input[type=file]').setInputFiles(wrong)
  await page.getByRole('button', { name: '加入 2 人' }).click()
  await page.getByText('已加入 2 人').waitFor()
  const [again] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载登录链接' }).click()])
  const link = String((await readSheet(await bytesOf(again))).find(row => row[0] === '误加甲')?.[2])
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('已撤销：2 人停用，链接作废').waitFor()
  expect([who('误加甲')?.disabled, who('误加乙')?.disabled]).toEqual([true, true])
  expect(await page.getByRole('region', { name: '新加入人员的登录链接' }).getByText('误加甲').count()).toBe(0)
  const late = await (await board.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage()
  await late.goto(link)
  await late.getByText('这个登录链接不能用了').waitFor()
  await page.locator('input[type=file]').setInputFiles(wrong)
  await page.getByRole('button', { name: '加入 2 人' }).click()
  await page.getByText('已加入 2 人').waitFor()
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await Promise.all([phone.context().close(), late.context().close(), ann.context.close()])
})
