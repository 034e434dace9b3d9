import type { Stage, Visitor } from './stage.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nextAt } from '../../shared/issues/rechecks.ts'
import { misfits } from './misfits.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'

/** What a unit and a township do with the issues they were given. */
let board: Stage
let una: Visitor
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
beforeAll(async () => {
  board = await stage('drill')
  una = await board.come('unit', { ...phone, who: 'p-unit-health' })
})
afterAll(() => board.end())

const { rules } = (await import('../../shared/county/lianjiang/index.ts')).folder.county
const issues = () => [...board.board.authority.board.all('issue')]
const issue = (id: string) => board.board.authority.board.get('issue', id)!
let given = 0
const step = async (who: string, name: string, args: object) => {
  const person = board.board.accounts.list().find(one => one.id === who)!
  expect(await board.board.authority.submit({ id: `unit-${given++}`, name, args }, person)).toMatchObject({ ok: true })
}
const picture = async () => ({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a3' } }).jpeg().toBuffer() })

it('[I16] [F37] the rows of the inbox say what their times are, and each tray is in that order', async () => {
  await una.page.goto(`${una.cable.address}/inbox`)
  await una.page.locator('[data-tray] .row').first().waitFor()
  const rows = await una.page.locator('[data-tray]').evaluateAll(trays => trays.map(tray => [...tray.querySelectorAll('.row')].map(row => [row.querySelector('.title')?.textContent ?? '', row.querySelector('.right')?.textContent ?? '', row.querySelector('.right-sub')?.textContent ?? '', row.querySelector('.sub')?.textContent ?? ''])))
  for (const [title, left, next, where] of rows.flat()) {
    expect(left, title).toMatch(/^(?:逾期|剩|复查剩|复查超时) \d+ (?:[秒分天]|小时)$/)
    expect(next, title).toMatch(/^(?:期限|下次跟进) \S+ ?\d{1,2}:\d{2}$|前复查$/)
    expect(where, title).toMatch(/^(?:已反馈|整改中|复发|挂账|待复查) · /)
  }
  const mine = issues().filter(one => one.unit === 'health' && one.state !== 'closed' && one.state !== 'awaiting' && one.state !== 'found')
  for (const tray of rows) {
    const times = tray.map(([title]) => mine.filter(one => one.title === title).map(one => nextAt(one, { rules }))).filter(found => found.length === 1).flat()
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
  expect(una.errors).toEqual([])
})

it('[F33] [L12] [SC25] a unit answers an issue within its goal; a photo that has not come is on its way, not missing, and shows itself', async () => {
  const ann = await board.come('coordinator')
  const mine = issues().find(one => one.unit === 'health' && one.state === 'rectifying' && one.returns.length === 0)!
  await una.page.goto(`${una.cable.address}/inbox`)
  // Its file is held back: headquarters has the record before the photo.
  let release = () => {}
  const held = new Promise<void>(done => release = done)
  await una.page.route('**/photos/**', async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  const missing: number[] = []
  ann.page.on('response', answer => void (answer.url().includes('/photos/') && answer.status() >= 400 && missing.push(answer.status())))

  const answer = taps('answer a unit\'s issue', 4)
  await answer.tap(una.page.locator('[data-tray] .row', { hasText: mine.title }).first())
  await una.page.waitForURL(/issue\//)
  const id = una.page.url().match(/issue\/([\w-]+)/)?.[1] ?? ''
  await answer.tap(una.page.getByRole('button', { name: '提交整改', exact: true }))
  await una.page.locator('form.ask').getByText('请拍一张').waitFor()
  await una.page.keyboard.type('已补齐，现场清点无误')
  // The photo shows itself above the form, which moves nothing under the finger.
  const at = () => una.page.locator('form.ask').evaluate(form => form.getBoundingClientRect().top)
  const [start, photos] = [await at(), await una.page.locator('main figure').count()]
  await answer.shoot(una.page.locator('form.ask input[type=file]'), await picture())
  await expect.poll(() => issue(id).after.length).toBe(1)
  await expect.poll(() => una.page.locator('main figure').count()).toBeGreaterThan(photos)
  await una.page.getByRole('img', { name: /^整改后 / }).evaluate((one: HTMLImageElement) => one.decode())
  expect(Math.abs(await at() - start)).toBeLessThan(2)
  await answer.tap(una.page.locator('form.ask').getByRole('button', { name: '提交整改', exact: true }))
  answer.fact()
  await expect.poll(() => issue(id).state).toBe('awaiting')

  await ann.page.goto(`${ann.cable.address}/issue/${id}`)
  await ann.page.getByRole('status').filter({ hasText: '照片正在上传' }).first().waitFor()
  release()
  const image = ann.page.getByRole('img', { name: /^整改后 / })
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth), { timeout: 60_000 }).toBeGreaterThan(100)
  expect(missing).toEqual([])
  expect([...una.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[SC12] [NT1] the feed says that a fix was sent back, and a sweep is one line; the notice names place and unit', async () => {
  const ann = await board.come('coordinator')
  const mine = issues().find(one => one.unit === 'health' && one.state === 'rectifying' && one.place && one.returns.length === 0)!
  await step('p-unit-health', 'advanceIssue', { issue: mine.id, from: 'rectifying', to: 'awaiting', reason: '已改' })
  const other = board.board.accounts.list().find(one => one.role === 'inspector' && one.id !== mine.foundBy)!
  await step(other.id, 'advanceIssue', { issue: mine.id, from: 'awaiting', to: 'rectifying', reason: '还有一处' })
  const feed = ann.page.locator('.feed-panel li')
  const place = board.board.authority.board.get('place', mine.place!)!.name
  await feed.filter({ hasText: mine.title }).filter({ hasText: '退回再改' }).first().waitFor()

  const shops = [...board.board.authority.board.all('place')].filter(one => one.kind === 'shop').slice(0, 12)
  const spot = { lng: shops[0]!.lng, lat: shops[0]!.lat, accuracy: 8 }
  await step(other.id, 'startInspection', { inspection: 'walk-sweep', mode: 'sweep', title: '南街一片', township: shops[0]!.township, spot })
  for (const [i, shop] of shops.entries()) await step(other.id, 'sweepPlace', { inspection: 'walk-sweep', place: shop.id, ok: i > 3 })
  await feed.filter({ hasText: '南街一片 已查 12 户，已张贴 8 户' }).waitFor()
  await expect.poll(() => feed.filter({ hasText: '南街一片 已查' }).count()).toBe(1)

  await board.board.authority.submit({ id: 'unit-notices', name: 'giveNotices', args: { minute: 1 } }, { id: 'system', role: 'system' })
  await una.page.goto(`${una.cable.address}/`)
  await una.page.getByRole('button', { name: /^提醒/ }).first().tap()
  const notice = una.page.locator('.notices li', { hasText: '退回再改，先看理由' }).filter({ hasText: place }).first()
  await notice.waitFor({ timeout: 90_000 })
  await expect.poll(() => notice.textContent()).toContain('卫健局')
  expect([...una.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[I12] [NT1] an issue without a unit waits on top at headquarters; the unit it is given is told, and finds it in its inbox', async () => {
  const ann = await board.come('coordinator')
  const { township, lng, lat } = issues().find(one => one.unit === 'health')!
  await step('p-coord-1', 'reportIssue', { issue: 'nobodys', title: '路口水马倒了一排', aspect: 'safety', severity: 'day', place: null, township, lng, lat, accuracy: null, source: 'map' })
  expect(issue('nobodys').unit).toBeNull()
  await ann.page.goto(`${ann.cable.address}/inbox`)
  await ann.page.locator('[data-tray="unassigned"] .row', { hasText: '路口水马倒了一排' }).click()
  await ann.page.getByRole('combobox', { name: '责任单位' }).first().selectOption('health')
  await expect.poll(() => issue('nobodys').unit).toBe('health')
  await ann.page.goto(`${ann.cable.address}/inbox`)
  await ann.page.locator('[data-tray]').first().waitFor()
  expect(await ann.page.locator('[data-tray="unassigned"] .row', { hasText: '路口水马倒了一排' }).count()).toBe(0)
  await board.board.authority.submit({ id: 'unit-assigned', name: 'giveNotices', args: { minute: 2 } }, { id: 'system', role: 'system' })
  const told = () => [...board.board.authority.board.all('notice')].find(one => one.rule === 'assigned' && one.issue === 'nobodys')
  await expect.poll(told).toBeTruthy()
  await una.page.goto(`${una.cable.address}/`)
  await una.page.getByRole('button', { name: /^提醒/ }).first().tap()
  await una.page.locator('.notices li', { hasText: '路口水马倒了一排' }).first().waitFor()
  expect([...una.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[SC13] on a phone the inbox is no wider than the window, also with a slip that names three issues', async () => {
  const township = issues().find(one => one.unit === 'health')!.township
  const titles = ['采样点等候区没有一米线，人员聚集', '医疗废物暂存间未上锁，标识不清', '防护服、防护手套和消毒用品储备不足']
  const { lng, lat } = [...board.board.authority.board.all('place')].find(one => one.township === township)!
  for (const [i, title] of titles.entries()) await step('p-coord-1', 'reportIssue', { issue: `wide-${i}`, title, aspect: 'safety', severity: 'day', place: null, township, lng, lat, accuracy: null, source: 'map', unit: 'health' })
  await step('p-coord-1', 'giveSlip', { slip: 'wide', issues: titles.map((_, i) => `wide-${i}`), signature: 'wide-s1', receiverSignature: 'wide-s2' })
  await una.page.goto(`${una.cable.address}/inbox`)
  const slip = una.page.locator('a[href="/slip/wide"]')
  await slip.getByText(titles.join('、')).waitFor()
  expect(await una.page.evaluate(() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('.inbox, .inbox *')].map(one => one.getBoundingClientRect().right)].every(right => right <= 390))).toBe(true)
  expect(await misfits(una.page)).toEqual([])
})

it('[I15] [F33] where the county requires a photo of the fix, the form says so, keeps the text when it is refused, and takes the fix once there is one', async () => {
  const strict = await stage('drill', { rules: { afterPhoto: true } })
  try {
    const { page, cable, errors } = await strict.come('unit', { ...phone, who: 'p-unit-health' })
    const at = (id: string) => strict.board.authority.board.get('issue', id)!
    const { id } = [...strict.board.authority.board.all('issue')].find(one => one.unit === 'health' && one.state === 'rectifying' && one.returns.length === 0 && one.after.length === 0)!
    await page.goto(`${cable.address}/issue/${id}`)
    await page.getByRole('button', { name: '提交整改', exact: true }).tap()
    const form = page.locator('form.ask')
    await form.getByText('须拍一张才能提交').waitFor()
    await form.locator('textarea').fill('已补齐，现场清点无误')
    const send = form.getByRole('button', { name: '提交整改', exact: true })
    await send.tap()
    await form.getByText('请先拍一张整改后的照片，再提交整改').waitFor()
    expect([await form.locator('textarea').inputValue(), at(id).state]).toEqual(['已补齐，现场清点无误', 'rectifying'])
    await form.locator('input[type=file]').setInputFiles(await picture())
    await form.getByText('可再拍').waitFor()
    await send.tap()
    await expect.poll(() => at(id).state).toBe('awaiting')
    expect(at(id).after).toHaveLength(1)
    expect([...errors, ...strict.bugs]).toEqual([])
  } finally {
    await strict.end()
  }
})

it('an inbox with nothing to do still lists what is open and waits for others', async () => {
  const olaf = await board.come('officer', phone)
  const { township } = olaf.person
  const mine = issues().filter(one => one.township === township && one.state !== 'closed')
  await olaf.page.locator('[data-others] .row').first().waitFor()
  await expect.poll(() => olaf.page.locator('.inbox .row').count()).toBe(mine.length)
  await olaf.page.locator('[data-others] .row').first().tap()
  await olaf.page.waitForURL(/\/issue\//)
  expect([...olaf.errors, ...board.bugs]).toEqual([])
  await olaf.context.close()
})
