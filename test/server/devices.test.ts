import type { DeviceLists, SessionPage } from '../../shared/core/devices.ts'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { deviceName } from '../../server/people/device-name.ts'
import { phoneCodeLasts } from '../../server/people/phone-codes.ts'
import { runningBoard } from '../support/running-board.ts'

const json = { 'content-type': 'application/json' }
const cleared = { work: 3, photos: 2, drafts: 1 }

/** A board with two people at desks and an administrator, and what their devices ask. */
async function desk() {
  const clock = { ahead: 0 }
  const board = await runningBoard({ now: () => Date.now() + clock.ahead })
  const [ann, bob, admin] = (['coordinator', 'inspector', 'admin'] as const).map(role => board.person({ role }))
  type Person = NonNullable<typeof ann>
  const post = (cookie: string, path: string, body?: object, agent = 'x') => fetch(`${board.origin()}/api${path}`, { method: 'POST', body: JSON.stringify(body), headers: { ...json, cookie, 'origin': board.origin(), 'user-agent': agent } })
  const list = async (by: Person, of: Person = by) => {
    const answer = await by.fetch(`/api/devices/of/${of.actor.id}`)
    return answer.ok ? await answer.json() as DeviceLists : answer.status
  }
  const lists = async (by: Person, of: Person = by) => await list(by, of) as DeviceLists
  const code = async (by: Person) => (await (await post(by.cookie, '/devices/code')).json() as { secret: string }).secret
  /** Signs in on a new phone; its cookie, or the code of the refusal. */
  async function phone(token: string, agent = 'Mozilla/5.0 (Linux; Android 10; K) Chrome/120 Mobile Safari/537.36') {
    const answer = await post('', '/session', { token }, agent)
    return answer.ok ? answer.headers.getSetCookie()[0]!.split(';')[0]! : (await answer.json() as { code: string }).code
  }
  const who = async (cookie: string) => await (await fetch(`${board.origin()}/api/session`, { headers: { cookie } })).json() as { id?: string, code?: string, detail?: string }
  return { board, clock, ann: ann!, bob: bob!, admin: admin!, post, list, lists, code, phone, who }
}

it('[AC10] a code shown at a desk signs its own person in on one phone, once, for two minutes, and only while they stay signed in there', async () => {
  const { board, clock, ann, post, code, phone, who } = await desk()
  const secret = await code(ann)
  const cookie = await phone(secret)
  expect((await who(cookie)).id).toBe(ann.actor.id)
  expect((await who(ann.cookie)).id).toBe(ann.actor.id)
  expect(await phone(secret)).toBe('signed_out')
  const replaced = await code(ann)
  const last = await code(ann)
  expect(await phone(replaced)).toBe('signed_out')
  clock.ahead += phoneCodeLasts
  expect(await phone(last)).toBe('signed_out')
  const another = await code(ann)
  // It is no proof that a link of one's own was used.
  expect((await post(ann.cookie, '/session/confirm', { token: another })).status).toBe(404)
  expect([board.accounts.confirmed(ann.cookie.slice(7), 5), board.accounts.confirmed(cookie.slice(7), 5)]).toEqual([true, false])
  await ann.fetch('/api/session', { method: 'DELETE' })
  expect(await phone(another)).toBe('signed_out')
  expect((await post('', '/devices/code')).status).toBe(401)
})

it('[AC10] a session from a code ends with that of the desk, also along a chain of phones that each show the next code', async () => {
  const { clock, ann, lists, post, phone, who } = await desk()
  const secretOf = async (cookie: string) => (await (await post(cookie, '/devices/code')).json() as { secret: string }).secret
  const first = await phone(await secretOf(ann.cookie))
  clock.ahead += 30 * 60_000
  const second = await phone(await secretOf(first))
  const { signedIn } = await lists(ann)
  expect(signedIn).toHaveLength(3)
  expect(new Set(signedIn.map(({ endsAt }) => endsAt)).size).toBe(1)
  clock.ahead += 30 * 60_000
  expect([(await who(first)).code, (await who(second)).code]).toEqual(['signed_out', 'signed_out'])
})

