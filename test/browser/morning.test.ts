import type { Stage } from './stage.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signAll } from './hand.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

/** A phone that needs long to shrink a photo, until `photos-ready`, and has no worker for it. */
function slowPhotos(): void {
  Reflect.deleteProperty(globalThis, 'OffscreenCanvas')
  if (sessionStorage.getItem('photos-ready')) return
  const read = createImageBitmap
  globalThis.createImageBitmap = (async (file: Blob) => {
    await new Promise(done => addEventListener('photos-ready', done, { once: true }))
    globalThis.createImageBitmap = read
    return read(file)
  }) as typeof read
}

it('[F23] [F26] [F28] [FM7] script step 2: team 3 checks in at the care home, finds "twice a week", photographs it, gives the slip; headquarters sees the pin', async () => {
  const home = board.board.authority.board.get('place', 'pl-huaren-jishui')!
  const three = await board.come('inspector', { who: 'p-team3-2', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, before: slowPhotos, geolocation: { longitude: home.lng, latitude: home.lat, accuracy: 8 }, permissions: ['geolocation'] })
  const ann = await board.come('coordinator')
  const { page } = three
  await page.goto(`${three.cable.address}/p/${home.id}`)
  await page.locator('.arriving .primary').tap()
  await page.getByRole('group', { name: '按规定频次全员核酸采样' }).getByRole('button', { name: '不合格' }).tap()
  const form = page.getByRole('dialog')
  await form.locator('input[type=file]').first().setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#468' } }).jpeg().toBuffer() })
  await form.getByText('照片处理中').waitFor()
  await form.getByRole('button', { name: '发送' }).tap()
  await page.evaluate(() => {
    sessionStorage.setItem('photos-ready', 'yes')
    dispatchEvent(new Event('photos-ready'))
  })
  const found = () => [...board.board.authority.board.all('issue')].find(one => one.foundBy === three.person.id && one.place === home.id && one.item === 'careHome-1' && one.inspection)
  await expect.poll(() => found()?.photos.length).toBe(1)
  await ann.page.getByText('仅实行一周两检，未全员采样').first().waitFor()

  await page.goto(`${three.cable.address}/?sel=issue/${found()?.id}`)
  await page.getByRole('button', { name: '当场反馈单' }).tap()
  await signAll(page, page.getByRole('dialog'))
  await page.getByRole('dialog').getByRole('button', { name: '签发反馈单' }).tap()
  await expect.poll(() => found()?.state).toBe('told')
  expect([...board.board.authority.board.all('slip')].at(-1)).toMatchObject({ by: three.person.id, issues: [found()?.id] })
  expect([...three.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await Promise.all([three.context.close(), ann.context.close()])
})
