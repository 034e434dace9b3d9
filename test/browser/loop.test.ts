import type { Page } from 'playwright-core'
import type { Issue } from '../../shared/records.ts'
import type { Stage } from './stage.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ranking } from '../../shared/bulletins/ranking.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { checkersOf, recheckBy } from '../../shared/issues/rechecks.ts'
import { overdue, timeTaken, wasLate } from '../../shared/issues/steps.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

/** From the unit to its re-checker to headquarters: who is told, what stands where, and how the times are counted. */
let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const { rules } = folder.county
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const truth = () => board.board.authority.board
const issues = () => [...truth().all('issue')]
const issue = (id: string) => truth().get('issue', id)!
const placeOf = (id: string) => truth().get('place', issue(id).place ?? '')!.name
let given = 0
const step = async (who: string, name: string, args: object) => {
  const person = board.board.accounts.list().find(one => one.id === who)!
  expect(await board.board.authority.submit({ id: `loop-${given++}`, name, args }, person), name).toMatchObject({ ok: true })
}
const giveNotices = () => board.board.authority.submit({ id: `loop-notices-${given++}`, name: 'giveNotices', args: { minute: given } }, { id: 'system', role: 'system' })
const toMinutes = (text: string) => Number(/用时 (\d+)/.exec(text)?.[1]) * ({ 分: 1, 小: 60, 天: 1440 }[/用时 \d+ (.)/.exec(text)?.[1] ?? ''] ?? Number.NaN)
const bell = (page: Page) => page.getByRole('button', { name: /^提醒/ }).first()

it('[NT1] [F31] [F32] a letter rings at its unit: it is the first notice and the first thing in the inbox, with place and unit; then it opens', async () => {
  const mine = issues().filter(one => one.unit === 'health' && one.place && overdue(one, board.board.authority.now())).slice(0, 2)
  const una = await board.come('unit', { ...phone, who: 'p-unit-health' })
  const { page } = una
  expect(await page.getByRole('heading', { name: /^督办函/ }).count()).toBe(0)
  await giveNotices()
  const before = Number(/\d+/.exec(await bell(page).getAttribute('aria-label') ?? '')?.[0] ?? 0)
  await step('p-coord-1', 'issueLetter', { letter: 'ringing', unit: 'health', issues: mine.map(one => one.id), dueAt: board.board.authority.now() + 86_400_000 })
  await giveNotices()
  await expect.poll(async () => Number(/\d+/.exec(await bell(page).getAttribute('aria-label') ?? '')?.[0]), { timeout: 30_000 }).toBeGreaterThan(before)
  const top = page.locator('.inbox section').first()
  await top.getByRole('heading', { name: '督办函 1', exact: true }).waitFor()
  await top.getByText('〔').waitFor()
  for (const one of mine) await expect.poll(() => top.textContent()).toContain(placeOf(one.id))

  await bell(page).tap()
  const first = page.locator('.notices li').first()
  await expect.poll(() => first.textContent(), { timeout: 30_000 }).toMatch(/督办函，请按新期限办结/)
  await expect.poll(() => first.textContent()).toContain(placeOf(mine[0]!.id))
  await expect.poll(() => first.textContent()).toContain('卫健局')
  await first.getByRole('button').tap()
  await page.waitForURL(/letters\?letter=ringing/)
  for (const one of mine) await page.locator('.letter[open]').getByText(one.title).first().waitFor()
  expect([...una.errors, ...board.bugs]).toEqual([])
  await una.context.close()
})

it('[NT1] [I14] [F34] an answer rings at the people who may re-check it, and stands in their team\'s queue on the phone, the earliest deadline first', async () => {
  const facts = { rules }
  const mine = issues().find(one => one.unit === 'health' && one.state === 'rectifying' && one.place && !one.returns.length && checkersOf(truth(), one, facts).length)!
  const [checker = ''] = checkersOf(truth(), mine, facts)
  const ina = await board.come('inspector', { ...phone, who: checker })
  const { page } = ina
  await step('p-unit-health', 'advanceIssue', { issue: mine.id, from: 'rectifying', to: 'awaiting', reason: '已补齐' })
  await giveNotices()
  await bell(page).tap()
  const first = page.locator('.notices li').first()
  await expect.poll(() => first.textContent(), { timeout: 30_000 }).toMatch(/整改已报来，请复查/)
  for (const part of [mine.title, placeOf(mine.id), '卫健局']) await expect.poll(() => first.textContent()).toContain(part)
  await first.getByRole('button').tap()
  await page.waitForURL(new RegExp(`sel=issue/${mine.id}`))

  const team = [...truth().all('team')].find(one => one.members.includes(checker))!
  const queue = issues().filter(one => one.state === 'awaiting' && team.townships.includes(one.township)).sort((a, b) => recheckBy(a, facts) - recheckBy(b, facts))
  await visit(page, '/?at=me')
  const waits = queue.filter(one => checkersOf(truth(), one, facts).includes(checker)).length
  await page.getByRole('link', { name: new RegExp(`^复查\\s*${waits}`) }).tap()
  const own = page.locator('.queue').first()
  await own.getByText('我的组').waitFor()
  await own.getByRole('heading', { name: new RegExp(team.name) }).waitFor()
  const rows = await own.locator('.row').evaluateAll(all => all.map(row => [row.querySelector('.title')?.textContent ?? '', row.querySelector('.right')?.textContent ?? '', row.querySelector('.right-sub')?.textContent ?? '']))
  expect(rows.map(([title]) => title)).toEqual(queue.map(one => one.title))
  for (const [title, left, by] of rows) {
    expect(left, title).toMatch(/^复查(?:剩|超时) \d+ /)
    expect(by, title).toMatch(/\d{1,2}:\d{2} 前复查$/)
  }
  expect([...ina.errors, ...board.bugs]).toEqual([])
  await ina.context.close()
})

