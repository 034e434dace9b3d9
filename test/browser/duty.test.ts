import type { Stage, Visitor } from './stage.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayName, dayNumber } from '../../shared/core/calendar.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

/** What one volunteer does about a shift, on the phones of those it concerns. */

let board: Stage
let [ann, ben]: Visitor[] = []
const spot = { lng: 111.2, lat: 21.9 }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 9 }, permissions: ['geolocation'] }
const day = (ahead: number) => dayName(dayNumber(board.board.authority.now(), 'Asia/Shanghai') + ahead)
const id = (ahead: number, slot: string) => `far-gate~${day(ahead).replaceAll('-', '')}~${slot}`
const shift = (ahead: number, slot: string) => board.board.authority.board.get('shift', id(ahead, slot))
const goTo = ({ page }: Visitor, where: string) => visit(page, where)
const panel = ({ page }: Visitor) => page.locator('.detail-panel')
const boss = () => board.board.accounts.list().find(one => one.role === 'coordinator')!
const submit = async (name: string, args: object) => board.board.authority.submit({ id: `${name}-${JSON.stringify(args)}`.slice(0, 60) + Math.round(performance.now() * 1000), name, args }, { id: boss().id, role: 'coordinator' })
const put = (person: string, ahead: number, slot: string) => submit('assignShift', { shift: id(ahead, slot), person, reason: '' })

beforeAll(async () => {
  board = await stage('drill')
  const { authority, accounts } = board.board
  const busy = new Set([...authority.board.all('shift')].flatMap(one => [...one.claimedBy, ...one.waitlist]))
  const [a, b] = accounts.helpers({ id: boss().id, role: 'coordinator' }).filter(one => !busy.has(one.id))
  const { township } = [...authority.board.all('place')][0]!
  const pattern = [{ id: 'a', title: '白班', start: '08:00', hours: 8, needed: 1 }, { id: 'b', title: '夜班', start: '20:00', hours: 8, needed: 1 }]
  await submit('openPost', { post: 'far-gate', title: '远山卡口', township, ...spot, leader: null, pattern })
  await submit('planShifts', { posts: ['far-gate'], from: day(9), days: 7 })
  ann = await board.come('volunteer', { ...phone, who: a?.id })
  ben = await board.come('volunteer', { ...phone, who: b?.id })
})
afterAll(() => board.end())

it('[F63] a volunteer joins the waitlist of a full shift; when its holder gives it up, the place is kept for the first who waits until they answer', async () => {
  await put(ann!.person.id, 9, 'a')
  await goTo(ben!, '/?when=all')
  await ben!.page.getByText('已满，可候补').tap()
  const card = ben!.page.locator('details article', { hasText: '远山卡口' })
  await card.getByText('1/1 人').waitFor()
  await card.getByRole('button', { name: '候补', exact: true }).tap()
  await card.getByText('您候补第 1 位（共 1 人）').waitFor()
  await ben!.page.getByRole('button', { name: '我的班次' }).tap()
  await ben!.page.getByRole('heading', { name: '我在候补的班次' }).waitFor()
  await ben!.page.locator('article', { hasText: '远山卡口' }).getByRole('button', { name: '退出候补' }).waitFor()
  await goTo(ann!, '/')
  await ann!.page.getByRole('button', { name: '我的班次' }).tap()
  await ann!.page.getByText('来不了？').tap()
  await ann!.page.getByText('退出后，位置马上给候补的第一人（现有 1 人候补）').waitFor()
  await ann!.page.getByRole('button', { name: '退出班次' }).tap()
  const offered = ben!.page.locator('article', { hasText: '远山卡口' }).filter({ hasText: '位置为您留到' })
  await offered.getByRole('button', { name: '不去了' }).waitFor()
  expect(shift(9, 'a')).toMatchObject({ claimedBy: [], waitlist: [], offers: [{ person: ben!.person.id }] })
  await offered.getByRole('button', { name: '接受这一班' }).tap()
  await expect.poll(() => shift(9, 'a')?.claimedBy).toEqual([ben!.person.id])
  await ann!.page.getByText('还没有报名').waitFor()
  await ben!.page.locator('article.first', { hasText: '我的下一班' }).getByText('远山卡口').waitFor()
})

