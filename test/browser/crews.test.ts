import type { Actor } from '../../shared/core/actor.ts'
import type { Stage } from './stage.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { stage } from './stage.ts'
import { visit } from './visit.ts'

let board: Stage
beforeAll(async () => board = await stage('drill'))
afterAll(() => board.end())

const hour = 3_600_000
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const shift = (id: string) => board.board.authority.board.get('shift', id)!
const ann: Actor = { id: 'p-coord-1', role: 'coordinator' }
const as = (id: string): Actor => ({ id, role: 'volunteer', approved: true })
async function does(actor: Actor, name: string, args: unknown): Promise<void> {
  expect(await board.board.authority.submit({ id: randomUUID(), name, args }, actor), name).toMatchObject({ ok: true })
}
/** A shift on a day that the drill has not planned. */
async function open(id: string, day: number, needed: number, hours = 6): Promise<void> {
  const startsAt = Math.ceil(board.board.authority.now() / hour) * hour + day * 24 * hour
  await does(ann, 'openShift', { shift: id, title: `测试 ${id}`, place: null, township: '440881106', lng: 110.3, lat: 21.6, accuracy: null, source: 'map', startsAt, endsAt: startsAt + hours * hour, needed, note: '' })
}

it('[F60] a team of eight gets all its places or none: one tap of its leader takes them, or names the member who cannot', async () => {
  const crew = board.board.authority.board.get('crew', 'crew-youth')!
  const mate = crew.members.find(one => one.person !== crew.leader)!.person
  const name = board.board.accounts.nameOf(mate)
  await open('all', 9, 8)
  await open('none', 11, 8)
  await open('other', 11, 2)
  await does(as(mate), 'claimShift', { shift: 'other' })

  const lea = await board.come('volunteer', { who: crew.leader, ...phone })
  await lea.page.getByRole('button', { name: '我的班次' }).tap()
  const card = lea.page.getByRole('article').filter({ hasText: '青年党员突击队' }).last()
  await card.getByText(name).waitFor()
  expect(await seriousFaults(lea.page)).toEqual([])
  await visit(lea.page, '/?sel=shift/none')
  await lea.page.getByText(new RegExp(`${name}：.*冲突`)).waitFor()
  await visit(lea.page, '/?sel=shift/all')
  await lea.page.getByRole('button', { name: '青年党员突击队 全队报名（8 人）' }).tap()
  await expect.poll(() => shift('all').claimedBy.length).toBe(8)
  expect(shift('none').claimedBy).toEqual([])

  const mo = await board.come('volunteer', { who: mate, ...phone })
  await mo.page.getByRole('button', { name: '我的班次' }).tap()
  await mo.page.getByText('测试 all').waitFor()
  const desk = await board.come('coordinator', { at: '/?sel=shift/all' })
  await expect.poll(() => desk.page.locator('.detail-panel li').filter({ hasText: '青年党员突击队' }).count()).toBe(8)

  // The leader gives all the places up together, after one question; the members' phones and the desk follow.
  await lea.page.getByRole('button', { name: '青年党员突击队 全队退出（8 人）' }).tap()
  await lea.page.getByText('8 人的位置都会退出，本人会收到提醒。').waitFor()
  expect(shift('all').claimedBy.length).toBe(8)
  await lea.page.getByRole('button', { name: '青年党员突击队 全队退出（8 人）' }).tap()
  await expect.poll(() => shift('all').claimedBy).toEqual([])
  await mo.page.getByText('测试 all').first().waitFor({ state: 'detached' })
  await expect.poll(() => desk.page.locator('.detail-panel li').filter({ hasText: '青年党员突击队' }).count()).toBe(0)
  expect([...lea.errors, ...mo.errors, ...desk.errors, ...board.bugs]).toEqual([])
  await Promise.all([lea, mo, desk].map(one => one.context.close()))
})

it('[F60] [F63] a team is formed and joined on phones; a place is swapped for another\'s: asked on one phone, agreed on the other', async () => {
  const [one, two] = board.board.accounts.list().filter(person => person.role === 'volunteer').slice(20, 22).map(person => person.id)
  await open('mine', 12, 1)
  await open('theirs', 14, 1)
  await does(as(one!), 'claimShift', { shift: 'mine' })
  await does(as(two!), 'claimShift', { shift: 'theirs' })

  const [ben, cat] = [await board.come('volunteer', { who: one, ...phone }), await board.come('volunteer', { who: two, ...phone })]
  await ben.page.getByRole('button', { name: '我的班次' }).tap()
  await ben.page.getByLabel('队伍名称').fill('<i>夜班小队</i>')
  await ben.page.getByRole('button', { name: '组队' }).tap()
  await cat.page.getByRole('button', { name: '我的班次' }).tap()
  await cat.page.getByText('加入别的队伍').tap()
  await cat.page.getByRole('listitem').filter({ hasText: '<i>夜班小队</i>' }).getByRole('button', { name: '申请加入' }).tap()
  await cat.page.getByText('已申请，等队长同意').first().waitFor()
  const asks = ben.page.getByRole('list', { name: '申请加入' }).getByRole('listitem').filter({ hasText: board.board.accounts.nameOf(two!) })
  expect(await seriousFaults(ben.page)).toEqual([])
  // An applicant reads no names.
  expect(await cat.page.evaluate(async id => await (await fetch(`/api/names?ids=${id}`)).json() as unknown, one!)).toEqual([])
  await asks.getByRole('button', { name: /^同意/ }).tap()
  await ben.page.getByRole('article').filter({ hasText: '夜班小队' }).last().getByText(board.board.accounts.nameOf(two!)).waitFor()

  await visit(ben.page, '/?sel=shift/mine')
  await ben.page.getByRole('button', { name: '申请换班' }).tap()
  await ben.page.getByRole('list', { name: '申请换班' }).getByRole('listitem').filter({ hasText: '测试 theirs' }).getByRole('button').tap()
  await ben.page.getByRole('button', { name: '撤回换班' }).waitFor()
  await visit(cat.page, '/?sel=shift/mine')
  await cat.page.getByRole('button', { name: '同意换班' }).tap()
  await expect.poll(() => [shift('mine').claimedBy, shift('theirs').claimedBy]).toEqual([[two], [one]])
  await visit(ben.page, '/')
  await ben.page.getByRole('button', { name: '我的班次' }).tap()
  await ben.page.getByText('测试 theirs').waitFor()
  expect([...ben.errors, ...cat.errors, ...board.bugs]).toEqual([])
  await Promise.all([ben, cat].map(person => person.context.close()))
})