it('[F35] a sample is confirmed with a photo taken then, or once somebody has been there since; never by a click alone', async () => {
  const last = [...truth().all('bulletin')].sort((a, b) => a.day < b.day ? 1 : -1)[0]!
  const been = (id: string) => [...truth().by('inspection', 'place', issue(id).place ?? '')].some(({ checkIn }) => checkIn && checkIn.how !== 'remote' && checkIn.at > issue(id).since)
  const [one = '', other = ''] = last.sample.filter(id => issue(id)?.place && !been(id) && issue(id).closedBy !== 'p-coord-1' && issue(id).rectifiedBy !== 'p-coord-1' && !last.held[id])
  const ann = await board.come('coordinator', { at: '/samples', who: 'p-coord-1' })
  const { page } = ann
  const row = (id: string) => page.locator('[data-sample]').filter({ has: page.locator(`a[href*="issue/${id}"]`) })
  const more = page.getByRole('button', { name: /^再显示/ })
  await row(last.sample[0]!).or(page.locator('[data-sample]').first()).first().waitFor()
  if (await more.count()) await more.click()
  for (const id of [one, other]) {
    await row(id).getByText('拍照确认属实').waitFor()
    expect(await row(id).getByRole('button', { name: '抽查属实' }).count()).toBe(0)
  }
  await row(one).locator('input[type=file]').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a3' } }).jpeg().toBuffer() })
  await row(one).getByText('整改属实').waitFor()
  await expect.poll(() => truth().get('bulletin', last.day)!.held[one]).toBe('p-coord-1')
  expect(issue(one).after.length).toBeGreaterThan(0)

  const { lng, lat } = truth().get('place', issue(other).place!)!
  await step('p-team4-1', 'startInspection', { inspection: 'seen-again', place: issue(other).place, mode: 'visit', spot: { lng, lat, accuracy: 10 } })
  await row(other).getByRole('button', { name: '抽查属实' }).click()
  await row(other).getByText('整改属实').waitFor()
  await expect.poll(() => truth().get('bulletin', last.day)!.held[other]).toBe('p-coord-1')
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})

it('[I13] [F79] a closed issue says how long its unit took and whether that was late, in lists and on its page; the ranking says what it counts', async () => {
  const now = board.board.authority.now()
  const closed = issues().filter(one => one.state === 'closed' && one.unit && one.since > now - rules.boardDays.issue * 86_400_000)
  // Few enough for the list to draw all of them.
  const beside = (one: Issue) => closed.filter(other => other.unit === one.unit && other.township === one.township)
  const [late, timely] = [true, false].map(was => closed.find(one => wasLate(one, now) === was && beside(one).length < 6 && beside(one).every(other => other === one || other.title !== one.title))!)
  const ann = await board.come('coordinator', { at: '/?state=closed' })
  const { page } = ann
  for (const [one, says] of [[late!, /^超期完成 · 用时 \d+ /], [timely!, /^用时 \d+ /]] as const) {
    await visit(page, `/?state=closed&unit=${one.unit}&township=${one.township}`)
    const row = page.locator('.scroller .row', { hasText: one.title })
    await row.waitFor()
    const text = await row.locator('.right-sub').textContent() ?? ''
    expect(text, one.title).toMatch(says)
    expect(Math.abs(toMinutes(text) - timeTaken(one) / 60_000), text).toBeLessThanOrEqual(timeTaken(one) > 2 * 86_400_000 ? 1440 : 60)
    await visit(page, `/issue/${one.id}`)
    await page.getByText(wasLate(one, now) ? /超期完成 · 限 .+，用时 / : /按期完成 · 限 .+，用时 /).waitFor()
  }

  const last = [...truth().all('bulletin')].sort((a, b) => a.day < b.day ? 1 : -1)[0]!
  await visit(page, `/bulletin/${last.day}`)
  await page.getByText('用时算到提交整改为止，不含等待复查；逾期率含超期后才提交整改的').waitFor()
  const table = page.locator('table', { has: page.getByRole('columnheader', { name: '用时占限期' }) })
  const shown = await table.locator('tbody tr').evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent?.trim() ?? '')))
  expect(shown).toEqual(ranking(last.figures.byUnit, rules.rankFrom).ranked.map(one => [String(one.place), folder.county.units.find(unit => unit.id === one.unit)!.zh, String(one.found), `${one.pace}%`, `${one.relapse}%`, `${one.late}%`]))
  // Nobody takes more than all of their time and is never late.
  for (const [, unit, , pace = '', , share] of shown) expect(Number.parseFloat(pace) > 100 && share === '0%', unit).toBe(false)
  expect([...ann.errors, ...board.bugs]).toEqual([])
  await ann.context.close()
})
