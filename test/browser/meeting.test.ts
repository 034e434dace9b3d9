import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCounty } from '../../server/counties.ts'
import { dayName, dayNumber } from '../../shared/core/calendar.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const all = <K extends 'briefing' | 'inspection' | 'issue'>(kind: K) => [...board.board.authority.board.all(kind)]

it('[F08] [F04] the meeting proposes routes, which are changed, published and on a team\'s phone; the inspected see nothing of it', async () => {
  const ann = await board.come('coordinator', { at: '/meeting' })
  const { page } = ann
  const day = await page.locator('[data-day]').getAttribute('data-day') ?? ''
  await expect.poll(() => page.locator('.teams > article').count()).toBe(8)
  await page.getByRole('button', { name: '按依据生成建议' }).click()
  const first = page.locator('.teams > article').first()
  const stops = first.locator('[data-proposed]')
  await stops.first().waitFor()
  await expect.poll(() => stops.count()).toBe(6)
  const names = await stops.locator('b').allTextContents()
  await first.getByRole('button', { name: `下移：${names[0]}` }).click()
  await first.getByRole('button', { name: `移除：${names[2]}` }).click()
  await first.getByLabel(`换组：${names[3]}`).selectOption({ label: '5' })
  await expect.poll(() => stops.locator('b').allTextContents()).toEqual([names[1], names[0], names[4], names[5]])
  await page.getByLabel('工作重点').fill('养老院核酸频次 今日再查')
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/meeting.png`, fullPage: true })
  await page.getByRole('button', { name: /发布/ }).click()
  await expect.poll(() => all('briefing').find(one => one.day === day)?.focus).toBe('养老院核酸频次 今日再查')
  const team = [...board.board.authority.board.all('team')].find(one => one.no === 1)!
  const planned = all('inspection').filter(one => one.day === day && one.team === team.id && one.state === 'planned').sort((a, b) => a.order - b.order).slice(-4)
  expect(planned.map(one => one.title)).toEqual([names[1], names[0], names[4], names[5]])
  expect(planned.every(one => one.unannounced)).toBe(true)

  // An officer of one of these townships looks everywhere and finds no trace of the plan.
  const officer = await board.come('officer', { at: `/?sel=inspection/${planned.at(-1)?.id}` })
  await officer.page.waitForTimeout(500)
  expect(await officer.page.getByText('养老院核酸频次 今日再查').count()).toBe(0)
  for (const path of ['board', 'log?after=0', 'recent']) {
    const text = await (await officer.page.request.get(`${officer.cable.address}/api/i/first/${path}`)).text()
    expect(text.includes('今日再查') || text.includes(planned.at(-1)!.id), path).toBe(false)
  }
  expect([...ann.errors, ...officer.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), officer.context.close()])
})

it('[F08] a focus is at the top of an inspector\'s phone as soon as it is published', async () => {
  const ina = await board.come('inspector', phone)
  await ina.page.getByRole('heading', { name: '今日路线' }).waitFor()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(board.board.authority.now())
  const before = all('briefing').find(one => one.day === today)
  const begun = performance.now()
  const answer = await board.board.authority.submit({ id: 'focus-now', name: 'publishBriefing', args: { day: today, focus: '夜间卡口必查', decisions: '', from: before?.publishedAt ?? null, stops: [] } }, { id: 'p-coord-1', role: 'coordinator' })
  expect(answer).toMatchObject({ ok: true })
  await ina.page.getByText('夜间卡口必查').waitFor()
  console.error(`[F08] seen after ${Math.round(performance.now() - begun)} ms, of 1000`)
  await ina.page.getByRole('button', { name: '已看，照此执行' }).tap()
  await expect.poll(() => all('briefing').find(one => one.day === today)?.readBy.length).toBe(1)
  await ina.context.close()
})

it('[F04] a town moved from team 2 to team 5 changes both phones', async () => {
  const [ann, two, five] = [await board.come('coordinator'), await board.come('inspector', { ...phone, who: 'p-team2-1' }), await board.come('inspector', { ...phone, who: 'p-team5-1' })]
  await visit(ann.page, '/meeting')
  await two.page.getByText('雅塘镇').first().waitFor()
  await ann.page.getByLabel('换组：雅塘镇', { exact: true }).selectOption({ label: '5' })
  await five.page.locator('.team', { hasText: '雅塘镇' }).waitFor()
  await two.page.locator('.team', { hasText: '雅塘镇' }).waitFor({ state: 'detached' })
  expect([...ann.errors, ...two.errors, ...five.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann, two, five].map(one => one.context.close()))
})

it('[F04] a team has a card: found by its duty phone, with its leader, where it is now and its route, and edited there', async () => {
  const team = [...board.board.authority.board.all('team')].find(one => one.no === 3)!
  const { page, errors, context } = await board.come('coordinator', { at: `/?sel=team/${team.id}`, viewport: { width: 1366, height: 768 } })
  const card = page.locator('.right, .sheet')
  await card.getByRole('term').filter({ hasText: '组长' }).waitFor()
  await card.getByText('今日路线').waitFor()
  await card.getByRole('button', { name: '编辑' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('值班电话').fill('0759-6600003')
  await form.getByLabel('车辆').fill('粤G 00003')
  await form.getByRole('button', { name: '保存修改' }).click()
  await form.waitFor({ state: 'detached' })
  await card.getByRole('link', { name: '0759-6600003' }).waitFor()
  await expect.poll(() => board.board.authority.board.get('team', team.id)).toMatchObject({ phone: '0759-6600003', vehicle: '粤G 00003', leader: team.leader, members: team.members })

  // The township's card names its team, and the search finds the team by its phone.
  await card.getByRole('button', { name: (await loadCounty('lianjiang')).county.townships.find(one => one.code === team.townships[0])!.name, exact: true }).click()
  await card.getByRole('button', { name: team.name }).first().click()
  await card.getByText('值班电话', { exact: true }).waitFor()
  await visit(page, '/')
  await page.getByRole('combobox').first().fill('0759-66000')
  await page.getByRole('option', { name: team.name }).click()
  await card.getByText('粤G 00003', { exact: true }).waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F07] a change of phase swaps the figures and lists on the screens of others, and is in the log', async () => {
  const [ann, ada] = [await board.come('coordinator'), await board.come('admin', { viewport: { width: 1920, height: 1080 } })]
  await ada.page.getByRole('button', { name: /空班/ }).waitFor()
  await visit(ann.page, '/incidents')
  await ann.page.getByLabel('转为').selectOption('recovery')
  await ann.page.getByLabel('理由（写入记录）', { exact: true }).fill('连续十四天无新增')
  await ann.page.getByRole('button', { name: '确认转换' }).click()
  await ada.page.locator('[data-tile="school"]').waitFor()
  await ada.page.locator('[data-tile="enterprise"]').waitFor()
  expect(await ada.page.getByRole('button', { name: /空班/ }).count()).toBe(0)
  await ada.page.locator('.tag', { hasText: '恢复' }).first().waitFor()
  await ada.page.locator('.feed').getByText('转换阶段').waitFor()
  const history = await (await ann.page.request.get(`${ann.cable.address}/api/i/first/history/incident/incident`)).json() as { name: string, args: { reason: string } }[]
  expect(history.at(0)).toMatchObject({ name: 'changePhase', args: { reason: '连续十四天无新增' } })
  await visit(ann.page, '/checklists?kind=school&phase=recovery')
  await ann.page.getByText('学生分批错时返校', { exact: true }).waitFor()
  expect([...ann.errors, ...ada.errors, ...board.bugs]).toEqual([])
  await Promise.all([ann.context.close(), ada.context.close()])
})

it('[F01] a second incident is opened and entered; it has nothing of the first', async () => {
  const ada = await board.come('admin', { at: '/incidents' })
  const { page } = ada
  await page.getByLabel('编号').fill('0707')
  await page.getByLabel('名称').fill('防汛演练')
  await page.getByRole('button', { name: '启动', exact: true }).click()
  await page.locator('.incident', { hasText: '防汛演练' }).waitFor()
  await expect.poll(async () => (await page.locator('.strip b').first().textContent())?.trim()).toBe('0')
  await visit(page, '/incidents')
  await page.locator('li', { hasText: '0506' }).getByRole('button', { name: '进入' }).click()
  await expect.poll(async () => Number(await page.locator('.strip b').first().textContent())).toBeGreaterThanOrEqual(369)
  expect([...ada.errors, ...board.bugs]).toEqual([])
  await ada.context.close()
})

it('[F01] [E1] a new incident has its start date, and the places and teams of another one, but nothing that happened there', async () => {
  const ada = await board.come('admin')
  const { page, person } = ada
  const { incidents } = board.board
  const first = incidents.find(await incidents.add({ code: '0801', name: '秋季疫情', phase: 'emergency', drill: false, startedAt: Date.now() }, person, null))!.authority
  const { townships } = (await loadCounty('lianjiang')).county
  const at = { township: townships[0]!.code, lng: townships[0]!.seat[0], lat: townships[0]!.seat[1] }
  for (const [name, args] of [
    ['addPlace', { place: 'kept', name: '旧城中学', kind: 'school', unit: 'education', keeper: '旧城中学', ...at }],
    ['addPlace', { place: 'retired', name: '停用的店', kind: 'shop', ...at }],
    ['retirePlace', { place: 'retired' }],
    ['formTeam', { team: 'north-team', no: 1, name: '北片组', townships: [at.township] }],
    ['reportIssue', { issue: 'theirs', title: '只属于秋季', aspect: 'safety', severity: 'day', place: 'kept', ...at }],
  ] as const) expect(await first.submit({ id: `first-${name}-${JSON.stringify(args).length}`, name, args }, person), name).toMatchObject({ ok: true })

  // The list comes once more while the form is being filled in: what was chosen stays.
  let release = () => {}
  const held = new Promise<void>(done => release = done)
  await page.reload()
  await page.locator('[data-link="live"]').first().waitFor()
  await page.route('**/api/incidents', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^管理/ }).click()
  await page.locator('a[href="/incidents"]').first().click()
  const form = page.locator('form', { has: page.getByLabel('疫情开始日期') })
  await form.getByLabel('编号').fill('0802')
  await form.getByLabel('名称').fill('冬季疫情')
  const began = dayName(dayNumber(Date.now(), 'Asia/Shanghai') - 8)
  await form.getByLabel('疫情开始日期').fill(began)
  const takes = form.getByLabel('沿用场所和督导组')
  await expect.poll(() => takes.locator('option:checked').textContent()).toBe('0801 秋季疫情')
  await takes.selectOption({ label: '不沿用' })
  const again = page.waitForResponse('**/api/incidents')
  release()
  await (await again).finished()
  await form.getByLabel('名称').fill('冬季疫情')
  await expect.poll(() => takes.inputValue()).toBe('')
  await takes.selectOption({ label: '0801 秋季疫情' })
  const press = () => form.getByRole('button', { name: '启动', exact: true }).click()
  await press()
  const opened = () => incidents.all().find(one => one.authority.board.get('incident', 'incident')?.code === '0802')
  // Three incidents and several pages within seconds may be more than a person's budget: then the form says so, and one presses again.
  await expect.poll(async () => {
    if (!opened() && await form.getByRole('alert').isVisible()) await press()
    return opened()
  }, { timeout: 60_000 }).toBeTruthy()
  const next = opened()!.authority.board
  await page.locator('.incident', { hasText: '冬季疫情' }).waitFor()
  expect([...next.all('place')].map(one => [one.name, one.unit, one.keeper])).toEqual([['旧城中学', 'education', '旧城中学']])
  expect([...next.all('team')].map(one => [one.name, one.townships])).toEqual([['北片组', [at.township]]])
  expect([...next.all('issue')]).toEqual([])
  await page.getByRole('tab', { name: '场所' }).click()
  await page.locator('.scroller .row', { hasText: '旧城中学' }).waitFor()
  await visit(page, '/incidents')
  await page.locator('li', { hasText: '冬季疫情' }).getByText(new RegExp(`${began.slice(5).split('-').map(Number).join('月')}日.* 启动`)).waitFor()
  expect(dayName(dayNumber(next.get('incident', 'incident')!.startedAt, 'Asia/Shanghai'))).toBe(began)
  expect([...ada.errors, ...board.bugs]).toEqual([])
  await ada.context.close()
})
