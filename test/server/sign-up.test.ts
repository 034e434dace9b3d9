import { expect, it } from 'vitest'
import { desk } from '../support/people-desk.ts'
import { runningBoard, until } from '../support/running-board.ts'

const hour = 3_600_000

const who = (phone: string, township = 'north') => ({ name: '<b>王小明</b>', phone, township, skills: ['swab'], declared: ['suit'] })
const admin = { id: 'a', role: 'admin' } as const
const north = { id: 'n', role: 'officer', township: 'north' } as const
const south = { id: 's', role: 'officer', township: 'south' } as const

it('[F59] [SU1] a link works for a limited number of people and a limited time; a revoked one works for nobody', () => {
  const { clock, joining } = desk()
  const twice = joining.open(admin, 2, 1)
  joining.join(twice.token, who('1'), 1)
  joining.join(twice.token, who('2'), 1)
  expect(() => joining.join(twice.token, who('3'), 1)).toThrow('not_found')
  const old = joining.open(admin, 9, 1)
  clock.at += hour + 1
  expect(() => joining.join(old.token, who('4'), 1)).toThrow('not_found')
  const gone = joining.open(north, 9, 1)
  const everywhere = joining.open(admin, 5, 1)
  expect([joining.townshipOf(everywhere.token), joining.townshipOf(gone.token)]).toEqual([null, 'north'])
  expect(() => joining.townshipOf('x')).toThrow('not_found')
  expect(joining.list(admin).map(({ id }) => id)).toEqual(expect.arrayContaining([everywhere.id, gone.id]))
  expect(() => joining.revoke(south, gone.id)).toThrow('not_found')
  expect(() => joining.join(gone.token, who('5', 'south'), 1)).toThrow('outside_area')
  expect(joining.list(north)).toMatchObject([{ left: 9 }])
  joining.revoke(north, gone.id)
  expect(() => joining.join(gone.token, who('5'), 1)).toThrow('not_found')
})

it('[F59] [SU1] [H6] a person who signed up sees nothing until headquarters or the officer of that township approves them with their trainings', () => {
  const { clock, database, joining, newcomers, people } = desk()
  const session = joining.join(joining.open(admin, 1, 1).token, who('138 0000'), 1)
  const me = people.actor(session)
  expect(me).toMatchObject({ role: 'volunteer', approved: false, township: 'north', skills: ['swab'] })
  expect(me?.trained).toBeUndefined()
  expect(database.raw.prepare('select group_concat(sealed) s from person').get()).not.toMatchObject({ s: expect.stringContaining('王小明') })
  expect(newcomers.waiting(south)).toEqual([])
  expect(newcomers.waiting(north)).toMatchObject([{ id: me!.id, name: '<b>王小明</b>', phone: '138 0000', declared: ['suit'], consentedAt: clock.at, twins: 0 }])
  expect(database.raw.prepare('select reader, people from reading where act = \'read\'').all()).toEqual([{ reader: 'n', people: JSON.stringify([me!.id]) }])
  expect(() => newcomers.approve(south, me!.id, [])).toThrow('not_found')
  expect(() => newcomers.approve(me!, me!.id, ['suit'])).toThrow('not_found')
  newcomers.approve(north, me!.id, ['suit'])
  expect(people.actor(session)).toMatchObject({ approved: true, trained: ['suit'] })
  expect(newcomers.count(admin)).toBe(0)
  expect(() => newcomers.decline(admin, me!.id)).toThrow('not_found')
})

it('[F59] [SU1] a known phone number is revealed to the approver, not to the newcomer; a declined person is signed out', () => {
  const { joining, newcomers, people } = desk()
  const link = joining.open(admin, 9, 1)
  newcomers.enrol(admin, [{ ...who('138-0000'), role: 'volunteer' as const }], 1)
  const session = joining.join(link.token, who('138 0000'), 1)
  const [second] = newcomers.waiting(north)
  expect(second?.twins).toBe(1)
  newcomers.decline(north, second!.id)
  expect(people.actor(session)).toBeNull()
  expect(newcomers.waiting(admin)).toEqual([])
})

it('[F59] [SU2] a roster adds its people as approved; the same roster again adds nobody; an officer adds only people of their township', () => {
  const { newcomers, people } = desk()
  const rows = ['1', '2', '2'].map(phone => ({ ...who(phone), role: 'volunteer' as const, trained: ['suit'] }))
  const { added, known } = newcomers.enrol(north, rows, 1)
  expect([added.map(one => one.row), known]).toEqual([[0, 1], 1])
  expect(people.actor(people.signIn(added[0]!.token, 1))).toMatchObject({ approved: true, trained: ['suit'] })
  expect(newcomers.enrol(admin, rows, 1)).toEqual({ added: [], known: 3 })
  expect(() => newcomers.enrol(south, rows, 1)).toThrow('outside_area')
})

it('[F59] over HTTP a too big or false form is refused, HTML is text, the newcomer is signed in, and an open connection learns of the approval', async () => {
  const board = await runningBoard()
  const officer = board.person({ role: 'officer', township: 'north' })
  const nobody = { fetch: (path: string, more: RequestInit = {}) => fetch(`${board.origin()}${path}`, { ...more, headers: { origin: board.origin(), ...more.headers } }) }
  const send = (path: string, body: object, from: Pick<typeof officer, 'fetch'> = path === '/join' ? nobody : officer) => from.fetch(`/api/volunteers${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const { token } = await (await send('/links', { uses: 1, hours: 24 })).json() as { token: string }
  const good = { token, name: '<b>x</b>', phone: '138 0000 0000', township: 'north', skills: [], declared: [], consent: true }
  for (const bad of [{ consent: false }, { name: 'x'.repeat(41) }, { phone: '<script>' }, { skills: ['nothing'] }, { declared: ['nothing'] }, { role: 'admin' }, { approved: true }, { trained: ['suit'] }]) expect((await send('/join', { ...good, ...bad })).status, JSON.stringify(bad)).toBe(400)
  expect((await send('/join', { ...good, name: 'x'.repeat(300_000) })).status).toBe(413)
  expect((await send('/join', { ...good, township: 'south' })).status).toBe(403)
  const joined = await send('/join', good)
  expect(joined.status).toBe(204)
  const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!
  const me = await (await fetch(`${board.origin()}/api/session`, { headers: { cookie } })).json() as { id: string }
  expect(me).toMatchObject({ role: 'volunteer', approved: false, name: '<b>x</b>' })
  expect((await send('/join', { ...good, phone: '13900000000' })).status).toBe(404)
  const phone = board.page({ actor: { ...me, role: 'volunteer', approved: false, township: 'north' }, cookie })
  await phone.live()
  expect((await send(`/waiting/${me.id}/approve`, { trained: [] }, board.person({ role: 'volunteer' }))).status).toBe(403)
  expect((await send(`/waiting/${me.id}/approve`, { trained: ['nothing'] })).status).toBe(400)
  expect((await send(`/waiting/${me.id}/approve`, { trained: ['suit'] })).status).toBe(204)
  expect(await (await fetch(`${board.origin()}/api/session`, { headers: { cookie } })).json()).toMatchObject({ approved: true, trained: ['suit'] })
  await until(() => phone.replica.actor.approved === true)
  expect(board.bugs).toEqual([])
})
