import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deploy } from './deployed.ts'
import { hasFetched } from './has-fetched.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** A first visit, before the pages are stored on the device. */
const guest = { serviceWorkers: 'block' } as const
const build = (page: Page) => page.locator('script[type=module][src]').first().getAttribute('src')
/** Goes to a page of the same document, as a link does. A reload that follows may take the script's answer away. */
const go = (page: Page, where: string) => page.evaluate((to) => {
  history.pushState({}, '', to)
  dispatchEvent(new PopStateEvent('popstate', { state: {} }))
}, where).catch((error: unknown) => {
  if (!String(error).includes('context was destroyed')) throw error
})

it('[LD5] an open page reloads once after a new build, at the address it was going to, with its drafts and unsent commands', async () => {
  const { page, context, cable, errors } = await board.come('coordinator', guest)
  const before = await build(page)
  const issues = [...board.board.authority.board.all('issue')].filter(one => one.state === 'found')
  const [sent, drafted] = [issues[0]?.id ?? '', issues[1]?.id ?? '']
  const box = page.locator('.detail-panel .comment textarea')
  await go(page, `/?sel=issue/${drafted}`)
  await box.fill('写了一半')
  await go(page, `/?sel=issue/${sent}`)
  await expect.poll(() => box.inputValue()).toBe('')
  // The rules come after the board: without them nothing can be sent, and the new build has them under another name.
  await page.locator('.detail-panel .comment .button').first().waitFor()
  // So do the parts that the page fetches by itself: one that the new build lacks would load it anew before anybody goes anywhere.
  for (const own of ['ExportMenu', 'installed', 'DevicePage', 'push-here']) await hasFetched(page, own)
  await deploy(context)
  cable.pull()
  await box.fill('断网时写的')
  await box.press('Enter')
  await expect.poll(() => box.inputValue()).toBe('')
  await go(page, '/inbox')
  await expect.poll(() => build(page)).not.toBe(before)
  expect(new URL(page.url()).pathname).toBe('/inbox')
  cable.plug()
  await page.goto(`${cable.address}/?sel=issue/${drafted}`)
  await expect.poll(() => box.inputValue()).toBe('写了一半')
  await expect.poll(() => board.board.authority.board.get('issue', sent)?.comments, { timeout: 60_000 }).toBe((issues[0]?.comments ?? 0) + 1)
  expect(errors.filter(error => !/dynamically imported|preload CSS/.test(error))).toEqual([])
  await context.close()
})

it('[LD5] a script that the new build lacks too reloads the page only once', async () => {
  const { page, context } = await board.come('coordinator', guest)
  await deploy(context, ['InboxPage'])
  let loads = 0
  page.on('domcontentloaded', () => loads++)
  await go(page, '/inbox')
  await expect.poll(() => loads).toBe(1)
  await page.goto(new URL('/', page.url()).href)
  await page.locator('[data-link="live"]').first().waitFor()
  await go(page, '/inbox')
  await page.waitForResponse(response => new URL(response.url()).pathname === '/')
  // Anything the answer starts happens before the next request.
  await page.evaluate(async () => void await (await fetch('/')).text())
  expect(loads).toBe(2)
  await context.close()
})

it('[LD5] while the page has text that is not saved, the person decides about the reload', async () => {
  const { page, context } = await board.come('admin', { ...guest, at: '/people' })
  await page.getByRole('button', { name: '添加人员' }).click()
  const name = page.getByLabel('姓名', { exact: true })
  await name.fill('林小满')
  const before = await build(page)
  await deploy(context)
  await go(page, '/inbox')
  const said = page.getByRole('alert').filter({ hasText: '系统已更新' })
  await said.waitFor()
  await expect.poll(() => name.inputValue()).toBe('林小满')
  await said.getByRole('button', { name: '重新载入' }).click()
  await expect.poll(() => build(page)).not.toBe(before)
  await context.close()
})

it('[LD5] offline, a script that fails to load reloads nothing, and is fetched at the next request', async () => {
  const { page, context, cable } = await board.come('coordinator', guest)
  const before = await build(page)
  await page.evaluate(() => Object.assign(window, { same: true }))
  cable.pull()
  const failed = page.waitForEvent('requestfailed', request => request.url().includes('InboxPage'))
  await go(page, '/inbox')
  await failed
  cable.plug()
  await go(page, '/')
  await go(page, '/inbox')
  await page.getByRole('heading').first().waitFor()
  await expect.poll(() => page.locator('main').count()).toBeGreaterThan(0)
  expect(await build(page)).toBe(before)
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
  await context.close()
})
