import type { Page } from 'playwright-core'
import type { Shown } from '../../shared/core/evidence.ts'
import type { Rejection } from '../../shared/core/rejection.ts'
import type { Stage } from './stage.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import process from 'node:process'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { seriousFaults } from './axe.ts'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] }

/** Covers the middle with the keyboard, and the upper left with a finger. */
async function mask(page: Page): Promise<void> {
  await page.getByRole('button', { name: '遮挡照片 1 的一部分' }).tap()
  const tool = page.getByRole('dialog', { name: '遮挡照片' })
  await tool.getByRole('button', { name: '加一块' }).tap()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  const area = (await tool.locator('img').boundingBox())!
  await page.mouse.move(area.x + area.width * 0.1, area.y + area.height * 0.1)
  await page.mouse.down()
  await page.mouse.move(area.x + area.width * 0.3, area.y + area.height * 0.3)
  await page.mouse.up()
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/mask.png` })
  await tool.getByRole('button', { name: '遮挡', exact: true }).tap()
  await tool.waitFor({ state: 'hidden' })
}

it('[F24] [F25] [PE1] [PE5] a pin with photo and position takes four taps and is on other maps at once; the photo has no EXIF, which is kept apart', async () => {
  const ann = await board.come('coordinator')
  const opening = performance.now()
  const ina = await board.come('inspector', phone)
  const opened = performance.now()
  const photo = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#8a9' } }).jpeg().withExif({ IFD0: { Copyright: 'SECRET' }, IFD2: { DateTimeOriginal: '2020:01:02 03:04:05', OffsetTimeOriginal: '+08:00' } }).toBuffer()

  const report = taps('report with photo', 4)
  const dialog = ina.page.getByRole('dialog')
  await report.tap(ina.page.getByRole('button', { name: '上报' }).first())
  await report.shoot(dialog.locator('input[type=file]').first(), { name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo })
  await dialog.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  await mask(ina.page)
  // The photo is the head of the form, as wide as the phone, with place, accuracy and author on it.
  await expect.poll(() => dialog.locator('.photos figure').first().evaluate(one => one.getBoundingClientRect().width - innerWidth)).toBe(0)
  for (const line of ['良垌镇南桥小学采样点', '±9 米', ina.person.name]) await dialog.locator('.stamp').getByText(line).waitFor()
  await report.tap(dialog.getByRole('button', { name: '防护手套不足' }))
  // The known report of the same fault stands beside the chosen item, before anything is sent.
  await dialog.getByRole('status').getByText('防护服、防护手套不足').waitFor()
  await report.tap(dialog.getByRole('button', { name: '发送' }))
  report.fact()

  await ann.page.locator('.scroller .row').getByText('防护手套不足', { exact: true }).waitFor()
  const seconds = (from: number) => Math.round((performance.now() - from) / 100) / 10
  console.log(JSON.stringify({ pin: 'photo taken, two parts masked, on another map', secondsFromTap: seconds(opened), secondsFromOpening: seconds(opening) }))
  const issue = [...board.board.authority.board.all('issue')].at(-1)!
  expect(issue).toMatchObject({ title: '防护手套不足', place: 'pl-nanqiao-sampling', aspect: 'supplies', severity: 'immediate', unit: 'health', accuracy: 9 })
  expect(issue.photos).toHaveLength(1)
  const address = `${ann.cable.address}/api/i/first/photos/${issue.id}/${issue.photos[0]}`
  await expect.poll(async () => (await ann.page.request.get(address)).status(), { timeout: 30_000 }).toBe(200)
  const kept = Buffer.from(await (await ann.page.request.get(address)).body())
  expect(kept.includes('SECRET')).toBe(false)
  expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 1600 })
  const bright = async (x: number, y: number) => (await sharp(await sharp(kept).extract({ left: Math.round(x * 1600), top: Math.round(y * 1200), width: 8, height: 8 }).toBuffer()).stats()).channels[0]!.mean > 60
  expect(await Promise.all([bright(0.5, 0.5), bright(0.2, 0.2), bright(0.8, 0.2)])).toEqual([false, false, true])
  // What the camera wrote is kept apart, and that the photo is old is marked where it is read.
  const evidence = await (await ann.page.request.get(`${ann.cable.address}/api/i/first/photos/${issue.id}`)).json() as Shown[]
  expect(evidence).toMatchObject([{ photo: issue.photos[0], accuracy: 9, how: 'gps', misfits: ['older'], whole: { sha256: createHash('sha256').update(photo).digest('hex'), exifAt: Date.UTC(2020, 0, 1, 19, 4, 5) } }])
  await visit(ann.page, `/?sel=issue/${issue.id}`)
  await ann.page.getByText('拍摄时间比上传早一小时以上').waitFor()
  expect([...ina.errors, ...ann.errors]).toEqual([])
  await Promise.all([ina.context.close(), ann.context.close()])
})

it('[F62] a volunteer takes a shift with one tap, sees it held, and is told why another clashes', async () => {
  const { board: on } = board.board.authority
  const answer = (id: string, shift: string) => {
    try {
      decide(on, { id: 'try', name: 'claimShift', args: { shift } }, { actor: { id, role: 'volunteer', approved: true }, now: board.board.authority.now(), real: Date.now(), facts: factsOf(folder.county) })
      return 'may'
    } catch (error) {
      return (error as Rejection).code
    }
  }
  const shifts = () => [...on.all('shift')]
  // Which people are rested depends on the hour of the drill.
  const able = board.board.accounts.list().find(one => one.role === 'volunteer' && shifts().some(shift => answer(one.id, shift.id) === 'may'))
  const { page, context, person } = await board.come('volunteer', { ...phone, who: able?.id })
  const held = () => shifts().filter(shift => shift.claimedBy.includes(person.id)).length
  const before = held()
  await page.getByRole('button', { name: '报名', exact: true }).first().tap()
  await expect.poll(held).toBe(before + 1)
  await page.getByRole('button', { name: '我的班次' }).tap()
  await page.getByText('来不了？').first().waitFor()

  const other = shifts().find(shift => answer(person.id, shift.id) === 'shift_clash')
  await visit(page, `/?sel=shift/${other?.id}`)
  await page.locator('.sheet .claim').getByText('冲突').waitFor()
  await context.close()
})

it('[F84] offline the phone says what still works, and keeps commands until they are sent', async () => {
  const ina = await board.come('inspector', { ...phone, serviceWorkers: 'allow' })
  await pagesKept(ina.page)
  ina.cable.pull()
  await ina.page.getByText('可照常操作').waitFor()
  await ina.page.getByRole('button', { name: '上报' }).first().tap()
  const form = ina.page.getByRole('dialog')
  await form.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  await form.getByRole('button', { name: '通风不良' }).tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await ina.page.getByText('1 条待发送').first().waitFor()
  await ina.page.reload()
  await ina.page.getByText('1 条待发送').first().waitFor()
  ina.cable.plug()
  await expect.poll(() => [...board.board.authority.board.all('issue')].some(issue => issue.title === '通风不良' && issue.foundBy === ina.person.id), { timeout: 60_000 }).toBe(true)
  await ina.page.getByText('可照常操作').waitFor({ state: 'detached' })
  await ina.context.close()
})

it('[F24] [F84] [VN1] [VN5] a voice note is recorded without a network, waits over a reload, is sent once there is one, and is heard at a desk; who may removes it', async () => {
  const ina = await board.come('inspector', { ...phone, serviceWorkers: 'allow' })
  await pagesKept(ina.page)
  ina.cable.pull()
  await ina.page.getByText('可照常操作').waitFor()
  await ina.page.getByRole('button', { name: '上报' }).first().tap()
  const form = ina.page.getByRole('dialog')
  await form.getByRole('button', { name: /良垌镇南桥小学采样点/, pressed: true }).waitFor()
  await form.getByRole('button', { name: '录一段语音' }).tap()
  await form.getByRole('timer').getByText('0:02').waitFor()
  expect(await form.getByRole('button', { name: '停止' }).evaluate(one => one === document.activeElement)).toBe(true)
  if (process.env.SHOTS) await ina.page.screenshot({ path: `${process.env.SHOTS}/voice-on.png` })
  await ina.page.keyboard.press('Enter')
  const player = form.getByLabel('语音 1', { exact: true })
  await expect.poll(() => player.evaluate(one => (one as HTMLAudioElement).duration)).toBeGreaterThan(1.5)
  if (process.env.SHOTS) await ina.page.screenshot({ path: `${process.env.SHOTS}/voice-kept.png` })
  expect(await seriousFaults(ina.page)).toEqual([])
  await form.getByRole('button', { name: '地面湿滑' }).or(form.getByRole('button', { name: '防护手套不足' })).first().tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await ina.page.getByText('1 条待发送').first().waitFor()
  await ina.page.reload()
  await ina.page.getByText('1 条待发送').first().waitFor()
  const heard = () => [...board.board.authority.board.all('issue')].find(issue => issue.foundBy === ina.person.id && issue.voices?.length)
  expect(heard()).toBeUndefined()
  ina.cable.plug()
  await expect.poll(() => heard()?.voices?.length, { timeout: 60_000 }).toBe(1)

  const ann = await board.come('coordinator', { at: `/issue/${heard()!.id}` })
  await expect.poll(async () => (await ann.page.request.get(`${ann.cable.address}/api/i/first/photos/${heard()!.id}/${heard()!.voices![0]}`)).status(), { timeout: 60_000 }).toBe(200)
  await ann.page.getByRole('button', { name: '听语音 1' }).click()
  await expect.poll(() => ann.page.getByLabel('语音 1', { exact: true }).evaluate(one => (one as HTMLAudioElement).currentTime)).toBeGreaterThan(0.3)
  if (process.env.SHOTS) await ann.page.screenshot({ path: `${process.env.SHOTS}/voice-desk.png` })
  await ann.page.getByRole('button', { name: '删除语音' }).click()
  await ann.page.getByRole('alert').getByText('不能恢复').waitFor()
  await ann.page.getByRole('button', { name: '删除语音' }).click()
  await ann.page.getByText('1 段语音已删除').waitFor()
  expect([...ina.errors, ...ann.errors]).toEqual([])
  await Promise.all([ina.context.close(), ann.context.close()])
})

it('no page is wider than the phone', async () => {
  for (const role of ['volunteer', 'inspector', 'officer', 'unit', 'coordinator'] as const) {
    const { page, context } = await board.come(role, phone)
    for (const tab of await page.locator('nav button').all()) {
      await tab.tap()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
    await context.close()
  }
})

it('[LD9] a turned phone keeps its screens, with room for the work', async () => {
  for (const viewport of [{ width: 844, height: 390 }, { width: 740, height: 360 }]) {
    for (const role of ['volunteer', 'inspector', 'unit'] as const) {
      const { page, context, errors } = await board.come(role, { ...phone, viewport })
      const tabs = page.locator('nav button')
      await expect.poll(() => tabs.count()).toBeGreaterThan(2)
      for (let i = 0; i < await tabs.count(); i++) {
        await tabs.nth(i).tap()
        await tabs.nth(i).and(page.locator('[aria-current=page]')).waitFor()
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${role} ${viewport.width} ${i}`).toBeLessThanOrEqual(0)
        const work = await page.locator('.phone > main').boundingBox()
        expect(work?.height, `${role} ${viewport.width} ${i}`).toBeGreaterThan(viewport.height * 0.6)
        const [scale, tools] = [page.locator('.leaflet-control-scale'), page.locator('.tools')]
        if (await scale.count()) expect((await scale.boundingBox())!.x + (await scale.boundingBox())!.width).toBeLessThanOrEqual((await tools.boundingBox())!.x)
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${role}-${viewport.width}-${i}.png` })
      }
      expect(errors).toEqual([])
      await context.close()
    }
  }
})
