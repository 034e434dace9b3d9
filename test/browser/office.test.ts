import type { Stage } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayName, dayNumber } from '../../shared/core/calendar.ts'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'

/** What headquarters and planners do at their desks, with the taps of what they do every day. */

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const truth = () => board.board.authority.board
const desk = { viewport: { width: 1920, height: 1080 } }

it('[F08] [T6] the day is published within six taps, and again from a second window of the same person', async () => {
  const { page, context, errors } = await board.come('coordinator', { ...desk, at: '/meeting' })
  await page.getByRole('link', { name: '明天' }).click()
  await page.locator('.teams > article').first().waitFor()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('button', { name: '按依据生成建议' }).click()
  await other.locator('[data-proposed]').first().waitFor()

  const publish = taps('publish the day', 6)
  await publish.tap(page.locator('.often .chip').first(), 'click')
  await publish.tap(page.getByRole('button', { name: '按依据生成建议' }), 'click')
  await page.locator('[data-proposed]').first().waitFor()
  const before = [...truth().all('inspection')].length
  await publish.tap(page.getByRole('button', { name: /发布/ }), 'click')
  await expect.poll(() => [...truth().all('inspection')].length).toBeGreaterThan(before)
  publish.fact()

  // The second window proposes the same places, with stops of its own.
  const planned = [...truth().all('inspection')].length
  const day = [...truth().all('briefing')].sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0]!.id
  const first = truth().get('briefing', day)!.publishedAt
  await other.getByRole('button', { name: /发布/ }).click()
  await expect.poll(() => truth().get('briefing', day)!.publishedAt).not.toBe(first)
  expect(await other.getByRole('alert').count()).toBe(0)
  expect([...truth().all('inspection')].length).toBe(planned)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F08] [F04] on the projector a stop is dragged to another team, and given back with the keyboard', async () => {
  const { page, context, errors } = await board.come('coordinator', { ...desk, at: '/meeting' })
  await page.getByRole('link', { name: '明天' }).click()
  await page.getByRole('button', { name: '投屏' }).click()
  await page.keyboard.press('ArrowRight')
  await page.getByLabel('工作重点').waitFor()
  await page.getByRole('button', { name: /各组路线/ }).click()
  const stop = page.locator('[data-team="1"] [data-stop]').first()
  const id = await stop.getAttribute('data-stop')
  const team = (no: number) => [...truth().all('team')].find(one => one.no === no)!.id
  await stop.dragTo(page.locator('[data-team="5"] h2'))
  await expect.poll(() => truth().get('inspection', id!)?.team).toBe(team(5))
  await page.locator(`[data-team="5"] [data-stop="${id}"]`).focus()
  await page.keyboard.press('1')
  await expect.poll(() => truth().get('inspection', id!)?.team).toBe(team(1))
  // Also from the map.
  await page.locator(`.stop[data-stop="${id}"]`).dragTo(page.locator('[data-team="2"] h2'))
  await expect.poll(() => truth().get('inspection', id!)?.team).toBe(team(2))
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: '各组路线' }).waitFor()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F74] a bulletin is signed within two taps', async () => {
  const last = [...truth().all('bulletin')].sort((a, b) => a.day < b.day ? 1 : -1)[0]!
  const { page, context, errors } = await board.come('coordinator', { ...desk, at: `/bulletin/${last.day}` })
  const sign = taps('sign the bulletin', 2)
  await sign.tap(page.getByRole('button', { name: '签发通报' }), 'click')
  await sign.tap(page.getByRole('dialog', { name: '签发通报' }).locator('.button.primary'), 'click')
  await expect.poll(() => truth().get('bulletin', last.day)?.issuedAt).not.toBe(null)
  sign.fact()
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F04] the members of a team are edited on its card', async () => {
  const team = [...truth().all('team')].find(one => one.no === 4)!
  const gone = team.members.find(one => one !== team.leader)!
  const name = board.board.accounts.nameOf(gone)
  const { page, context, errors } = await board.come('coordinator', { ...desk, at: `/?sel=team/${team.id}` })
  const card = page.locator('.right')
  await card.getByRole('button', { name: `移出本组：${name}` }).click()
  await expect.poll(() => truth().get('team', team.id)!.members).not.toContain(gone)
  await card.getByRole('button', { name: '加组员' }).click()
  await card.getByLabel('加组员').selectOption(gone)
  await expect.poll(() => truth().get('team', team.id)!.members).toContain(gone)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F62] [SU4] a volunteer is found in the register, gets a note, is stopped with their coming shifts and returned', async () => {
  const now = board.board.authority.now()
  const shift = [...truth().all('shift')].find(one => one.startsAt > now && one.claimedBy.length === 1)!
  const [id = ''] = shift.claimedBy
  const { name, phone } = board.board.accounts.about(id)
  const { page, context, errors } = await board.come('coordinator', { ...desk, at: '/volunteers' })
  const list = page.getByRole('list', { name: '志愿者名册' })
  await page.getByLabel('按姓名、电话').fill(phone)
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
  await list.getByRole('button', { name: `修改 ${name}` }).click()
  await list.getByLabel('备注').fill('夜班不便')
  await list.getByRole('button', { name: '保存' }).click()
  await list.getByText('夜班不便').waitFor()
  expect(board.board.accounts.about(id).note).toBe('夜班不便')
  await list.getByRole('button', { name: `停用 ${name}` }).click()
  await list.getByText(`停用 ${name}？`).waitFor()
  await list.getByRole('button', { name: `停用 ${name}` }).click()
  await expect.poll(() => truth().get('shift', shift.id)!.claimedBy).toEqual([])
  await page.getByText('已停用 1').click()
  await list.getByRole('button', { name: `恢复 ${name}` }).click()
  await page.getByText('新加入人员的登录链接').waitFor()
  expect(board.board.accounts.list().find(one => one.id === id)?.disabled).toBe(false)
  expect(await seriousFaults(page)).toEqual([])
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[F08] headquarters\' screen has one focus of the day, the one that was published last; an announcement is a message with its hour', async () => {
  const now = board.board.authority.now()
  const today = dayName(dayNumber(now, 'Asia/Shanghai'))
  const { page, context, person, errors } = await board.come('coordinator', desk)
  const focuses = page.locator('.notices .notice', { hasText: '今日重点' })
  for (const focus of ['夜间卡口必查', '养老院核酸频次']) {
    const from = truth().get('briefing', today)?.publishedAt ?? null
    expect(await board.board.authority.submit({ id: `focus-${focus}`, name: 'publishBriefing', args: { day: today, focus, decisions: '', from, stops: [] } }, person)).toMatchObject({ ok: true })
  }
  expect(await board.board.authority.submit({ id: 'another', name: 'announce', args: { announcement: 'another', text: '今日重点：学校食堂', until: now + 3_600_000 } }, person)).toMatchObject({ ok: true })
  const notices = page.locator('.notices .notice')
  await notices.filter({ hasText: '学校食堂' }).waitFor()
  await expect.poll(() => notices.filter({ hasNotText: '通告' }).allTextContents()).toEqual([expect.stringContaining('养老院核酸频次')])
  await expect.poll(() => notices.count()).toBe(2)
  await expect.poll(() => notices.filter({ hasText: '通告' }).textContent()).toMatch(/通告 今天 \d{2}:\d{2}/)
  await expect.poll(() => focuses.first().textContent()).toContain('0 组已读')
  // The next phase has a focus of its own: none of the old ones stays.
  expect(await board.board.authority.submit({ id: 'next-phase', name: 'changePhase', args: { to: 'recovery', from: truth().get('incident', 'incident')!.phase, reason: '连续十四天无新增' } }, person)).toMatchObject({ ok: true })
  await expect.poll(() => notices.count()).toBe(0)
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})

