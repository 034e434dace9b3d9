import type { Locator } from 'playwright-core'
import type { Stage } from './stage.ts'
import process from 'node:process'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { signAll } from './hand.ts'
import { pagesKept } from './kept.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'
import { visit } from './visit.ts'

/** What an inspector needs on the spot, on a phone. */
let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, geolocation: { longitude: 110.42215, latitude: 21.50485, accuracy: 9 }, permissions: ['geolocation'] }
const all = <K extends 'inspection' | 'issue' | 'place' | 'slip'>(kind: K) => [...board.board.authority.board.all(kind)]
const shot = async () => ({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#468' } }).jpeg().toBuffer() })

it('[F27] [F26] [F28] a fault that is known stands beside its item; after the signing the slip is one tap away', async () => {
  const open = all('issue').find(one => one.place === 'pl-nanqiao-sampling' && one.title === '防护服、防护手套不足')!
  const { page, context, person, errors } = await board.come('inspector', { ...phone, at: '/?sel=place/pl-nanqiao-sampling' })
  await page.getByRole('button', { name: '到场督查' }).tap()
  await page.getByRole('button', { name: '到场', exact: true }).tap()
  const gloves = page.locator('li', { has: page.getByRole('group', { name: '防护手套配备充足' }) })
  await gloves.getByRole('button', { name: /^已有 0506-/ }).waitFor()
  await gloves.getByRole('button', { name: '不合格' }).tap()

  const form = page.getByRole('dialog')
  const chips = form.locator('.chips')
  const [chip, hint, next] = await Promise.all([chips.getByRole('button', { name: '防护手套不足', exact: true }), chips.getByRole('status'), chips.getByRole('button', { name: '防护服不足', exact: true })].map(one => one.boundingBox()))
  expect([hint!.y > chip!.y, hint!.y < next!.y]).toEqual([true, true])
  await chips.getByRole('button', { name: '并入这个问题' }).tap()
  await expect.poll(() => all('issue').find(one => one.id === open.id)?.findings.length).toBe(open.findings.length + 1)

  await page.getByRole('group', { name: '医疗废物加盖存放' }).getByRole('button', { name: '不合格' }).tap()
  await form.getByRole('button', { name: '发送' }).tap()
  await form.waitFor({ state: 'detached' })
  // Folded: nothing about the signature is in the way until it is wanted.
  expect(await page.getByLabel('签字说明（可不填）').count()).toBe(0)
  await page.getByRole('button', { name: '签字结束' }).tap()
  await page.getByLabel('签字说明（可不填）').waitFor()
  await page.getByRole('button', { name: '签字：已发现问题' }).tap()

  const slip = taps('slip after signing', 1)
  await slip.tap(page.getByRole('button', { name: /当场反馈单（/ }))
  await signAll(page, form)
  slip.fact()
  await form.getByRole('button', { name: '签发反馈单' }).tap()
  await expect.poll(() => all('slip').find(one => one.by === person.id)?.issues.length).toBeGreaterThan(0)
  const mine = all('slip').find(one => one.by === person.id)!
  expect(all('issue').filter(one => mine.issues.includes(one.id)).map(one => one.title)).toContain('医疗废物未加盖')
  await page.getByRole('link', { name: `反馈单 ${mine.no} 号` }).waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F27] a fault that was reported in Chinese is known to a reader in English too', async () => {
  const { page, context, errors } = await board.come('inspector', { at: '/?sel=place/pl-nanqiao-sampling', ...phone, lang: 'en' })
  await page.getByRole('button', { name: 'Inspect here' }).tap()
  await page.getByRole('button', { name: 'I am here', exact: true }).tap()
  const gloves = page.locator('li', { has: page.getByRole('group', { name: 'Enough gloves are at hand' }) })
  await gloves.getByRole('button', { name: /^Known: 0506-/ }).waitFor()
  await gloves.getByRole('button', { name: 'Fails' }).tap()
  await page.getByRole('dialog').locator('.chips').getByRole('status').getByText('防护服、防护手套不足').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

/** Presses Tab until this has the focus, as somebody without a mouse does: after each step what comes next is near. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 30; presses++) {
    if (await target.evaluate(el => el === document.activeElement)) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${String(target)}`)
}

it('[F97] a whole inspection by keyboard alone: find the place, check in, tell a fault, pass the rest, sign', async () => {
  const { page, context, person, errors } = await board.come('inspector', { geolocation: phone.geolocation, permissions: phone.permissions, who: 'p-team4-1' })
  const press = async (target: Locator, key = 'Enter') => {
    await reach(target)
    await page.keyboard.press(key)
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nanqiaoxiaoxuecaiyang')
  await page.getByRole('option', { name: /良垌镇南桥小学采样点/ }).first().waitFor()
  await page.keyboard.press('Enter')
  await press(page.getByRole('button', { name: '到场督查' }))
  await press(page.getByRole('button', { name: '到场', exact: true }))
  await press(page.getByRole('group', { name: '医疗废物加盖存放' }).getByRole('button', { name: '不合格' }), 'Space')
  const form = page.getByRole('dialog')
  await press(form.getByRole('button', { name: '发送' }))
  await form.waitFor({ state: 'detached' })
  await press(page.getByRole('button', { name: '其余合格' }))
  const mine = () => all('inspection').find(one => one.inspector === person.id && one.place === 'pl-nanqiao-sampling' && one.checkIn)
  await press(page.getByRole('button', { name: '签字结束' }))
  await press(page.getByRole('button', { name: '签字：已发现问题' }))
  await expect.poll(() => mine()?.state).toBe('done')
  expect(all('issue').filter(one => one.inspection === mine()?.id).map(one => one.title)).toEqual(['医疗废物未加盖'])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F29] an observation takes its photos along, and they stand in the thread', async () => {
  const { page, context, person, errors } = await board.come('inspector', phone)
  const reader = await board.come('coordinator')
  await visit(page, '/?sel=place/pl-nanqiao-sampling')
  await page.getByRole('button', { name: '到场督查' }).tap()
  await page.getByText('跟进监督').tap()
  await page.getByRole('button', { name: '到场', exact: true }).tap()
  await page.getByLabel('记一条观察').fill('转运车到达，司机防护到位')
  await page.locator('form input[type=file]').setInputFiles(await shot())
  await page.locator('form figure img').waitFor()
  await page.getByRole('button', { name: '记录', exact: true }).tap()
  const mine = () => all('inspection').find(one => one.mode === 'follow' && one.inspector === person.id && one.photos.length === 1)
  await expect.poll(mine).toMatchObject({ observations: 1 })
  await visit(reader.page, `/?sel=inspection/${mine()?.id}`)
  await reader.page.locator('.timeline').getByText('转运车到达').waitFor()
  const picture = reader.page.locator('.timeline .photos img')
  await picture.waitFor()
  await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth), { timeout: 40_000 }).toBeGreaterThan(0)
  expect([...errors, ...reader.errors, ...board.bugs]).toEqual([])
  await Promise.all([context.close(), reader.context.close()])
})

it('[F15] a shop that nobody registered is added in the sweep, without a network too, and the issue says how many shops', async () => {
  const { page, context, cable, person, errors } = await board.come('inspector', { ...phone, serviceWorkers: 'allow' })
  await pagesKept(page)
  const township = all('place').find(one => one.kind === 'shop')!.township
  await page.getByRole('button', { name: '沿街排查' }).tap()
  await page.getByLabel('镇街').selectOption(township)
  await page.getByRole('button', { name: '到场', exact: true }).tap()
  const add = page.getByLabel('加一户（未登记的）')
  await add.waitFor()
  cable.pull()
  await page.getByText('可照常操作').waitFor({ timeout: 30_000 })
  for (const name of ['老街凉茶铺', '桥头修车行']) {
    await add.fill(name)
    await page.getByRole('group', { name: '加入，按现场情况记' }).getByRole('button', { name: '未张贴' }).tap()
    await page.getByRole('group', { name, exact: true }).getByRole('button', { name: '未张贴', pressed: true }).waitFor()
    await expect.poll(() => add.inputValue()).toBe('')
  }
  await page.getByRole('button', { name: '汇总上报 2 户' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: '发送' }).tap()
  cable.plug()
  await expect.poll(() => all('issue').find(one => one.foundBy === person.id && one.places.length === 2)?.title, { timeout: 40_000 }).toBe('未张贴场所码 2 户')
  expect(all('place').find(one => one.name === '老街凉茶铺')).toMatchObject({ kind: 'shop', township, source: 'gps', accuracy: 9 })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[I16] the re-checks of a team are a tab of its phone, with their number', async () => {
  const ina = await board.come('inspector', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const tab = ina.page.getByRole('navigation').getByRole('button', { name: '复查' })
  const waits = Number(await tab.locator('b').textContent())
  expect(waits).toBeGreaterThan(0)
  await tab.tap()
  await expect.poll(() => ina.page.locator('main .queue').first().locator('.row').count()).toBe(waits)
  expect([...ina.errors, ...board.bugs]).toEqual([])
  await ina.context.close()
})

it('[T11] [F84] a team drags the stops of its route into another order without a network; it arrives when there is one', async () => {
  const ina = await board.come('inspector', phone)
  const route = () => all('inspection').filter(one => one.inspector === null && one.state === 'planned' && one.team === `team-${ina.person.team}`).sort((a, b) => a.order - b.order)
  const [first, second] = route()
  const day = first!.day
  const ids = () => route().filter(one => one.day === day).map(one => one.id)
  const before = ids()
  await ina.page.getByRole('navigation').getByRole('button', { name: '路线' }).or(ina.page.getByRole('navigation').getByRole('button', { name: '督查' })).first().tap()
  await ina.page.getByRole('button', { name: '调整顺序' }).tap()
  ina.cable.pull()
  const grips = ina.page.locator('.order .grip')
  const [from, to] = [await grips.nth(0).boundingBox(), await grips.nth(1).boundingBox()]
  await ina.page.mouse.move(from!.x + 20, from!.y + 20)
  await ina.page.mouse.down()
  await ina.page.mouse.move(to!.x + 20, to!.y + 24, { steps: 4 })
  await ina.page.mouse.up()
  await ina.page.getByRole('status').getByText(`${first!.title} 移到第 2 站`).waitFor({ state: 'attached' })
  expect(await seriousFaults(ina.page)).toEqual([])
  if (process.env.SHOTS) await ina.page.screenshot({ path: `${process.env.SHOTS}/order.png` })
  await ina.page.getByRole('button', { name: '保存顺序' }).tap()
  await ina.page.getByText('1 条待发送').first().waitFor()
  expect(ids()).toEqual(before)
  ina.cable.plug()
  await expect.poll(ids, { timeout: 60_000 }).toEqual([second!.id, first!.id, ...before.slice(2)])
  expect([...ina.errors, ...board.bugs]).toEqual([])
  await ina.context.close()
})

it('[INS1] [F23] [H11] [F65] 599 m away as the device knows it to 1,000 m is not too far: it checks in and is marked, at a place and at a post; 599 m away to 20 m is too far', async () => {
  const place = all('place').find(one => one.id === 'pl-nanqiao-sampling')!
  const away = { longitude: place.lng, latitude: place.lat + 599 / 111_195 }
  const arrive = async (accuracy: number) => {
    const ina = await board.come('inspector', { ...phone, geolocation: { ...away, accuracy }, at: `/?sel=place/${place.id}` })
    await ina.page.getByRole('button', { name: '到场督查' }).tap()
    await ina.page.getByRole('button', { name: '到场', exact: true }).tap()
    return ina
  }
  const exact = await arrive(20)
  await exact.page.getByText(/距场所 (?:598|599|600) 米，超过 300 米/).waitFor()
  await exact.context.close()
  const { page, context, person, errors } = await arrive(1000)
  await page.getByText('定位不准，只能说可能在场').waitFor()
  await page.getByText(/距场所 (?:598|599|600) 米（定位 ±1000 米）/).waitFor()
  const mine = () => all('inspection').filter(one => one.place === place.id && one.inspector === person.id).at(-1)
  await expect.poll(() => mine()?.checkIn).toMatchObject({ how: 'gps', accuracy: 1000 })

  // A volunteer at a post: it counts once the leader says so.
  const { authority, accounts } = board.board
  const boss = accounts.list().find(one => one.role === 'coordinator')!
  const busy = new Set([...authority.board.all('shift')].flatMap(one => [...one.claimedBy, ...one.waitlist]))
  const helper = accounts.helpers(boss).find(one => !busy.has(one.id))!
  const now = authority.now()
  for (const [name, args] of [
    ['openShift', { shift: 'vague', title: '渡口值守', township: place.township, lng: place.lng, lat: place.lat, startsAt: now, endsAt: now + 4 * 3_600_000, needed: 1 }],
    ['assignShift', { shift: 'vague', person: helper.id, reason: '测试' }],
  ] as const) expect(await authority.submit({ id: `vague-${name}`, name, args }, boss)).toMatchObject({ ok: true })
  const ben = await board.come('volunteer', { ...phone, who: helper.id, geolocation: { ...away, accuracy: 1000 } })
  await ben.page.getByRole('button', { name: '签到', exact: true }).tap()
  await ben.page.getByText('定位不准，请带班的人确认').waitFor()
  await expect.poll(() => authority.board.get('shift', 'vague')?.presence[helper.id]?.in?.vague).toBe(true)
  const ann = await board.come('coordinator', { at: '/?tab=shift&sel=shift/vague' })
  await ann.page.locator('.detail-panel').getByText(/已签到，待带班确认 · 定位不准/).waitFor()
  await ann.page.locator('.detail-panel').getByRole('button', { name: '确认到岗' }).click()
  await ben.page.getByText('定位不准，请带班的人确认').waitFor({ state: 'detached' })
  expect([...errors, ...ben.errors, ...ann.errors, ...board.bugs]).toEqual([])
  await Promise.all([context, ben.context, ann.context].map(one => one.close()))
})
