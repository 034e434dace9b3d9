import type { Stage, Visitor } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayName, dayNumber } from '../../shared/core/calendar.ts'
import { stage } from './stage.ts'
import { taps } from './taps.ts'

/** What a volunteer and a planner do most, with their taps counted from the opened page. */

let board: Stage
let ben: Visitor
const spot = { lng: 110.2, lat: 21.7 }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 9 }, permissions: ['geolocation'] }
const minute = 60_000
const clock = (at: number) => new Date(at + 8 * 60 * minute).toISOString().slice(11, 16)
const boss = () => board.board.accounts.list().find(one => one.role === 'coordinator')!
let given = 0
const submit = async (name: string, args: object) => board.board.authority.submit({ id: `taps-${given++}`, name, args }, { id: boss().id, role: 'coordinator' })
const shifts = () => [...board.board.authority.board.all('shift')]
beforeAll(async () => {
  board = await stage('drill')
  const { authority, accounts } = board.board
  const now = authority.now()
  const busy = new Set(shifts().flatMap(one => [...one.claimedBy, ...one.waitlist]))
  const able = accounts.helpers({ id: boss().id, role: 'coordinator' }).find(one => !busy.has(one.id))
  const officer = accounts.list().find(one => one.role === 'officer')!
  await submit('openPost', { post: 'near-gate', title: '村口卡口', township: officer.township!, ...spot, leader: officer.id, pattern: [{ id: 'a', title: '傍晚班', start: clock(now + 30 * minute), hours: 3, needed: 2 }] })
  await submit('planShifts', { posts: ['near-gate'], from: dayName(dayNumber(now, 'Asia/Shanghai')), days: 1 })
  ben = await board.come('volunteer', { ...phone, who: able?.id })
})
afterAll(() => board.end())

const mine = () => shifts().find(one => one.post === 'near-gate')!

it('[F62] [F63] [F65] a volunteer claims the nearest shift and checks in within the goals; the card says where, when, whom to ring, what to bring and how risky', async () => {
  const { page, person } = ben
  const claim = taps('claim a shift', 2)
  await claim.tap(page.locator('article', { hasText: '村口卡口' }).getByRole('button', { name: '报名', exact: true }))
  await expect.poll(() => mine().claimedBy).toEqual([person.id])
  claim.fact()

  const card = page.locator('article.first')
  await card.getByText('我的下一班').waitFor()
  await card.getByText('身份证').waitFor()
  await card.getByText('一般风险').waitFor()
  await expect.poll(() => card.getByRole('link', { name: /带班/ }).getAttribute('href')).toMatch(/^tel:0759-/)
  await expect.poll(() => card.getByRole('link', { name: '导航 高德地图' }).getAttribute('href')).toMatch(/^https:\/\/uri\.amap\.com\/navigation\?to=110\.20\d+,21\.69\d+,/)
  const officer = board.board.accounts.list().find(one => one.role === 'officer')!
  await card.getByText(`带班 ${officer.name}`).waitFor()

  const come = taps('check in', 2)
  await come.tap(card.getByRole('button', { name: '签到', exact: true }))
  await expect.poll(() => mine().presence[person.id]?.in?.how).toBe('position')
  come.fact()
  // Leaving early cannot be taken back: it asks once.
  await card.getByRole('button', { name: '签退' }).tap()
  await card.getByText('签退后不能再签到').waitFor()
  expect(mine().presence[person.id]?.out).toBeNull()
  await card.getByRole('button', { name: '签退' }).tap()
  await expect.poll(() => mine().presence[person.id]?.out).not.toBeNull()
  expect([...ben.errors, ...board.bugs]).toEqual([])
})

it('[F62] before check-in opens the card says when; who is late is told whom to ring; who is away from the post is offered the code', async () => {
  const now = board.board.authority.now()
  const busy = new Set(shifts().flatMap(one => [...one.claimedBy, ...one.waitlist]))
  const other = board.board.accounts.helpers({ id: boss().id, role: 'coordinator' }).find(one => !busy.has(one.id))!
  const amy = await board.come('volunteer', { ...phone, who: other.id, geolocation: { longitude: 110.4, latitude: 21.9, accuracy: 20 } })
  const startsAt = now + 240 * minute
  await submit('openShift', { shift: 'far-now', title: '渡口值守', township: mine().township, ...spot, startsAt, endsAt: now + 300 * minute, needed: 1 })
  await submit('assignShift', { shift: 'far-now', person: other.id })
  const card = amy.page.locator('article.first', { hasText: '渡口值守' })
  await card.getByText('起可签到').waitFor()
  // Below the next shift, the first one to take is seen whole, with its button.
  const [button, tabs] = await Promise.all([amy.page.getByRole('button', { name: '报名', exact: true }).first().boundingBox(), amy.page.getByRole('navigation').last().boundingBox()])
  expect(button!.y + button!.height).toBeLessThan(tabs!.y)
  expect(await card.getByRole('button', { name: '签到', exact: true }).count()).toBe(0)
  await submit('editShift', { shift: 'far-now', set: { startsAt: now - 20 * minute }, base: { startsAt } })
  await card.getByText('赶不上请马上打电话').waitFor()
  await card.getByRole('link', { name: /排班/ }).waitFor()
  await card.getByRole('button', { name: '签到', exact: true }).tap()
  await card.getByText('按位置没有签上').waitFor()
  await card.getByRole('button', { name: '按位置签到' }).waitFor()
  expect([...amy.errors, ...board.bugs]).toEqual([])
})

it('[F64] a planner puts a person on a shift within the goal', async () => {
  const desk = await board.come('coordinator', { at: '/posts' })
  const put = taps('assign a person', 4)
  await put.tap(desk.page.getByRole('button', { name: /2\/4 即将缺人/ }).first(), 'click')
  await put.tap(desk.page.getByRole('button', { name: '安排人员' }), 'click')
  const lacking = shifts().filter(one => one.needed === 4 && one.claimedBy.length === 3).length
  await put.tap(desk.page.locator('dialog').getByRole('button', { name: /^安排 / }).first(), 'click')
  await expect.poll(() => shifts().filter(one => one.needed === 4 && one.claimedBy.length === 3).length).toBe(lacking + 1)
  put.fact()
  expect([...desk.errors, ...board.bugs]).toEqual([])
})
