import type { FactorState } from '../../shared/people/second-factor.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { URI } from 'otpauth'
import { expect, it } from 'vitest'
import { factorTries } from '../../server/http/factor.ts'
import { passkeyHome } from '../../server/people/passkeys.ts'
import { roles } from '../../shared/core/actor.ts'
import { mustHaveFactor } from '../../shared/people/second-factor.ts'
import { hour, noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

const day = 24 * hour
const body = (value: unknown, method = 'POST'): RequestInit => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
type Fetch = (path: string, more?: RequestInit) => Promise<Response>
const codeOf = async (answer: Response) => answer.ok ? answer.status : (await answer.json() as { code: string }).code

/** A board with an administrator and a coordinator, a clock, and what a person does with their second factor. */
async function world() {
  const clock = { now: noon }
  const board = await runningBoard({ now: () => clock.now })
  const [admin, ann] = [board.person({ role: 'admin' }), board.person({ role: 'coordinator' })]
  /** As a browser does, a cookie that the server renewed replaces the former; `exactly` sends that one all the same. */
  const renewed = new Map<string, string>()
  const as = (cookie: string, exactly = false): Fetch => async (path, more = {}) => {
    const answer = await fetch(`${board.origin()}/api${path}`, { ...more, headers: { cookie: exactly ? cookie : renewed.get(cookie) ?? cookie, origin: board.origin(), ...more.headers } })
    const [fresh] = answer.headers.getSetCookie()
    if (cookie && fresh) renewed.set(cookie, fresh.split(';')[0]!)
    return answer
  }
  /** Signs in by a new link: the answer and the cookie. */
  async function enter(person: string) {
    const answer = await as('')('/session', body({ token: board.accounts.invite(person, 1) }))
    return { owes: answer.status === 200 ? (await answer.json() as { owes: string }).owes : null, cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! }
  }
  async function addApp(fetch: Fetch) {
    const { address, secret } = await (await fetch('/session/factor/app', body({}))).json() as { address: string, secret: string }
    const app = URI.parse(address) as { generate: (at: { timestamp: number }) => string }
    const code = (steps = 0) => app.generate({ timestamp: clock.now + steps * 30_000 })
    const answer = await fetch('/session/factor/app/confirm', body({ code: code() }))
    return { code, secret, answer, recovery: (await answer.json() as { recovery: string[] }).recovery }
  }
  const give = (cookie: string, code: string) => as(cookie)('/session/factor', body({ code }))
  const state = async (cookie: string) => await (await as(cookie)('/session/factor')).json() as FactorState
  return { board, clock, admin, ann, as, enter, addApp, give, state }
}

it('[F91] [SF1] who must have a second factor follows from what the role may read', () => {
  const area = { township: 'north', grid: 'g1' }
  expect(roles.filter(role => mustHaveFactor({ id: 'x', role, ...area }))).toEqual(['coordinator', 'officer', 'admin', 'gridWorker', 'auditor'])
  expect(mustHaveFactor({ id: 'x', role: 'system' })).toBe(false)
})

it('[F91] [SF2] a link alone opens nothing for somebody with a second factor: the session that owes it gets another token by a code, and the former is dead', async () => {
  const { board, clock, ann, as, enter, addApp, give, state } = await world()
  const { code } = await addApp(as(ann.cookie))
  clock.now += hour
  const { owes, cookie } = await enter(ann.actor.id)
  expect(owes).toBe('factor')
  for (const path of ['/session', '/incidents', '/i/first/board', '/names?ids=a', '/devices/of/x']) expect((await as(cookie)(path)).status, path).toBe(401)
  expect(await (await as(cookie)('/session')).json()).toMatchObject({ code: 'signed_out', detail: 'factor' })
  await expect(board.line(cookie)).rejects.toThrow()
  // A thief with the link cannot add a factor of their own.
  expect([await codeOf(await as(cookie)('/session/factor/app', body({}))), await codeOf(await as(cookie)('/session/factor/recovery', body({})))]).toEqual(['signed_out', 'sign_in_again'])
  expect(await state(cookie)).toMatchObject({ owes: 'factor', app: true, recoveryLeft: 10 })

  expect(await codeOf(await give(cookie, '000000'))).toBe('not_found')
  const right = await give(cookie, code())
  expect(right.status).toBe(204)
  const fresh = right.headers.getSetCookie()[0]!.split(';')[0]!
  expect([fresh === cookie, (await as(cookie, true)('/session')).status, (await as(fresh)('/session')).status]).toEqual([false, 401, 200])
  expect(board.bugs).toEqual([])
})

it('[F91] [SF3] a code fits one step early or late, works once, and no earlier one works after it; recovery codes work once, however they are typed', async () => {
  const { clock, ann, as, enter, addApp, give } = await world()
  const { code, recovery } = await addApp(as(ann.cookie))
  expect(new Set(recovery).size).toBe(10)
  const next = async () => (await enter(ann.actor.id)).cookie
  // The code that put the app into use was its first.
  expect(await codeOf(await give(await next(), code()))).toBe('not_found')
  expect(await codeOf(await give(await next(), code(1)))).toBe(204)
  expect(await codeOf(await give(await next(), code(1)))).toBe('not_found')
  expect(await codeOf(await give(await next(), code(-1)))).toBe('not_found')
  clock.now += 10 * 60_000
  expect(await codeOf(await give(await next(), code(-2)))).toBe('not_found')
  expect(await codeOf(await give(await next(), code(-1)))).toBe(204)
  expect(await codeOf(await give(await next(), code(2)))).toBe('not_found')
  expect(await codeOf(await give(await next(), recovery[0]!.toLowerCase().replaceAll('-', ' ')))).toBe(204)
  expect(await codeOf(await give(await next(), recovery[0]!))).toBe('not_found')
})

it('[F91] [SF3] secrets are sealed and recovery codes hashed: the database has neither', async () => {
  const { board, ann, as, addApp } = await world()
  const { recovery, secret } = await addApp(as(ann.cookie))
  const written = fs.readdirSync(board.data).filter(name => name.startsWith('board.db')).map(name => fs.readFileSync(path.join(board.data, name), 'latin1')).join()
  expect(written).toContain(ann.actor.id)
  for (const one of [secret, ...recovery]) expect([written.includes(one), written.includes(one.replaceAll('-', ''))]).toEqual([false, false])
})

it('[F91] [SF4] after five wrong codes in a quarter of an hour a right one is refused too, from every address, and others are not held up', async () => {
  const { clock, admin, ann, as, enter, addApp, give } = await world()
  const [mine, hers] = [await addApp(as(ann.cookie)), await addApp(as(admin.cookie))]
  clock.now += hour
  const sessions = [await enter(ann.actor.id), await enter(ann.actor.id)]
  const wrong = await Promise.all(Array.from({ length: factorTries.codes + 3 }, (_, i) => give(sessions[i % 2]!.cookie, '000000')))
  expect(wrong.filter(({ status }) => status === 404)).toHaveLength(factorTries.codes)
  expect(await codeOf(await give(sessions[0]!.cookie, mine.code()))).toBe('slow_down')
  expect(await codeOf(await give(sessions[1]!.cookie, mine.recovery[0]!))).toBe('slow_down')
  expect(await codeOf(await give((await enter(admin.actor.id)).cookie, hers.code()))).toBe(204)
})

it('[F91] [SF5] nobody is locked out on the day it is required: each has their days, their sessions end with them, and then a link lets them set one up and do nothing else', async () => {
  const { board, clock, admin, ann, as, enter, addApp } = await world()
  const volunteer = board.person({ role: 'volunteer' })
  expect((await as(admin.cookie)('/second-factor', body({ days: 3 }))).status).toBe(204)
  for (const one of [admin, ann, volunteer]) expect((await as(one.cookie)('/session')).status).toBe(200)
  expect(await (await as(ann.cookie)('/session')).json()).toMatchObject({ factorDue: noon + 3 * day })
  expect(await (await as(volunteer.cookie)('/session')).json()).not.toHaveProperty('factorDue')
  expect(await (await as(admin.cookie)('/second-factor')).json()).toMatchObject({ days: 3, without: 3 })
  // Somebody who comes later has days of their own.
  clock.now += 2 * day
  const late = board.accounts.add({ name: 'late', role: 'officer', township: 'north' })
  const { owes, cookie: hers } = await enter(late)
  expect([owes, await (await as(hers)('/session')).json()]).toEqual([null, expect.objectContaining({ factorDue: noon + 5 * day })])

  clock.now += day
  const { owes: mine, cookie } = await enter(ann.actor.id)
  expect([mine, (await as(cookie)('/i/first/board')).status, await codeOf(await as(cookie)('/session/factor', body({ code: '000000' })))]).toEqual(['enrol', 401, 'not_found'])
  const { answer } = await addApp(as(cookie))
  const fresh = answer.headers.getSetCookie()[0]!.split(';')[0]!
  expect([(await as(fresh)('/i/first/board')).status, (await as(cookie, true)('/i/first/board')).status]).toEqual([200, 401])
  expect((await enter(volunteer.actor.id)).owes).toBe(null)
})

it('[F91] [SF6] an administrator resets a colleague’s factor with a reason, which is recorded; their sessions end, and a link alone works again', async () => {
  const { board, clock, admin, ann, as, enter, addApp } = await world()
  await addApp(as(ann.cookie))
  const reset = (by: string, reason: string) => as(by)(`/second-factor/of/${ann.actor.id}/reset`, body({ reason }))
  expect([await codeOf(await reset(ann.cookie, 'lost phone')), await codeOf(await reset(admin.cookie, ''))]).toEqual(['forbidden', 'invalid'])
  clock.now += hour / 2
  expect(await codeOf(await reset(admin.cookie, 'lost phone'))).toBe('sign_in_again')
  const { cookie } = await enter(admin.actor.id)
  expect((await reset(cookie, 'lost phone')).status).toBe(204)
  expect((await as(ann.cookie)('/session')).status).toBe(401)
  expect((await enter(ann.actor.id)).owes).toBe(null)
  const raw = new SQLite(path.join(board.data, 'board.db'), { readonly: true })
  expect(raw.prepare('select reader, people from reading where act = \'reset_factor\'').all()).toEqual([{ reader: admin.actor.id, people: JSON.stringify([ann.actor.id, 'why/lost phone']) }])
  raw.close()
})

it('[F91] [SF7] what gives rights away asks for a proof of the last ten minutes: a link, or the second factor for who has one, and a link they made for themselves is none', async () => {
  const { board, clock, admin, as, enter, addApp, give } = await world()
  const token = { name: 'x', role: 'viewer', townships: [], unit: null, commands: [], endsAt: noon + 30 * day }
  const grants = (cookie: string) => Promise.all([
    as(cookie)('/tokens', body({ ...token, name: String(Math.random()) })),
    as(cookie)('/people', body({ name: 'n', role: 'admin' })),
    as(cookie)('/people/roster', body({ rows: [{ name: 'r', phone: '13900000007', role: 'admin' }] })),
    as(cookie)(`/people/${admin.actor.id}/link`, body({})),
    as(cookie)(`/people/${admin.actor.id}/enable`, body({})),
    as(cookie)('/second-factor', body({ days: null })),
    as(cookie)('/i/first/care/rights', body({ person: admin.actor.id, right: 'names', granted: true })),
  ].map(async one => await codeOf(await one) === 'sign_in_again'))
  const all = (asked: boolean) => Array.from({ length: 7 }, () => asked)
  expect(await grants(admin.cookie)).toEqual(all(false))
  clock.now += hour / 2
  expect(await grants(admin.cookie)).toEqual(all(true))
  const { cookie } = await enter(admin.actor.id)
  const { code } = await addApp(as(cookie))
  const { token: own } = await (await as(cookie)(`/people/${admin.actor.id}/link`, body({}))).json() as { token: string }
  clock.now += hour / 2
  expect(await grants(cookie)).toEqual(all(true))
  expect(await codeOf(await as(cookie)('/session/confirm', body({ token: own })))).toBe('sign_in_again')
  expect(await grants(cookie)).toEqual(all(true))
  expect((await give(cookie, code())).status).toBe(204)
  expect(await grants(cookie)).toEqual(all(false))
  expect(board.bugs).toEqual([])
})

it('[F91] [SF8] passkeys work where browsers make them: at a name with https, or at localhost', () => {
  expect(passkeyHome('https://board.example')).toEqual({ origin: 'https://board.example', name: 'board.example' })
  expect(passkeyHome('http://localhost:8506')).toEqual({ origin: 'http://localhost:8506', name: 'localhost' })
  expect([passkeyHome(undefined), passkeyHome('http://board.example'), passkeyHome('https://10.0.0.1'), passkeyHome('https://[::1]:8506')]).toEqual([null, null, null, null])
})
