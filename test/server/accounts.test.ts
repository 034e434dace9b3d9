import type { Desk } from '../support/people-desk.ts'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../server/database/database.ts'
import { calls } from '../support/calls.ts'
import { desk } from '../support/people-desk.ts'
import { runningBoard } from '../support/running-board.ts'

const hour = 3_600_000
const admin = { id: 'a', role: 'admin' } as const
const newcomer = { name: 'x', phone: '1', township: 'north', skills: [], declared: [] }

/** A desk with its administrator and one other person. */
function office() {
  const all = desk()
  all.people.add({ ...admin, name: 'Admin' })
  const bea = all.people.add({ id: 'bea', role: 'inspector', name: 'Bea' })
  return { ...all, bea, enter: (id: string, hours = 1) => all.people.signIn(all.people.invite(id, 1), hours) }
}

it('[L7] a link signs in its person once, until it expires', () => {
  const { clock, people, bea, database } = office()
  const link = people.invite(bea, 2)
  expect(people.actor(people.signIn(link, 1))).toMatchObject({ id: bea, role: 'inspector' })
  expect(() => people.signIn(link, 1)).toThrow('signed_out')
  const late = people.invite(bea, 2)
  clock.at += 2 * hour
  expect(people.actor(people.signIn(late, 1))?.id).toBe(bea)
  const tooLate = people.invite(bea, 2)
  clock.at += 2 * hour + 1
  expect(() => people.signIn(tooLate, 1)).toThrow('signed_out')
  expect(() => people.invite('nobody', 1)).toThrow('not_found')
  for (const wrong of ['', 'x', `${link}x`, link.toUpperCase()]) expect(() => people.signIn(wrong, 1)).toThrow('signed_out')
  const stored = JSON.stringify(['invitation', 'session'].map(table => database.raw.prepare(`select * from ${table}`).all()))
  expect(stored).not.toContain(people.invite(bea, 1))
})

it('[L7] the stored digest of a link or a session signs nobody in', () => {
  const { people, bea, database, enter } = office()
  people.invite(bea, 1)
  enter(bea)
  const [link, session] = ['invitation', 'session'].map(table => (database.raw.prepare(`select hash from ${table}`).get() as { hash: string }).hash)
  expect(() => people.signIn(link!, 1)).toThrow('signed_out')
  expect(people.actor(session)).toBeNull()
})

it('[AC2] a session is its person\'s until it ends, and nobody\'s afterwards', () => {
  const { clock, people, bea, enter } = office()
  const token = enter(bea, 3)
  expect(people.session(token)).toEqual({ actor: { id: bea, role: 'inspector' }, endsAt: clock.at + 3 * hour })
  clock.at += 3 * hour - 1
  expect(people.actor(token)?.id).toBe(bea)
  clock.at += 1
  expect([people.session(token), people.actor(token), people.actor(undefined), people.actor('')]).toEqual([null, null, null, null])
})

it('[AC3] a device has one session: signing in again ends the earlier one, and sessions on other devices stay', () => {
  const { people, bea, joining, enter } = office()
  const [phone, laptop] = [enter(bea), enter(bea)]
  const again = people.signIn(people.invite(bea, 1), 1, { former: phone })
  expect([phone, laptop, again].map(token => people.actor(token)?.id)).toEqual([undefined, bea, bea])
  const other = people.signIn(people.invite('a', 1), 1, { former: again })
  expect([again, laptop, other].map(token => people.actor(token)?.id)).toEqual([undefined, bea, 'a'])
  const joined = joining.join(joining.open(admin, 1, 1).token, newcomer, 1, { former: other })
  expect(people.actor(other)).toBeNull()
  // An invalid link ends no session.
  expect(() => people.signIn('x', 1, { former: joined })).toThrow('signed_out')
  expect(people.actor(joined)).toMatchObject({ approved: false })
})

it('[AC3] signing out ends that session and no other', () => {
  const { people, bea, enter } = office()
  const [one, two, other] = [enter(bea), enter(bea), enter('a')]
  people.signOut(one)
  people.signOut('x')
  expect([one, two, other].map(token => people.actor(token)?.id)).toEqual([undefined, bea, 'a'])
})

