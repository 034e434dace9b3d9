import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import process from 'node:process'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesOf } from './download.ts'
import { hasFetched } from './has-fetched.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] }
/** Goes to a page of the same document, as a link does. */
const go = (page: Page, where: string) => page.evaluate((to) => {
  history.pushState({}, '', to)
  dispatchEvent(new PopStateEvent('popstate', { state: {} }))
}, where)

it('[F84] [D10] what waits on a phone is listed, saved as a file, discarded after a question, and imported once at a desk', async () => {
  const { page, context, cable, errors } = await board.come('inspector', { ...phone, at: '/?do=report', acceptDownloads: true })
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '通风不良' }).waitFor()
  await hasFetched(page, 'DevicePage')
  cable.pull()
  await form.getByRole('button', { name: '通风不良' }).tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await page.getByText('1 条待发送').first().waitFor()
  await go(page, '/device')
  const waiting = page.locator('section.panel').filter({ has: page.getByRole('heading', { name: '待发送' }) })
  await waiting.getByText('通风不良').waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '存成文件' }).tap()
  const file = await bytesOf(await downloading)
  await waiting.getByRole('button', { name: '不要了' }).tap()
  await waiting.getByText('服务器不会收到').waitFor()
  await waiting.getByRole('button', { name: '不要了' }).tap()
  await waiting.getByText('没有待发送的内容').waitFor()
  cable.plug()
  const [{ command }] = (JSON.parse(file.toString()) as { work: [{ command: { args: { issue: string } } }] }).work
  const issue = () => board.board.authority.board.get('issue', command.args.issue)
  expect(issue()).toBeUndefined()
  await context.close()

  const lead = await board.come('coordinator', { at: '/device' })
  const pick = lead.page.locator('input[type=file]')
  await pick.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: file })
  await lead.page.getByText('导入 1 条').waitFor()
  await expect.poll(() => issue()?.foundBy).toBe(lead.person.id)
  await lead.page.getByText(/回执 \d+/).waitFor()
  const seq = board.board.authority.board.seq
  await pick.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: file })
  await lead.page.getByText('导入 0 条').getByText('1 条这里已经有了').waitFor()
  await pick.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: file.subarray(0, 90) })
  await lead.page.getByText('什么都没有导入').waitFor()
  expect(board.board.authority.board.seq).toBe(seq)
  expect([...errors, ...lead.errors]).toEqual([])
  await lead.context.close()
})

it('[F87] [LD13] a browser reads the manifest of the page\'s language without a complaint, and its icons are pictures of their size', async () => {
  const { page, context, cable } = await board.come('volunteer', { ...phone, lang: 'en' })
  const browser = await context.newCDPSession(page)
  const { errors, data } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data ?? '{}') as { lang: string, name: string, icons: { src: string, sizes: string, purpose: string }[], shortcuts: { url: string }[] }
  expect([manifest.lang, manifest.name]).toEqual(['en', expect.stringContaining('Yixian')])
  expect(manifest.icons.map(one => `${one.sizes} ${one.purpose}`)).toEqual(['192x192 any', '512x512 any', '192x192 maskable', '512x512 maskable'])
  for (const { src, sizes } of manifest.icons) {
    const answer = await context.request.get(cable.address + src)
    const { format, width, height } = await sharp(await answer.body()).metadata()
    expect([format, `${width}x${height}`], src).toEqual(['png', sizes])
  }
  await expect.poll(() => page.locator('meta[name=theme-color]').getAttribute('content')).toBe('#eceeec')
  await context.close()
})

it('[D16] [F84] a phone that its browser emptied while work waited says how much is gone, until that is read', async () => {
  const { page, context, cable, errors } = await board.come('inspector', { ...phone, at: '/?do=report' })
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '通风不良' }).waitFor()
  cable.pull()
  await form.getByRole('button', { name: '通风不良' }).tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await page.getByText('1 条待发送').first().waitFor()
  await page.close()
  cable.plug()
  const next = await context.newPage()
  next.on('pageerror', error => errors.push(String(error)))
  const browser = await context.newCDPSession(next)
  await browser.send('Storage.clearDataForOrigin', { origin: cable.address, storageTypes: 'indexeddb,cache_storage,service_workers' })
  const said = next.getByRole('alert').filter({ hasText: '浏览器清空过这台设备' })
  await next.goto(cable.address)
  await said.getByText('当时有 1 条没有送达').waitFor()
  if (process.env.SHOTS) await next.screenshot({ path: `${process.env.SHOTS}/emptied.png` })
  await next.reload()
  await said.getByRole('button', { name: '知道了' }).tap()
  await said.waitFor({ state: 'detached' })
  await next.reload()
  await next.locator('[data-link="live"]').first().waitFor()
  expect(await next.evaluate(() => Object.keys(localStorage).filter(key => /:(?:waits|emptied):/.test(key)))).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
