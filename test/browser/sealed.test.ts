import type { Stage } from './stage.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rawStorage } from './raw-storage.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] }
const issues = () => [...board.board.authority.board.all('issue')]

it('[F84] [D11] [CA1] what waits on a phone, its photos, its drafts and its board lie there sealed, under a key that cannot be taken out; what an earlier version kept is taken over', async () => {
  const { page, context, cable, person, errors } = await board.come('inspector', { ...phone, at: '/?do=report' })
  const form = page.getByRole('dialog')
  const what = form.getByPlaceholder('一句话说清哪里不对')
  await form.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  const place = issues().find(({ place }) => place)!.place!
  cable.pull()
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8a9' } }).jpeg().toBuffer()
  await form.locator('input[type=file]').first().setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo })
  await what.fill('金丝雀甲 canary-one')
  await form.getByLabel('重点方面').selectOption({ label: '安全保障' })
  await form.getByRole('button', { name: '发送' }).tap()
  await page.getByText('1 条待发送').first().waitFor()
  await page.getByRole('button', { name: '上报' }).first().tap()
  await what.fill('金丝雀乙 canary-two')
  await expect.poll(() => page.evaluate(() => Object.entries(localStorage).some(([key, kept]) => key.endsWith(':reportIssue') && !kept.startsWith('{')))).toBe(true)

  const raw = await rawStorage(page)
  expect(raw).toContain('key false InvalidAccessError')
  expect(raw.match(/^store yixian-sealed-\S+ \w+$/gm)).toHaveLength(5)
  // The photo's own first bytes, and words of the text, the draft and the board.
  const title = issues().at(-1)!.title
  for (const plain of ['金丝雀', 'canary-', 'JFIF', title, place]) expect(raw.includes(plain), plain).toBe(false)

  const { township, lng, lat } = issues()[0]!
  await page.evaluate(([id, where]) => new Promise<void>((done) => {
    const asked = indexedDB.open(`yixian-${id}`, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('queue', { autoIncrement: true }).createIndex('id', 'command.id', { unique: true })
      asked.result.createObjectStore('refused', { keyPath: 'command.id' }).add({ command: { id: crypto.randomUUID(), name: 'announce', args: { text: '旧的退件' } }, at: 1, refusal: { ok: false, code: 'forbidden' } })
      asked.result.createObjectStore('photos', { keyPath: 'id' })
      asked.result.createObjectStore('board')
      const tx = asked.transaction!
      tx.objectStore('queue').add({ command: { id: crypto.randomUUID(), name: 'reportIssue', args: { issue: crypto.randomUUID(), title: '旧版留下的', note: '', aspect: 'safety', severity: 'day', ...where } }, at: Date.now() })
      localStorage.setItem(`yixian:draft:${id}:announce`, '{"text":"旧的草稿"}')
    }
    asked.onsuccess = () => done(asked.result.close())
  }), [person.id, { township, lng, lat }] as const)
  cable.plug()
  await page.goto(`${cable.address}/device`)
  await page.getByText('密钥不能导出').waitFor()
  await page.getByText('旧的退件').first().waitFor()
  await expect.poll(() => issues().filter(({ foundBy }) => foundBy === person.id).map(one => one.title)).toEqual(expect.arrayContaining(['金丝雀甲 canary-one', '旧版留下的']))
  const after = await rawStorage(page)
  for (const plain of ['旧的', '旧版']) expect(after.includes(plain), plain).toBe(false)
  await page.goto(`${cable.address}/?do=report`)
  await expect.poll(() => what.inputValue()).toBe('金丝雀乙 canary-two')
  expect(errors).toEqual([])
  await context.close()
})

it('[D11] a browser that cannot encrypt says so, and keeps and sends work all the same', async () => {
  const { page, context, cable, person, errors } = await board.come('inspector', { ...phone, at: '/device', before: () => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }) })
  await page.getByText('捡到这台设备的人').waitFor()
  await page.goto(`${cable.address}/?do=report`)
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  await form.getByPlaceholder('一句话说清哪里不对').fill('没有加密的')
  await form.getByLabel('重点方面').selectOption({ label: '安全保障' })
  await expect.poll(async () => await rawStorage(page).then(raw => raw.includes('没有加密的'))).toBe(true)
  await form.getByRole('button', { name: '发送' }).tap()
  await expect.poll(() => issues().some(({ title, foundBy }) => title === '没有加密的' && foundBy === person.id)).toBe(true)
  expect(errors).toEqual([])
  await context.close()
})
