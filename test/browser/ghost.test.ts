import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
const words = '对照整改前拍'
/** Stands in for the camera of the phone: a still green picture of 640 × 480. Counts how often it was opened and is open. */
function camera(): void {
  Object.assign(globalThis, { opened: 0, open: 0 })
  const counts = globalThis as unknown as { opened: number, open: number }
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const pen = canvas.getContext('2d')!
    const timer = setInterval(() => {
      pen.fillStyle = '#3a3'
      pen.fillRect(0, 0, 640, 480)
    }, 50)
    const stream = canvas.captureStream()
    const [track] = stream.getVideoTracks()
    counts.opened++
    counts.open++
    const stop = track!.stop.bind(track)
    track!.stop = () => {
      clearInterval(timer)
      counts.open--
      stop()
    }
    return stream
  }
}
const noCamera = () => {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
}
const mine = (n: number) => [...board.board.authority.board.all('issue')].filter(one => one.unit === 'health' && one.state === 'rectifying' && one.returns.length === 0 && one.photos.some(photo => !one.after.includes(photo)))[n]!
const openStep = async (page: Page) => {
  await page.getByRole('button', { name: '提交整改', exact: true }).click()
  await page.locator('form.ask').getByText('整改前', { exact: true }).waitFor()
}

it('[F25] [PE6] the photo of the fix is taken with the photo before laid over the camera, with the keyboard too, and the camera ends with its view', async () => {
  const { id } = mine(0)
  const { page, context, cable, errors } = await board.come('unit', { ...phone, who: 'p-unit-health', at: `/issue/${id}`, before: camera })
  await openStep(page)
  await page.getByRole('button', { name: words }).focus()
  await page.keyboard.press('Enter')
  const view = page.getByRole('dialog', { name: words })
  const ghost = view.getByRole('img', { name: '整改前' })
  await expect.poll(() => ghost.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  const strength = view.getByRole('slider', { name: '整改前照片的浓淡' })
  await strength.press('ArrowRight')
  expect(await ghost.evaluate(one => getComputedStyle(one).opacity)).toBe('0.6')
  const shutter = view.getByRole('button', { name: '拍照' })
  await expect.poll(() => shutter.isEnabled()).toBe(true)
  // It lies exactly on what the camera shows.
  const [over, under] = [await ghost.boundingBox(), await view.locator('video').boundingBox()]
  expect(over).toEqual(under)
  expect(await seriousFaults(page, { part: 'dialog[open]' })).toEqual([])
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/ghost.png` })
  await shutter.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => board.board.authority.board.get('issue', id)?.after.length).toBe(1)
  await view.getByRole('button', { name: '完成' }).click()
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { open: number }).open)).toBe(0)
  expect(await page.evaluate(() => (globalThis as unknown as { opened: number }).opened)).toBe(1)

  // What was taken is the camera's own picture, without the ghost.
  const photo = board.board.authority.board.get('issue', id)!.after[0]!
  const address = `${cable.address}/api/i/first/photos/${id}/${photo}`
  await expect.poll(async () => (await page.request.get(address)).status(), { timeout: 30_000 }).toBe(200)
  const taken = sharp(Buffer.from(await (await page.request.get(address)).body()))
  expect(await taken.metadata()).toMatchObject({ width: 640, height: 480 })
  const [red, green, blue] = (await taken.extract({ left: 300, top: 100, width: 40, height: 40 }).stats()).channels.map(one => Math.round(one.mean))
  expect([red! < 90, green! > 140, blue! < 90]).toEqual([true, true, true])
  expect(errors).toEqual([])
  await context.close()
})

it('[F25] [PE6] where the camera is not allowed, the photo before stands beside the file picker', async () => {
  const { id } = mine(1)
  const { page, context, errors } = await board.come('unit', { ...phone, who: 'p-unit-health', at: `/issue/${id}`, before: noCamera })
  await openStep(page)
  await page.getByRole('button', { name: words }).tap()
  const view = page.getByRole('dialog', { name: words })
  await view.getByRole('alert').getByText('用不了摄像头').waitFor()
  await expect.poll(() => view.getByRole('img', { name: '整改前' }).evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  expect(await seriousFaults(page, { part: 'dialog[open]' })).toEqual([])
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/no-camera.png` })
  await view.locator('input[type=file]').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 80, height: 60, channels: 3, background: '#3a3' } }).jpeg().toBuffer() })
  await view.waitFor({ state: 'hidden' })
  await expect.poll(() => board.board.authority.board.get('issue', id)?.after.length).toBe(1)
  expect(errors).toEqual([])
  await context.close()
})

it('[F25] [PE7] headquarters masks a photo that is on the server; an open page of somebody else shows the masked one', async () => {
  const { id, photos } = mine(1)
  const photo = photos[0]!
  const [ann, una] = [await board.come('coordinator', { at: `/issue/${id}` }), await board.come('unit', { ...phone, who: 'p-unit-health', at: `/issue/${id}` })]
  const shown = (page: Page) => page.locator('.pair img').first().evaluate((image: HTMLImageElement) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 10, height: 10 })
    const pen = canvas.getContext('2d')!
    pen.drawImage(image, 0, 0, 10, 10)
    return pen.getImageData(5, 5, 1, 1).data[0]!
  }).catch(() => -1)
  for (const { page } of [ann, una]) await expect.poll(() => shown(page)).toBeGreaterThan(100)
  expect(await una.page.getByRole('button', { name: '遮挡照片' }).count()).toBe(0)
  await ann.page.locator('.pair button').first().click()
  await ann.page.getByRole('button', { name: '遮挡照片' }).click()
  const tool = ann.page.getByRole('dialog', { name: '遮挡照片' })
  await tool.getByRole('button', { name: '加一块' }).click()
  for (let i = 0; i < 4; i++) await ann.page.keyboard.press('Shift+ArrowDown')
  expect(await seriousFaults(ann.page, { part: 'dialog[open]:last-of-type' })).toEqual([])
  const done = tool.getByRole('button', { name: '遮挡', exact: true })
  await done.click()
  await tool.getByText('不能恢复').waitFor()
  expect(board.board.authority.board.get('issue', id)?.masks).toBeUndefined()
  if (process.env.SHOTS) await ann.page.screenshot({ path: `${process.env.SHOTS}/mask-later.png` })
  await done.click()
  await tool.waitFor({ state: 'detached' })
  for (const { page } of [ann, una]) await expect.poll(() => shown(page), { timeout: 20_000 }).toBeLessThan(40)
  expect(board.board.authority.board.get('issue', id)?.masks?.[photo]).toHaveLength(1)
  await una.page.getByText('遮挡照片').first().waitFor()
  // What this browser kept of the photo before is gone.
  await expect.poll(() => una.page.evaluate(address => fetch(address, { cache: 'only-if-cached', mode: 'same-origin' }).then(({ ok }) => ok, () => false), `/api/i/first/photos/${id}/${photo}`)).toBe(false)
  if (process.env.SHOTS) await ann.page.screenshot({ path: `${process.env.SHOTS}/masked.png` })
  expect([...ann.errors, ...una.errors]).toEqual([])
  await Promise.all([ann.context.close(), una.context.close()])
})
