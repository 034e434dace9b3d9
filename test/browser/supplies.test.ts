import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCounty } from '../../server/counties.ts'
import { dayName, dayNumber } from '../../shared/core/calendar.ts'
import { factsOf } from '../../shared/core/county.ts'
import { outlooks } from '../../shared/supplies/radar.ts'
import { drawn } from './drawn.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const all = <K extends 'delivery' | 'shortage'>(kind: K) => [...board.board.authority.board.all(kind)]
const panel = (page: Page) => page.locator('.right, .sheet')

it('[F46] [F47] [F50] [F51] a shortage goes from its finding to the receipt, on three screens', async () => {
  const ina = await board.come('inspector')
  const una = await board.come('unit')
  const ann = await board.come('coordinator')
  const issue = [...board.board.authority.board.all('issue')].find(one => one.state !== 'closed' && one.place === 'pl-nanqiao-sampling')

  // One tap turns the finding into a need, with item and place filled in.
  await visit(ina.page, `/?sel=issue/${issue?.id}`)
  await panel(ina.page).getByRole('button', { name: '转为物资缺口' }).click()
  const form = ina.page.getByRole('dialog')
  await form.getByLabel('缺什么').fill('面屏')
  await form.getByLabel('数量').fill('100')
  await form.getByRole('button', { name: '报出缺口' }).click()
  await form.waitFor({ state: 'detached' })
  await expect.poll(() => all('shortage').find(one => one.item === '面屏' && one.issue === issue?.id)?.supply).toBe('shield')
  const shortage = all('shortage').find(one => one.issue === issue?.id)

  // Headquarters sees it and takes the first store proposed.
  await visit(ann.page, `/?tab=shortage&sel=shortage/${shortage?.id}`)
  await panel(ann.page).getByRole('button', { name: '安排调拨' }).click()
  await panel(ann.page).getByRole('radio').first().waitFor()
  await panel(ann.page).getByRole('button', { name: '安排调拨' }).click()
  await expect.poll(() => all('delivery').find(one => one.shortage === shortage?.id)?.state).toBe('allocated')
  expect(all('shortage').find(one => one.id === shortage?.id)).toMatchObject({ allocated: 100, covered: 0 })

  // The bureau's van leaves.
  await visit(una.page, '/supplies?view=deliveries')
  const card = una.page.locator('.delivery', { hasText: '面屏 100' })
  await card.getByRole('button', { name: '发车' }).click()
  await card.getByLabel('车牌或司机岗位').fill('粤G 12345')
  await card.getByRole('button', { name: '发车' }).click()
  await panel(ann.page).getByText('在途').waitFor()

  // At the door three are missing, and everybody sees that.
  const own = panel(ina.page).locator('.delivery')
  await visit(ina.page, `/?tab=shortage&sel=shortage/${shortage?.id}`)
  await own.getByRole('button', { name: '签收', exact: true }).click()
  await own.getByLabel(/实收数量/).fill('97')
  await own.getByLabel('签收人岗位').fill('副校长')
  await own.getByRole('button', { name: '签收', exact: true }).click()
  await panel(ann.page).getByText('差 3 个').first().waitFor()
  await card.getByText('差 3 个').waitFor()
  expect(all('shortage').find(one => one.id === shortage?.id)).toMatchObject({ covered: 97, state: 'open' })
  expect([...ann.errors, ...ina.errors, ...una.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), ina.context.close(), una.context.close()])
})

