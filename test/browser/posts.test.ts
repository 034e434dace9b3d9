import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayName, dayNumber, numberOfDay } from '../../shared/core/calendar.ts'
import { metres } from '../../shared/core/distance.ts'
import { county } from '../../shared/county/lianjiang/county.ts'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const shifts = () => [...board.board.authority.board.all('shift')]
const posts = () => [...board.board.authority.board.all('post')]

it('[F61] eight expressway exits, three turns, seven days: 168 shifts with three clicks and two fields; more shifts than one command can hold are split', async () => {
  const { page, context, errors } = await board.come('coordinator')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^值守/ }).click()
  await page.getByRole('columnheader').nth(7).waitFor()
  const before = shifts().length
  const clicks = taps('shifts of eight posts for a week', 3)
  await clicks.tap(page.getByRole('button', { name: '排班' }), 'click')
  const dialog = page.getByRole('dialog', { name: '排班' })
  await dialog.getByLabel('按名称筛选').fill('高速出口')
  await clicks.tap(dialog.getByRole('button', { name: '选中这 8 处' }), 'click')
  // The drill has planned nothing on these days.
  const from = dayName(numberOfDay(dayName(dayNumber(board.board.authority.now(), 'Asia/Shanghai'))) + 8)
  await dialog.getByLabel('从哪天起').fill(from)
  await dialog.getByText('8 个岗位，共 168 个班次').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await clicks.tap(dialog.getByRole('button', { name: '排班', exact: true }), 'click')
  await expect.poll(() => shifts().length, { timeout: 60_000 }).toBe(before + 168)
  clicks.fact()
  await page.getByText('已排好 168 个班次').waitFor()
  await page.getByRole('button', { name: /安铺高速出口.*0\/2 之后缺人/ }).first().waitFor()

  // Forty-two village gates have no post yet: they get one, and their 882 shifts come in two commands.
  await page.getByRole('button', { name: '排班' }).click()
  await dialog.getByLabel('按名称筛选').fill('村口')
  await dialog.getByRole('button', { name: '选中这 42 处' }).click()
  await dialog.getByText('共 882 个班次').waitFor()
  await dialog.getByRole('button', { name: '排班', exact: true }).click()
  await dialog.getByText(/正在排班/).waitFor()
  await dialog.waitFor({ state: 'detached', timeout: 60_000 })
  await expect.poll(() => shifts().length, { timeout: 60_000 }).toBe(before + 168 + 882)
  await visit(page, '/posts')
  await expect.poll(() => page.getByRole('rowheader').count()).toBe(posts().length + 1)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F61] editing a post says how many shifts change with it; it closes and opens again; every cell opens its shift', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/posts?sel=post/g-exit-anpu' })
  const panel = page.locator('.detail-panel')
  const mine = () => shifts().filter(shift => shift.post === 'g-exit-anpu' && shift.startsAt > board.board.authority.now())
  await panel.getByRole('button', { name: '修改岗位' }).click()
  const dialog = page.getByRole('dialog', { name: '修改岗位' })
  await dialog.getByText('今后没有要调整的班次').waitFor()
  await dialog.getByLabel('人数').first().fill('3')
  const follow = mine().filter(shift => shift.slot === 'a').length
  await dialog.getByText(`将调整今后 ${follow} 个班次`).waitFor()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => mine().filter(shift => shift.needed === 3).length).toBe(follow)
  await panel.getByRole('button', { name: '撤岗' }).click()
  await expect.poll(() => mine().every(shift => !shift.open)).toBe(true)
  await panel.getByRole('button', { name: '恢复岗位' }).click()
  await expect.poll(() => mine().every(shift => shift.open)).toBe(true)

  // By keyboard: into the grid, down a row, to the next turn, open, close.
  await page.locator('.cell').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: label.split(' ')[0] ?? '' }).waitFor()
  expect(page.url()).toContain('sel=shift/')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F64] [SC18] each person who may be put on a shift has their own row: distance, township, rest, last shift, phone; nearest or longest rested first, eight at a time', async () => {
  const now = board.board.authority.now()
  const ann = await board.come('coordinator')
  const helpers = board.board.accounts.helpers(ann.person)
  const last = (id: string) => shifts().filter(one => one.claimedBy.includes(id) && one.startsAt <= now).sort((a, b) => b.startsAt - a.startsAt)[0]
  // A shift that begins after everybody has rested, at a place where some stood before.
  const [where] = shifts().filter(one => one.endsAt < now && one.claimedBy.length > 1)
  const startsAt = now + 60 * 3_600_000
  expect(await board.board.authority.submit({ id: 'wide-choice', name: 'openShift', args: { shift: 'wide-choice', title: '择人班', township: where!.township, lng: where!.lng, lat: where!.lat, startsAt, endsAt: startsAt + 4 * 3_600_000, needed: 2 } }, ann.person)).toMatchObject({ ok: true })
  await visit(ann.page, '/?tab=shift&sel=shift/wide-choice')
  await ann.page.locator('.detail-panel').getByRole('button', { name: '安排人员' }).click()
  const dialog = ann.page.getByRole('dialog', { name: /安排上岗/ })
  const list = dialog.locator('section').first()
  const rows = async () => list.locator('li').evaluateAll(all => all.map(row => [row.querySelector('b')?.textContent ?? '', row.querySelector('small')?.textContent ?? '', row.textContent ?? '', row.querySelector('a')?.getAttribute('href') ?? '']))
  await expect.poll(async () => (await rows()).filter(([name]) => helpers.some(one => board.board.accounts.nameOf(one.id) === name)).length).toBe(8)
  const shown = await rows()
  expect(new Set(shown.map(([, , whole]) => whole)).size).toBe(8)
  const metresOf = (facts: string) => facts.includes('上次就在这里') ? 0 : Number(/上次值守在 ([\d.]+)/.exec(facts)![1]) * (facts.includes('公里') ? 1000 : 1)
  for (const [name = '', facts = '', whole = '', href] of shown) {
    const person = helpers.find(one => `tel:${board.board.accounts.about(one.id).phone}` === href)!
    expect(board.board.accounts.nameOf(person.id), whole).toBe(name)
    const stood = last(person.id)!
    expect(whole).toContain(`上一班`)
    expect(whole).toContain(stood.title)
    expect(facts).toMatch(/已休息 \d+ /)
    if (person.township) expect(facts).toContain(county.townships.find(one => one.code === person.township)!.name)
    expect(Math.abs(metresOf(facts) - metres(where!, stood)), facts).toBeLessThan(100)
  }
  expect(shown.map(([, facts = '']) => metresOf(facts))).toEqual(shown.map(([, facts = '']) => metresOf(facts)).sort((a, b) => a - b))
  await list.getByRole('button', { name: /^再显示/ }).click()
  await expect.poll(async () => list.locator('li').count()).toBe(16)
  await dialog.getByText('歇得久').click()
  await expect.poll(async () => (await rows())[0]?.[2]).not.toBe(shown[0]![2])
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[F64] a planner puts a rested person on a shift, and a tired one only with a reason; both are told', async () => {
  const { page, context, errors } = await board.come('coordinator', { at: '/?tab=shift&only=gap' })
  await page.locator('.scroller .row').first().click()
  await page.locator('.detail-panel').getByRole('button', { name: '安排人员' }).click()
  const id = new URL(page.url()).searchParams.get('sel')?.slice(6) ?? ''
  const now = () => board.board.authority.board.get('shift', id)
  const holders = now()?.claimedBy ?? []
  const dialog = page.getByRole('dialog', { name: /安排上岗/ })
  await dialog.getByRole('button', { name: /^安排 \p{Script=Han}/u }).first().click()
  await expect.poll(() => now()?.claimedBy.length).toBe(holders.length + 1)
  const placed = now()?.claimedBy.at(-1) ?? ''
  expect(now()?.overrides[placed]).toBeUndefined()

  await dialog.getByText(/24 小时内已值守|与另一班只隔|同时段/).first().waitFor()
  await dialog.getByRole('button', { name: /超限安排 …/ }).first().click()
  await dialog.getByLabel('超限理由').fill('夜间无人可替，次日补休')
  await dialog.getByRole('button', { name: '超限安排', exact: true }).click()
  await expect.poll(() => now()?.claimedBy.length).toBe(holders.length + 2)
  const tired = now()?.claimedBy.at(-1) ?? ''
  expect(now()?.overrides[tired]).toMatchObject({ reason: '夜间无人可替，次日补休' })
  const told = [...board.board.authority.board.all('notice')].filter(one => one.shift === id).map(one => [one.rule, one.to.person ?? one.to.role])
  expect(told).toEqual(expect.arrayContaining([['placeGiven', placed], ['overridden', tired], ['overridden', 'coordinator']]))
  await page.locator('.detail-panel').getByText('超限安排：夜间无人可替，次日补休').waitFor()

  // From the sixth day in a row the list and the panel say so.
  await visit(page, '/?tab=shift&sel=shift/sh-carry-7')
  await page.locator('.detail-panel').getByText('连续第 7 天').waitFor()
  await visit(page, '/posts?sel=post/g-red')
  await page.locator('.detail-panel').getByText('高风险').waitFor()
  await page.locator('.detail-panel').getByText('搬运 · 防护培训 · 风险知情同意').waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F16] a checkpoint shows its lanes, its post with its turns, who is on duty now, and the next shifts', async () => {
  const { page, context } = await board.come('coordinator', { at: '/?sel=place/cp-exit-south' })
  const panel = page.locator('.detail-panel')
  await panel.getByText('6 条车道').waitFor()
  await panel.getByText(/每天 3 班 · 早班 04:00/).waitFor()
  await panel.getByRole('heading', { name: /现在值守 2/ }).waitFor()
  await panel.getByRole('button', { name: /廉江南高速出口 每天/ }).click()
  await panel.getByRole('heading', { name: /今后的班次/ }).waitFor()
  await context.close()
})

it('[F61] the roster is printed: one day of all posts, or one post for seven days, with names, phones and room to sign', async () => {
  const { page, context, errors } = await board.come('coordinator')
  await visit(page, '/posts')
  await page.getByRole('link', { name: '打印值守表' }).click()
  await page.waitForURL(/posts\/roster/)
  const paper = page.locator('article.roster')
  await paper.getByRole('heading', { name: /值守表$/ }).waitFor()
  const [held] = shifts().filter(one => one.post && one.claimedBy.length && dayName(dayNumber(one.startsAt, 'Asia/Shanghai')) === dayName(dayNumber(board.board.authority.now(), 'Asia/Shanghai')))
  const [holder] = held!.claimedBy
  await paper.getByText(board.board.accounts.nameOf(holder!)).first().waitFor()
  await page.getByLabel('打印哪个岗位').selectOption(held!.post!)
  await paper.getByRole('heading', { name: `${posts().find(one => one.id === held!.post)!.title}值守表` }).waitFor()
  await paper.getByText(board.board.accounts.nameOf(holder!)).first().waitFor()
  await expect.poll(() => paper.locator('tbody').count()).toBeGreaterThan(1)
  expect(await seriousFaults(page)).toEqual([])
  expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(0)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