it('[L4] a disabled person has no session, link or calendar left, and others keep theirs', () => {
  const { people, bea, calendars, enter, database } = office()
  const [mine, others] = [enter(bea), enter('a')]
  const [link, othersLink] = [people.invite(bea, 1), people.invite('a', 1)]
  const [calendar, othersCalendar] = [calendars.make(bea), calendars.make('a')]
  people.disable('a', bea)
  expect([people.actor(mine), people.actor(others)?.id]).toEqual([null, 'a'])
  expect([calendars.personOf(calendar), calendars.personOf(othersCalendar)]).toEqual([null, 'a'])
  expect(() => people.signIn(link, 1)).toThrow('signed_out')
  expect(people.actor(people.signIn(othersLink, 1))?.id).toBe('a')
  // Enabling the person again brings nothing back.
  people.enable('a', bea)
  expect([people.actor(mine), calendars.personOf(calendar), calendars.since(bea)]).toEqual([null, null, null])
  expect(() => people.signIn(link, 1)).toThrow('signed_out')
  // A link or session that a restored backup or a race left behind must not sign a disabled person in.
  const [left, leftLink, leftCalendar] = [enter(bea), people.invite(bea, 1), calendars.make(bea)]
  database.raw.prepare('update account set disabledAt = 1 where id = ?').run(bea)
  expect([people.actor(left), people.session(left), calendars.personOf(leftCalendar)]).toEqual([null, null, null])
  expect(() => people.signIn(leftLink, 1)).toThrow('signed_out')
  // Trying does not use it up.
  database.raw.prepare('update account set disabledAt = null where id = ?').run(bea)
  expect(people.actor(people.signIn(leftLink, 1))?.id).toBe(bea)
})

it('[L4] the last administrator who is not disabled stays', () => {
  const { people } = office()
  people.add({ id: 'b', role: 'admin', name: 'B' })
  people.disable('a', 'b')
  expect(() => people.disable('a', 'a')).toThrow('last_admin')
  expect(() => people.disable('a', 'nobody')).toThrow('not_found')
  expect(() => people.change('a', 'a', { role: 'viewer' })).toThrow('last_admin')
  people.change('a', 'a', { role: 'admin', phone: '13800001111' })
  people.enable('a', 'b')
  people.disable('b', 'a')
  expect(people.list().map(({ id, disabled }) => [id, disabled])).toEqual([['a', true], ['bea', false], ['b', false]])
})

it('[SU3] a calendar address belongs to one person, until a new one is made', () => {
  const { calendars, bea, database } = office()
  const first = calendars.make(bea)
  expect(calendars.personOf(first)).toBe(bea)
  const second = calendars.make(bea)
  expect([calendars.personOf(first), calendars.personOf(second), calendars.personOf('x')]).toEqual([null, bea, null])
  calendars.make('a')
  calendars.end('a')
  expect([calendars.personOf(second), calendars.since('a')]).toEqual([bea, null])
  const { hash } = database.raw.prepare('select hash from calendar').get() as { hash: string }
  expect([hash === second, calendars.personOf(hash)]).toEqual([false, null])
})

type Office = ReturnType<typeof office>
interface Done { readonly by: string, readonly act: string, readonly people: readonly string[] }