it('[AC12] a lost device gets no new session before it has cleared itself: not by signing up, nor as a wall screen, nor by a link, which stays good', async () => {
  const { board, ann, admin, post, lists, code, phone, who } = await desk()
  const lost = await phone(await code(ann))
  await post(ann.cookie, `/devices/of/${ann.actor.id}/${(await lists(ann)).signedIn.find(({ mine }) => !mine)!.id}/end`, { wipe: true })
  const said = async (path: string, body: object) => {
    const answer = await post(lost, path, body)
    return [answer.status, answer.headers.getSetCookie(), answer.ok || await answer.json()]
  }
  const sheet = await (await post(admin.cookie, '/volunteers/links', { uses: 1, hours: 1 })).json() as { token: string }
  const joining = { token: sheet.token, name: 'x', phone: '13800000000', township: 'north', skills: [], declared: [], consent: true }
  const wall = await (await post(lost, '/screens/pairing')).json() as { code: string, secret: string }
  expect((await post(admin.cookie, '/screens', { code: wall.code, name: 'w', incident: 'first', turns: [{ view: 'map', seconds: 20 }] })).status).toBe(201)
  const token = board.accounts.invite(ann.actor.id, 1)
  const ways = [['/volunteers/join', joining], ['/screens/pairing/session', { secret: wall.secret }], ['/session', { token }]] as const
  for (const [path, body] of ways) expect(await said(path, body), path).toEqual([401, [], { ok: false, code: 'signed_out', detail: 'wipe' }])
  expect((await post(lost, '/devices/wiped', cleared)).status).toBe(200)
  for (const [path, body] of ways) expect((await post(lost, path, body)).status, path).toBeLessThan(300)
  expect((await who(lost)).code).toBe('signed_out')
})

it('[AC11] a person sees their own devices with the last contact, an administrator everybody\'s, and nobody else does', async () => {
  const { board, clock, ann, bob, admin, list, lists, code, phone, who } = await desk()
  const cookie = await phone(await code(ann))
  clock.ahead += 600_000
  const line = await board.line(ann.cookie)
  const rows = async () => (await lists(ann)).signedIn.map(({ name, mine, connected, seenAt, signedInAt }) => ({ name, mine, connected, age: Math.round((seenAt! - signedInAt) / 60_000) }))
  expect(await rows()).toEqual([{ name: 'Chrome · Android', mine: false, connected: false, age: 0 }, { name: '', mine: true, connected: true, age: 10 }])
  await who(cookie)
  line.disconnect()
  expect((await rows())[0]).toMatchObject({ age: 10 })
  expect([await list(bob, ann), (await lists(admin, ann)).signedIn.length, await list(admin, { ...bob, actor: { ...bob.actor, id: 'nobody' } })]).toEqual([404, 2, 404])
  // Over a restart too, although a contact is not written for each request.
  const port = board.port()
  await board.stop()
  await board.again(port)
  expect((await rows())[0]).toMatchObject({ age: 10 })
  expect(JSON.stringify(await lists(ann))).not.toContain(cookie.slice(7))
})

it('[AC12] a device that is ended from elsewhere is cut at once; a lost one is told to clear itself until it says that it did', async () => {
  const { board, ann, bob, admin, post, lists, code, phone, who } = await desk()
  const [lost, other] = [await phone(await code(ann)), await phone(await code(ann))]
  const cut: string[] = []
  const line = await board.line(lost, {}, event => void cut.push(event))
  const rows = (await lists(ann)).signedIn
  const end = (by: typeof ann, id: string, wipe: boolean) => post(by.cookie, `/devices/of/${ann.actor.id}/${id}/end`, { wipe }).then(({ status }) => status)
  expect(await end(bob, rows[1]!.id, true)).toBe(404)
  expect(await end(admin, rows[1]!.id, true)).toBe(204)
  await expect.poll(() => [line.connected, cut.includes('signedOut')]).toEqual([false, true])
  expect([await end(ann, rows[0]!.id, false), await end(ann, rows[0]!.id, false)]).toEqual([204, 404])

  expect([await who(lost), await who(other)]).toMatchObject([{ code: 'signed_out', detail: 'wipe' }, { code: 'signed_out' }])
  expect((await who(other)).detail).toBeUndefined()
  const asks = async (cookie: string) => (await (await fetch(`${board.origin()}/api/devices/wipe`, { headers: { cookie } })).json() as { person: string | null }).person
  expect([await asks(lost), await asks(lost), await asks(other), await asks(ann.cookie), await asks('')]).toEqual([ann.actor.id, ann.actor.id, null, null, null])
  expect((await lists(ann)).lost).toMatchObject([{ name: 'Chrome · Android', wipedAt: null, left: null }])
  const done = await post(lost, '/devices/wiped', cleared)
  expect([done.status, done.headers.get('clear-site-data'), await asks(lost)]).toEqual([200, '"cache"', null])
  expect((await post(lost, '/devices/wiped', cleared)).status).toBe(404)
  expect((await lists(admin, ann)).lost).toMatchObject([{ wipedAt: expect.any(Number), left: cleared }])
  expect((await lists(ann)).signedIn).toHaveLength(1)
})