it('[SC26] on a wide desk a list is drawn on the county beside it, and a mark opens its record', async () => {
  const { page, context, errors } = await board.come('coordinator', { ...desk, at: '/rechecks' })
  const marks = page.locator('.list-map a')
  await marks.first().waitFor()
  const waiting = [...truth().all('issue')].filter(one => one.state === 'awaiting')
  await expect.poll(() => marks.count()).toBe(waiting.length)
  const apart = () => page.evaluate(() => {
    const [list, map] = ['main section', '.list-map'].map(part => document.querySelector(part)!.getBoundingClientRect())
    return list!.right <= map!.left && map!.right <= (document.querySelector('.beside-page')?.getBoundingClientRect().left ?? innerWidth)
  })
  expect(await apart()).toBe(true)
  await marks.last().click()
  await page.waitForURL(/sel=issue/)
  await page.locator('.beside-page h2, .beside-page h1').first().waitFor()
  expect(waiting.map(one => `issue/${one.id}`)).toContain(new URL(page.url()).searchParams.get('sel'))
  await expect.poll(() => page.locator('.list-map .chosen').count()).toBe(1)
  expect(await apart()).toBe(true)
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.locator('.list-map').waitFor({ state: 'detached' })
  expect([...errors, ...board.bugs]).toEqual([])
  await context.close()
})
