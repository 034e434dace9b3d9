import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signAll } from './hand.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] }
const picture = async (colour: string) => ({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: colour } }).jpeg().toBuffer() })
const issue = (id: string) => board.board.authority.board.get('issue', id)

async function step(page: Page, name: string, reason: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('form.ask textarea').fill(reason)
  await page.locator('form.ask').getByRole('button', { name, exact: true }).click()
  await page.locator('form.ask').waitFor({ state: 'detached' })
}

it('[F28] [F30] [F33] [F34] one issue\'s whole life, four people, two photos: told and signed on the spot, sent back, read, fixed, re-checked by another', async () => {
  const finder = await board.come('inspector', { ...phone, who: 'p-team4-1' })
  const una = await board.come('unit', { who: 'p-unit-health' })
  const other = await board.come('inspector', { who: 'p-team7-1' })
  const ann = await board.come('coordinator')

  // The issue is found and photographed.
  await visit(finder.page, '/?sel=place/pl-nanqiao-sampling')
  await finder.page.getByRole('button', { name: '在此上报' }).or(finder.page.getByRole('button', { name: /上报/ })).first().tap()
  const form = finder.page.getByRole('dialog')
  const fault = form.getByRole('button', { name: '医疗废物未加盖' })
  let shrink = () => {}
  const held = new Promise<void>(done => shrink = done)
  await finder.page.route('**/shrink-*.js', route => held.then(() => route.continue()))
  await form.locator('input[type=file]').first().setInputFiles(await picture('#a33'))
  await form.getByText('照片处理中…').waitFor()
  // What lies below the photo must not move under a finger when the photo is ready.
  const before = await fault.boundingBox()
  shrink()
  await form.getByRole('button', { name: '遮挡照片 1 的一部分' }).waitFor()
  expect(await fault.boundingBox()).toEqual(before)
  await fault.tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await expect.poll(() => [...board.board.authority.board.all('issue')].some(one => one.title === '医疗废物未加盖' && one.foundBy === finder.person.id)).toBe(true)
  const id = [...board.board.authority.board.all('issue')].find(one => one.title === '医疗废物未加盖' && one.foundBy === finder.person.id)!.id

  // It is handed over on the spot: both sign on the phone, and the bureau has the slip.
  await visit(finder.page, `/?sel=issue/${id}`)
  await finder.page.getByRole('button', { name: '当场反馈单' }).tap()
  const slipForm = finder.page.getByRole('dialog')
  await slipForm.getByRole('button', { name: '签发反馈单', disabled: true }).waitFor()
  await signAll(finder.page, slipForm)
  await slipForm.getByRole('button', { name: '签发反馈单' }).tap()
  await expect.poll(() => issue(id)?.state).toBe('told')
  await visit(una.page, '/inbox')
  await una.page.getByRole('link', { name: /反馈单 \d+ 号.*医疗废物未加盖/ }).click()
  await una.page.getByRole('img', { name: '接收人签名' }).waitFor()
  await expect.poll(() => una.page.getByRole('img', { name: '接收人签名' }).evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 15_000 }).toBeGreaterThan(100)

  // The unit accepts it, fixes it and submits the fix.
  await visit(una.page, `/issue/${id}`)
  await step(una.page, '接收整改', '马上处理')
  await step(una.page, '提交整改', '已加盖')

  // Another team sends it back; the unit must read the reason before it can submit the next fix.
  await visit(other.page, `/issue/${id}`)
  await step(other.page, '退回再改', '盖子是坏的')
  await una.page.getByText('被退回或复发 1 次').waitFor()
  await una.page.getByRole('button', { name: '提交整改', disabled: true }).waitFor()
  await una.page.getByRole('button', { name: '我已看完' }).click()
  await una.page.getByRole('button', { name: '提交整改', exact: true }).click()
  await una.page.locator('form.ask input[type=file]').setInputFiles(await picture('#3a3'))
  await expect.poll(() => issue(id)?.after.length).toBe(1)
  await una.page.locator('form.ask textarea').fill('换了新盖')
  await una.page.locator('form.ask').getByRole('button', { name: '提交整改', exact: true }).click()
  await expect.poll(() => issue(id)?.state).toBe('awaiting')

  // The finder may not close it; somebody else does.
  await visit(finder.page, `/issue/${id}`)
  await finder.page.getByRole('button', { name: '复查销号', disabled: true }).waitFor()
  await finder.page.getByText('需他人复查').first().waitFor()
  await step(other.page, '复查销号', '抽查属实')
  await expect.poll(() => issue(id)?.state).toBe('closed')

  // Headquarters reads it as one line, with the photos before and after side by side.
  await visit(ann.page, `/issue/${id}`)
  for (const side of ['整改前', '整改后']) {
    const image = ann.page.getByRole('img', { name: new RegExp(`^${side} `) })
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth), { timeout: 15_000 }).toBeGreaterThan(100)
  }
  await ann.page.locator('.line li').nth(6).waitFor()
  await expect.poll(() => ann.page.locator('.line li b').allTextContents()).toEqual(['发现', '已反馈', '整改中', '待复查', '退回再改', '待复查', '已销号'])
  if (process.env.SHOTS) {
    await ann.page.screenshot({ path: `${process.env.SHOTS}/issue.png` })
    await visit(una.page, '/inbox')
    await una.page.waitForTimeout(800)
    await una.page.screenshot({ path: `${process.env.SHOTS}/inbox.png` })
    await una.page.goBack()
    await finder.page.screenshot({ path: `${process.env.SHOTS}/phone.png` })
  }
  expect([...finder.errors, ...una.errors, ...other.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await Promise.all([finder, una, other, ann].map(one => one.context.close()))
})