/** Every act on an account: what is done, the lines that record it, and whether it was done. */
const acts: Record<string, (desk: Office) => { run: () => unknown, told: (made: unknown) => readonly Done[], done: () => unknown }> = {
  'adding somebody': ({ people }) => ({ run: () => people.add({ role: 'viewer', name: 'V' }, 'a'), told: made => [{ by: 'a', act: 'add', people: [made as string] }], done: () => people.list().some(one => one.role === 'viewer') }),
  'a new link': ({ people, bea, database }) => ({ run: () => people.invite(bea, 1, 'a'), told: () => [{ by: 'a', act: 'link', people: [bea] }], done: () => rows(database, 'invitation') }),
  'changing somebody': ({ people, bea }) => ({ run: () => people.change('a', bea, { role: 'viewer', phone: '1' }), told: () => [{ by: 'a', act: 'change', people: [bea] }], done: () => people.about(bea).phone === '1' || people.list().some(one => one.role === 'viewer') }),
  'disabling': ({ people, bea }) => ({ run: () => people.disable('a', bea), told: () => [{ by: 'a', act: 'disable', people: [bea] }], done: () => people.list().some(one => one.disabled) }),
  'enabling': ({ people, bea }) => {
    people.disable('a', bea)
    return { run: () => people.enable('a', bea), told: () => [{ by: 'a', act: 'enable', people: [bea] }], done: () => people.list().every(one => !one.disabled) }
  },
  'the list of every name': ({ people }) => ({ run: () => people.register(admin), told: () => [{ by: 'a', act: 'list', people: [] }], done: () => false }),
  'signing in': ({ people, bea, database }) => {
    const link = people.invite(bea, 1)
    return { run: () => people.signIn(link, 1), told: () => [{ by: bea, act: 'sign_in', people: [bea] }], done: () => rows(database, 'session') || !rows(database, 'invitation') }
  },
  'signing out': ({ people, bea, database, enter }) => {
    const token = enter(bea)
    return { run: () => people.signOut(token), told: () => [{ by: bea, act: 'sign_out', people: [bea] }], done: () => !rows(database, 'session') }
  },
  'signing in on a device that somebody else used': ({ people, bea, enter }) => {
    const [former, link] = [enter('a'), people.invite(bea, 1)]
    return { run: () => people.signIn(link, 1, { former }), told: () => [{ by: 'a', act: 'sign_out', people: ['a'] }, { by: bea, act: 'sign_in', people: [bea] }], done: () => !people.actor(former) }
  },
  'a sign-up link': ({ joining, database }) => ({ run: () => joining.open(admin, 1, 1), told: made => [{ by: 'a', act: 'open_sign_up', people: [`sign_up/${(made as { id: string }).id}`] }], done: () => rows(database, 'opening') }),
  'revoking a sign-up link': ({ joining, database }) => {
    const { id } = joining.open(admin, 1, 1)
    return { run: () => joining.revoke(admin, id), told: () => [{ by: 'a', act: 'close_sign_up', people: [`sign_up/${id}`] }], done: () => !rows(database, 'opening') }
  },
  'signing up': ({ people, joining }) => {
    const { id, token } = joining.open(admin, 1, 1)
    const me = () => people.list().find(one => one.role === 'volunteer')?.id ?? ''
    return {
      run: () => joining.join(token, newcomer, 1),
      told: () => [{ by: me(), act: 'add', people: [me()] }, { by: me(), act: 'join', people: [`sign_up/${id}`] }, { by: me(), act: 'link', people: [me()] }, { by: me(), act: 'sign_in', people: [me()] }],
      done: () => me() || joining.list(admin)[0]?.left === 0,
    }
  },
  'approving': ({ people, newcomers }) => {
    people.add({ id: 'vol', role: 'volunteer', name: 'V', approved: false })
    return { run: () => newcomers.approve(admin, 'vol', []), told: () => [{ by: 'a', act: 'approve', people: ['vol'] }], done: () => newcomers.count(admin) === 0 }
  },
  'declining': ({ people, newcomers }) => {
    people.add({ id: 'vol', role: 'volunteer', name: 'V', approved: false })
    return { run: () => newcomers.decline(admin, 'vol'), told: () => [{ by: 'a', act: 'disable', people: ['vol'] }], done: () => people.list().find(one => one.id === 'vol')?.disabled }
  },
  'a roster': ({ people, newcomers }) => {
    const me = () => people.list().find(one => one.role === 'volunteer')?.id ?? ''
    return { run: () => newcomers.enrol(admin, [{ ...newcomer, role: 'volunteer' }], 1), told: () => [{ by: 'a', act: 'add', people: [me()] }, { by: 'a', act: 'link', people: [me()] }], done: me }
  },
}
const rows = (database: Desk['database'], table: string) => (database.raw.prepare(`select count(*) n from ${table}`).get() as { n: number }).n
const read = (database: Desk['database'], after: number) =>
  database.raw.prepare('select reader, act, people, at from reading where id > ? order by id').all(after).map((row) => {
    const { reader, act, people, at } = row as { reader: string, act: string, people: string, at: number }
    return { by: reader, act, people: JSON.parse(people) as string[], at }
  })