it('[F64] a person on duty by day is refused the night in a sentence; assigned with a reason, their phone shows it', async () => {
  await goTo(ben!, `/?sel=shift/${id(9, 'b')}`)
  await ben!.page.locator('.sheet .claim').getByText(/休息不够/).waitFor()
  await submit('assignShift', { shift: id(9, 'b'), person: ben!.person.id, reason: '夜间无人可替' })
  await panel(ben!).getByText('超限安排：夜间无人可替').waitFor()
  expect([...ann!.errors, ...ben!.errors, ...board.bugs]).toEqual([])
})

it('[F65] planners may show the changing code of the post on the desk', async () => {
  const desk = await board.come('coordinator')
  await goTo(desk, `/?tab=shift&sel=shift/${id(9, 'a')}`)
  await panel(desk).getByRole('button', { name: '显示签到码' }).click()
  await panel(desk).locator('.digits').waitFor()
  expect(desk.errors).toEqual([])
})

it('[F66] the handover of a shift is on the phones of the next shift, who acknowledge it', async () => {
  const { township } = [...board.board.authority.board.all('place')][0]!
  await submit('openPost', { post: 'night-gate', title: '交接卡口', township, ...spot, leader: null, pattern: [{ id: 'a', title: '全天', start: '00:00', hours: 24, needed: 1 }] })
  await submit('planShifts', { posts: ['night-gate'], from: day(0), days: 2 })
  const of = (ahead: number) => `night-gate~${day(ahead).replaceAll('-', '')}~a`
  for (const [ahead, who] of [[0, ann], [1, ben]] as const) await submit('assignShift', { shift: of(ahead), person: who!.person.id, reason: '测试' })
  await goTo(ann!, `/?sel=shift/${of(0)}`)
  await panel(ann!).getByLabel('给下一班的交接').fill('钥匙在岗亭\n<b>两台车待核</b>')
  await panel(ann!).getByRole('button', { name: '写交接' }).tap()
  await panel(ann!).getByText('下一班还没有确认接班').waitFor()

  await goTo(ben!, `/?sel=shift/${of(0)}`)
  await panel(ben!).getByText('<b>两台车待核</b>').waitFor()
  await panel(ben!).getByRole('button', { name: '确认接班' }).tap()
  await panel(ann!).getByText('下一班还没有确认接班').waitFor({ state: 'detached' })
  expect(board.board.authority.board.get('shift', of(0))?.handover).toMatchObject({ by: ann!.person.id, acknowledgedBy: ben!.person.id })
  expect([...ann!.errors, ...ben!.errors, ...board.bugs]).toEqual([])
})

it('[DC1] phones whose clock is a day and three minutes ahead show the running shift as mine now, and check in at the server\'s time', async () => {
  const { authority, accounts } = board.board
  const [a, b] = ['王早到', '李早到'].map(name => accounts.add({ name, role: 'volunteer' }))
  const { township } = [...authority.board.all('place')][0]!
  await submit('openPost', { post: 'day-gate', title: '全天卡口', township, ...spot, leader: null, pattern: [{ id: 'a', title: '全天', start: '00:00', hours: 24, needed: 2 }] })
  await submit('planShifts', { posts: ['day-gate'], from: day(0), days: 1 })
  const running = [...authority.board.all('shift')].find(one => one.post === 'day-gate')!.id
  const dayAhead = () => {
    const right = Date.now
    Date.now = () => right() + 86_400_000
  }
  const minutesAhead = () => {
    const right = Date.now
    Date.now = () => right() + 180_000
  }
  for (const [who, before] of [[a!, dayAhead], [b!, minutesAhead]] as const) {
    await submit('assignShift', { shift: running, person: who, reason: '测试' })
    const { page, context, errors } = await board.come('volunteer', { ...phone, who, before })
    await page.getByRole('button', { name: '签到', exact: true }).tap()
    await expect.poll(() => authority.board.get('shift', running)?.presence[who]?.in?.at ?? 0).toBeGreaterThan(0)
    expect(Math.abs(authority.board.get('shift', running)!.presence[who]!.in!.at - authority.now())).toBeLessThan(60_000)
    expect(errors).toEqual([])
    await context.close()
  }
})
