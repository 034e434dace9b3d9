import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Fault } from './fault.ts'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'
import { cable } from '../browser/cable.ts'
import { chromium as chromiumHere } from '../chromium.mjs'
import { chance } from '../support/random.ts'
import { faultFolder } from './built-board.ts'

const device: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'], serviceWorkers: 'block' }

/**
 * A phone in a real Chromium without a network, whose storage fills while somebody reports: everything that was
 * said to be kept arrives after the app has ended, although the phone is full, and what was not kept is said aloud and stays in its form until there is room.
 */
export const quota: Fault = {
  size: { reports: 60, kilobytes: 6000 },
  tiny: { reports: 12, kilobytes: 2500 },
  async run({ reports = 1, kilobytes = 1000 }, { seed, sabotage }) {
    const luck = chance(seed)
    const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: faultFolder(), START_WITH: 'drill' }), folder: await loadCounty('lianjiang'), pages: path.resolve('dist/client') })
    const line = await cable(board.port)
    const inspector = board.accounts.list().find(one => one.role === 'inspector')!
    const cookie = board.accounts.signIn(board.accounts.invite(inspector.id, 1), 1)!
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? chromiumHere() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
    const context = await browser.newContext(device)
    await context.addInitScript(() => void (location.protocol === 'http:' && localStorage.setItem('yixian:lang', 'zh')))
    await context.addInitScript(small, kilobytes * 1024)
    if (sabotage) await context.addInitScript(believing)
    await context.addCookies([{ name: 'yixian', value: cookie, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Lax' }])
    const wrong: string[] = []

    const page = await context.newPage()
    page.on('pageerror', error => wrong.push(String(error)))
    await opened(page, line.address)
    let [kept, aloud, photos] = [0, 0, 0]
    const titles: string[] = []
    let left = ''
    while (!left && titles.length < reports) {
      const title = `满了也不丢 ${titles.length}`
      titles.push(title)
      const form = await reportForm(page)
      const edge = 300 + luck.below(200)
      const buffer = await sharp(randomBytes(edge * edge * 3), { raw: { width: edge, height: edge, channels: 3 } }).jpeg({ quality: 85 }).toBuffer()
      await form.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
      const [figure, refused] = [form.locator('.photos figure'), form.getByText('存不下这张照片')]
      await figure.or(refused).first().waitFor()
      // The first photo has brought the parts of the page that photos need.
      line.pull()
      const pictures = await figure.count()
      if (!pictures) aloud++
      await form.getByPlaceholder('一句话说清哪里不对').fill(title)
      await form.getByLabel('重点方面').selectOption({ label: '安全保障' })
      await form.getByRole('button', { name: '发送' }).tap()
      const said = form.getByText('这台设备存不下，没有发送')
      await said.or(page.getByText(`${kept + 1} 条待发送`).first()).first().waitFor()
      if (await said.isVisible()) {
        aloud++
        left = title
        if (await form.getByPlaceholder('一句话说清哪里不对').inputValue() !== title) wrong.push('a refused text left the screen')
        await form.getByText('存储快满了').waitFor()
      } else {
        kept++
        photos += pictures
        await form.waitFor({ state: 'detached' })
      }
    }
    // The app ends, and opens again on the full phone with a network.
    await page.goto('about:blank')
    line.plug()
    await opened(page, line.address)
    const mine = () => [...board.authority.board.all('issue')].filter(({ foundBy, title }) => foundBy === inspector.id && titles.includes(title))
    const here = async () => {
      const all = mine().flatMap(issue => issue.photos.map(photo => `${line.address}/api/i/first/photos/${issue.id}/${photo}`))
      return (await Promise.all(all.map(async at => (await context.request.get(at)).ok()))).filter(Boolean).length
    }
    const arrived = async () => mine().length >= kept && await here() >= photos
    for (let i = 0; i < (sabotage ? 20 : 600) && !await arrived(); i++) await page.waitForTimeout(100)
    const sent = { reports: mine().length, photos: await here() }
    // With room again, the text that was refused goes out from the form in which it stayed.
    await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom())
    const form = await reportForm(page)
    if (left && await form.getByPlaceholder('一句话说清哪里不对').inputValue() !== left) wrong.push('the refused text is not in its form')
    else if (left) await form.getByRole('button', { name: '发送' }).tap()
    for (let i = 0; i < (sabotage ? 20 : 600) && mine().length <= kept; i++) await page.waitForTimeout(100)
    const last = mine().some(({ title }) => title === left)
    await browser.close()
    await line.end()
    await board.close()
    // Whoever was never told that it is full has lost what did not fit.
    const lost = kept - sent.reports + photos - sent.photos
    return { ok: wrong.length === 0 && lost === 0 && last && aloud > 0 && kept > 0 && photos > 0, kept, photos, refused_aloud: aloud, lost, sent_when_there_was_room: last, wrong: wrong.length, first: wrong[0] ?? null }
  },
}

/** Runs in the page: takes back what does not fit into so many bytes at its commit, as a full device does. A page that opens later finds it full until there is room. */
function small(bytes: number): void {
  if (location.protocol !== 'http:') return
  let left = sessionStorage.getItem('full') ? 0 : bytes
  Object.assign(window, { makeRoom: () => left = Infinity })
  for (const name of ['put', 'add'] as const) {
    const honest = Reflect.get(IDBObjectStore.prototype, name)
    IDBObjectStore.prototype[name] = function (value: { readonly box?: { readonly sealed?: ArrayBuffer } }, ...key) {
      const asked = honest.call(this, value, ...key)
      left -= 200 + (value.box?.sealed?.byteLength ?? 0)
      if (left < 0) asked.addEventListener('success', () => this.transaction.abort())
      if (left < 0) sessionStorage.setItem('full', 'yes')
      return asked
    }
  }
}

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('[data-link="live"]').first().waitFor({ timeout: 60_000 })
}

/** The form for a report, once it knows where the phone is. */
async function reportForm(page: Page) {
  const form = page.getByRole('dialog')
  if (!await form.isVisible()) await page.getByRole('button', { name: '上报' }).first().tap()
  await form.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  return form
}

/** Runs in the page, the planted fault: an app that takes every write for done, also one that the browser took back because the device is full. */
function believing(): void {
  const { addEventListener } = IDBTransaction.prototype
  IDBTransaction.prototype.addEventListener = function (this: IDBTransaction, type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) {
    if (type === 'complete') {
      for (const end of ['complete', 'abort']) addEventListener.call(this, end, listener as EventListener, options)
    } else if (type !== 'abort' && type !== 'error') {
      addEventListener.call(this, type, listener as EventListener, options)
    }
  } as typeof addEventListener
}