it('[AC11] a device is called by browser and system from a fixed list, whatever its own text says', () => {
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1')).toBe('Safari · iPhone')
  expect(deviceName('Mozilla/5.0 (Linux; Android 12; HarmonyOS) Chrome/99 HuaweiBrowser/14 Mobile Safari/537.36')).toBe('Huawei · HarmonyOS')
  expect(deviceName('Mozilla/5.0 (Linux; Android 13) Chrome/116 MicroMessenger/8.0')).toBe('微信 · Android')
  expect([deviceName('<script>alert(1)</script>'), deviceName('Chrome <b>'), deviceName(undefined)]).toEqual(['', 'Chrome', ''])
})

it('[F90] [AC17] an administrator lists everybody’s devices, a hundred at a time: whose, how and since when; that is recorded, one can be ended there, and nobody else lists them', async () => {
  const { board, ann, bob, admin, post, code, phone, who } = await desk()
  const cookie = await phone(await code(ann))
  const all = async (before?: number | null) => await (await admin.fetch(`/api/devices/all${before ? `?before=${before}` : ''}`)).json() as SessionPage
  for (const other of [ann, bob]) expect((await other.fetch('/api/devices/all')).status).toBe(403)
  const { sessions, next } = await all()
  expect(next).toBeNull()
  expect(sessions.map(({ person, role, way, mine, name }) => [person, role, way, mine, name])).toEqual([
    [ann.actor.id, 'coordinator', 'code', false, 'Chrome · Android'],
    [admin.actor.id, 'admin', 'link', true, ''],
    [bob.actor.id, 'inspector', 'link', false, ''],
    [ann.actor.id, 'coordinator', 'link', false, ''],
  ])
  expect(sessions[0]!.called).toBe('the coordinator')
  const read = await (await admin.fetch('/api/i/first/audit', { method: 'POST', headers: json, body: JSON.stringify({ wanted: { act: { log: 'accounts', name: 'read' } } }) })).json() as { entries: unknown[] }
  expect(read.entries[0]).toMatchObject({ who: admin.actor.id, about: [ann, admin, bob].map(one => `person/${one.actor.id}`) })
  expect((await post(admin.cookie, `/devices/of/${ann.actor.id}/${sessions[0]!.id}/end`, { wipe: false })).status).toBe(204)
  expect((await who(cookie)).code).toBe('signed_out')
  expect((await all()).sessions).toHaveLength(3)

  const raw = new SQLite(path.join(board.data, 'board.db'))
  raw.prepare(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 100) insert into session (hash, account, createdAt, expiresAt) select 'h' || i, ?, ?, ? from n`).run(bob.actor.id, Date.now(), Date.now() + 3_600_000)
  raw.close()
  const first = await all()
  const second = await all(first.next)
  expect([first.sessions.length, second.sessions.length, second.next]).toEqual([100, 3, null])
  expect(new Set([...first.sessions, ...second.sessions].map(({ id }) => id)).size).toBe(103)
  expect((await admin.fetch('/api/devices/all?before=x')).status).toBe(400)
})

it('[AC14] [AC17] a session that was not used for too long is not listed as signed in', async () => {
  const clock = { ahead: 0 }
  const board = await runningBoard({ now: () => Date.now() + clock.ahead, settings: { IDLE_HOURS: '1' } })
  const ann = board.person({ role: 'coordinator' })
  board.accounts.signIn(board.accounts.invite(ann.actor.id, 24), 24)
  clock.ahead = 2 * 3_600_000
  const admin = board.person({ role: 'admin' })
  expect((await (await admin.fetch('/api/devices/all')).json() as SessionPage).sessions.map(({ person }) => person)).toEqual([admin.actor.id])
})