it('[F46] goods are issued in five clicks from the map, several lines at once; a count that differs asks for its reason', async () => {
  const { page, errors, context } = await board.come('coordinator', { viewport: { width: 1366, height: 768 } })
  const issue = taps('issue stock', 5)
  await issue.tap(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^物资/ }), 'click')
  await issue.tap(page.getByRole('button', { name: '出库', exact: true }).first(), 'click')
  const note = page.getByRole('dialog')
  // The entry line has the focus: a keyboard or a hand scanner types at once.
  await note.getByLabel('添加物资').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('手套 20')
  await page.keyboard.press('Enter')
  await page.keyboard.type('N95 30')
  await page.keyboard.press('Enter')
  const store = await note.getByLabel('仓库或场所').inputValue()
  const held = (supply: string) => board.board.authority.board.get('stock', `${store}_${supply}`)?.quantity ?? 0
  const before = [held('glove'), held('mask')] as const
  await issue.tap(note.getByRole('button', { name: '出库', exact: true }), 'click')
  await note.waitFor({ state: 'detached' })
  issue.fact()
  await expect.poll(() => [held('glove'), held('mask')]).toEqual([before[0] - 20, before[1] - 30])
  const lines = [...board.board.authority.board.all('move')].filter(one => one.note && one.why === 'used')
  expect(new Set(lines.map(one => one.note)).size).toBe(1)

  // Three gloves are missing: the list says so, and the count cannot be entered without a reason.
  await page.getByRole('button', { name: '盘点', exact: true }).first().click()
  const count = page.getByRole('dialog')
  await count.getByLabel('防护手套 实盘').fill(String(before[0] - 23))
  await count.getByLabel('N95 口罩 实盘').fill(String(before[1] - 30))
  await count.getByText('已盘 2 项，1 项有差异').waitFor()
  await count.getByRole('button', { name: '记入盘点', disabled: true }).waitFor()
  await count.getByLabel('差异原因').fill('破损')
  await count.getByRole('button', { name: '记入盘点', disabled: false }).click()
  await count.waitFor({ state: 'detached' })
  await expect.poll(() => held('glove')).toBe(before[0] - 23)
  expect(board.board.authority.board.get('stock', `${store}_mask`)?.countedAt).not.toBeNull()

  // The table finds by pinyin, and the ledger stands beside it.
  await page.getByRole('button', { name: '库存', exact: true }).click()
  await page.getByRole('searchbox', { name: '查物资或仓库' }).fill('shoutao')
  await expect.poll(() => page.locator('tbody th[scope="row"]').count()).toBe(1)
  await page.getByRole('region', { name: '库存' }).getByRole('button', { name: (before[0] - 23).toLocaleString() }).first().click()
  await page.locator('.pane').getByText('破损').waitFor()
  const [table, pane] = await Promise.all([page.getByRole('region', { name: '库存' }).boundingBox(), page.locator('.pane').boundingBox()])
  expect(pane!.x).toBeGreaterThan(table!.x + table!.width - 1)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F46] [F49] [F50] a delivery note comes in with several lines; goods on their way are in the forecast and end the alarm, and their whole way is told', async () => {
  const { page, errors, context, person } = await board.come('coordinator', { viewport: { width: 1366, height: 768 } })
  const { authority } = board.board
  const { county } = await loadCounty('lianjiang')
  const alarm = outlooks(authority.board, factsOf(county), authority.now()).find(one => one.level !== 'fine' && one.hoursLeft > 3 && one.perDay < 200)!
  const [name, other] = [county.supplies.find(one => one.id === alarm.supply)!.zh, county.supplies.find(one => one.id !== alarm.supply)!.zh]
  await visit(page, '/supplies')
  await page.getByRole('button', { name: '入库', exact: true }).first().click()
  const note = page.getByRole('dialog')
  await note.getByLabel('添加物资').and(page.locator(':focus')).waitFor()
  await page.keyboard.type(`${name} 5000`)
  await page.keyboard.press('Enter')
  await page.keyboard.type(`${other} 7`)
  await page.keyboard.press('Enter')
  const store = await note.getByLabel('仓库或场所').inputValue()
  await note.getByRole('button', { name: '入库', exact: true }).click()
  await note.waitFor({ state: 'detached' })
  const lines = () => [...authority.board.all('move')].filter(one => one.note && one.place === store && one.change === 5000)
  await expect.poll(() => lines().length).toBe(1)
  expect([...authority.board.all('move')].filter(one => one.note === lines()[0]!.note)).toHaveLength(2)

  const row = page.locator('tbody tr', { hasText: authority.board.get('place', alarm.place)!.name }).filter({ hasText: name })
  await visit(page, '/supplies?view=radar')
  await row.waitFor()
  expect(await authority.submit({ id: 'on-its-way', name: 'sendGoods', args: { note: 'way', place: store, to: alarm.place, driver: '粤G 12345', dueAt: authority.now() + 3_600_000, lines: [{ supply: alarm.supply, quantity: 4000 }] } }, person)).toMatchObject({ ok: true })
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /另有 \d+ 项充足/ }).click()
  await row.getByText(`${alarm.quantity} 在库`).waitFor()
  await row.getByText(/4000 .+到/).waitFor()
  await visit(page, '/supplies?view=deliveries')
  const way = page.locator('.delivery', { hasText: `${name} 4000` })
  for (const step of ['安排', '发车', '预计到达']) await way.locator('li').filter({ hasText: step }).waitFor()
  await way.getByText('粤G 12345').waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F52] a price is marked from the county\'s first limit on; a jump waits as a draft until a person confirms it', async () => {
  const { page, errors, context, person } = await board.come('coordinator', { viewport: { width: 1366, height: 768 } })
  const { authority } = board.board
  const { county } = await loadCounty('lianjiang')
  const market = [...authority.board.all('place')].find(one => !one.retired && county.rules.priceKinds.includes(one.kind))!
  const [mild, jump] = county.staples
  const yesterday = dayName(dayNumber(authority.now(), county.timeZone) - 1)
  expect(await authority.submit({ id: 'yesterday', name: 'recordPrices', args: { place: market.id, day: yesterday, staples: { [mild!.id]: { price: 500, stock: 'ample' }, [jump!.id]: { price: 500, stock: 'ample' } } } }, person)).toMatchObject({ ok: true })
  const issues = () => [...authority.board.all('issue')].filter(one => one.place === market.id && one.title.startsWith(county.rules.priceIssue.title) && one.title.includes(jump!.zh)).length
  const before = issues()
  await visit(page, `/supplies?view=market&market=${market.id}`)
  for (const [staple, price, up] of [[mild!, '5.80', '+16%'], [jump!, '7.00', '+40%']] as const) {
    const typed = page.getByLabel(`${staple.zh} 今日价格（元）`)
    await typed.fill(price)
    await typed.press('Tab')
    await page.locator('tr', { hasText: staple.zh }).getByText(new RegExp(`▲\\s*\\${up}`)).waitFor()
  }
  await page.getByRole('button', { name: '保存今日价格' }).click()
  const draft = page.getByRole('listitem').filter({ hasText: `${jump!.zh} +40%` }).filter({ hasText: market.name })
  await draft.waitFor()
  expect(issues()).toBe(before)
  await draft.getByRole('button', { name: '确认为问题' }).click()
  await draft.locator('input').fill('两家店都涨')
  await draft.getByRole('button', { name: '确认为问题' }).click()
  await expect.poll(issues).toBe(before + 1)
  await draft.waitFor({ state: 'detached' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F49] map layer, legend and list show the same number of sites that run out', async () => {
  const ann = await board.come('coordinator', { viewport: { width: 1920, height: 1080 } })
  const { page } = ann
  const facts = factsOf((await loadCounty('lianjiang')).county)
  const sites = new Map<string, string>()
  for (const one of outlooks(board.board.authority.board, facts, board.board.authority.now())) {
    if (one.level !== 'fine' && !sites.has(one.place)) sites.set(one.place, one.level)
  }
  const of = (level: string) => [...sites.values()].filter(one => one === level).length
  expect(of('red')).toBeGreaterThan(0)
  expect(of('yellow')).toBeGreaterThan(0)
  await page.locator('.legend').getByRole('button', { name: new RegExp(`不足 1 天 ${of('red')}$`) }).waitFor()
  await page.locator('.legend').getByRole('button', { name: new RegExp(`不足 2 天 ${of('yellow')}$`) }).click()
  await page.locator('.left-panel footer').getByText(`· ${sites.size} 项`).waitFor()
  await page.getByRole('button', { name: `储备告急 ${sites.size}`, pressed: true }).waitFor()
  await page.locator('.scroller .row').first().click()
  await page.locator('.detail-panel summary').getByText('库存').waitFor()

  const withLights = await drawn(page)
  await page.getByRole('button', { name: '图层' }).click()
  await page.getByRole('checkbox', { name: '储备告急' }).uncheck()
  await expect.poll(() => drawn(page)).not.toBe(withLights)
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F49] days left stand as bars: as long as the stock lasts, in the colour of the county\'s limits, the two limits marked, the soonest first', async () => {
  const { page, errors, context } = await board.come('coordinator', { at: '/supplies?view=radar' })
  const { county } = await loadCounty('lianjiang')
  const { supplyHours } = county.rules
  await page.locator('tbody .days').first().waitFor()
  const bars = () => page.locator('tbody .days').evaluateAll(all => all.map((one) => {
    const bar = one.querySelector('.bar')!.getBoundingClientRect()
    const share = (part: string) => [...one.querySelectorAll(part)].map(each => (each.getBoundingClientRect().left - bar.left) / bar.width)
    const stock = one.querySelector('.stock')!
    return { row: one.closest('tr')!.textContent ?? '', says: one.querySelector('b')!.textContent ?? '', long: stock.getBoundingClientRect().width / bar.width, colour: getComputedStyle(stock).backgroundColor, limits: share('u'), wide: bar.width }
  }))
  await page.getByRole('button', { name: /另有 \d+ 项充足/ }).click()
  const all = outlooks(board.board.authority.board, factsOf(county), board.board.authority.now())
  await expect.poll(async () => (await bars()).length).toBe(all.length)
  const colours = new Map<string, string>()
  for (const [i, bar] of (await bars()).entries()) {
    const one = all[i]!
    const about = `${bar.row} ${one.place} ${one.supply}`
    expect(bar.row, about).toContain(board.board.authority.board.get('place', one.place)!.name)
    expect(bar.wide, about).toBeGreaterThan(60)
    expect(bar.long, about).toBeCloseTo(Math.min(1, one.hoursLeft / (supplyHours[0] * 3.5)), 1)
    expect(bar.limits.map(each => Math.round(each * 100)), about).toEqual(supplyHours.map(hours => Math.round(hours / (supplyHours[0] * 3.5) * 100)))
    expect(colours.get(one.level) ?? bar.colour, about).toBe(bar.colour)
    colours.set(one.level, bar.colour)
    if (one.hoursLeft < 48) expect(bar.says).toMatch(/^\d+ (?:小时|分)/)
  }
  expect(new Set(colours.values()).size).toBe(3)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