it.each(Object.keys(acts))('[AC5] %s is written down: who did it, when, and for whom', (name) => {
  const desk = office()
  const { run, told } = acts[name]!(desk)
  const before = rows(desk.database, 'reading')
  desk.clock.at += 1
  const made = run()
  expect(read(desk.database, before)).toEqual(told(made).map(line => ({ ...line, at: desk.clock.at })))
})

it.each(Object.keys(acts))('[AC5] [AU7] %s that cannot be written down does not happen', (name) => {
  const desk = office()
  const { run, done } = acts[name]!(desk)
  const before = rows(desk.database, 'reading')
  desk.database.raw.exec('create trigger full after insert on reading begin select raise(abort, \'no room\'); end')
  expect(run).toThrow('no room')
  expect([Boolean(done()), rows(desk.database, 'reading')]).toEqual([false, before])
})

it('[AC5] over HTTP each act is recorded for the administrator who asked, and a refusal leaves no line', async () => {
  const board = await runningBoard()
  const [boss, vic] = [board.person({ role: 'admin' }), board.person({ role: 'viewer' })]
  const database = openDatabase(path.join(board.data, 'board.db'))
  onTestFinished(() => void database.close())
  const before = rows(database, 'reading')
  const send = (who: typeof boss, at: string, body?: object) => who.fetch(`/api/people${at}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const asAll = async (who: typeof boss) => {
    await who.fetch('/api/people')
    const { id = vic.actor.id } = await (await send(who, '', { name: 'x', role: 'viewer' })).json() as { id?: string }
    for (const act of ['link', 'disable', 'enable']) await send(who, `/${id}/${act}`)
    return id
  }
  await asAll(vic)
  expect(rows(database, 'reading')).toBe(before)
  const id = await asAll(boss)
  expect(read(database, before).map(({ by, act, people }) => [by, act, ...people])).toEqual([['list'], ['add', id], ['link', id], ['link', id], ['disable', id], ['enable', id]].map(line => [boss.actor.id, ...line]))
  expect(board.bugs).toEqual([])
})

it('[AC9] over HTTP a changed person has the area of their new role only, their open line ends so that it comes back as that role, and the register says who has signed in', async () => {
  const board = await runningBoard()
  const [boss, vic] = [board.person({ role: 'admin' }), board.person({ role: 'officer', township: 'north' })]
  const send = (at: string, body: object) => boss.fetch(`/api/people${at}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const line = await board.line(vic.cookie)
  const ended = new Promise(done => line.on('disconnect', done))
  expect((await send(`/${vic.actor.id}`, { role: 'unit' })).status).toBe(400)
  expect((await send(`/${vic.actor.id}`, { role: 'inspector', team: 4, phone: '13800002222' })).status).toBe(204)
  await ended
  const never = (await (await send('', { name: 'N', role: 'viewer' })).json() as { id: string }).id
  await board.authority.submit({ id: 'add-place', name: 'addPlace', args: { ...calls.addPlace, place: 'hall' } }, boss.actor)
  const contact = (await (await send('', { name: 'C', role: 'contact', place: 'hall', township: 'north' })).json() as { id: string }).id
  const all = await (await boss.fetch('/api/people')).json() as { id: string, signedIn: number | null, township?: string, role: string, place?: string }[]
  const one = all.find(({ id }) => id === vic.actor.id)
  expect(one).toMatchObject({ role: 'inspector', team: 4, phone: '13800002222', signedIn: expect.any(Number) })
  expect([one?.township, all.find(({ id }) => id === never)?.signedIn]).toEqual([undefined, null])
  expect(all.find(({ id }) => id === contact)).toMatchObject({ role: 'contact', place: 'hall' })
  expect(all.find(({ id }) => id === contact)).not.toHaveProperty('township')
  expect((await send('/nobody', { name: 'x' })).status).toBe(404)
  expect((await send('/roster', { rows: [{ name: 'x', phone: '1', role: 'unit', unit: 'nothing' }] })).status).toBe(400)
  expect(board.bugs).toEqual([])
})
