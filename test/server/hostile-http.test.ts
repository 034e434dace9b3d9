import type { Route } from '../support/routes.ts'
import type { RunningBoard } from '../support/running-board.ts'
import http from 'node:http'
import path from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { apiTokens } from '../../server/api/tokens.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { clientAddress } from '../../server/core/address.ts'
import { bounds } from '../../server/core/bounds.ts'
import { readConfig } from '../../server/core/config.ts'
import { budgets, costOf, eventCosts, routeCosts } from '../../server/core/costs.ts'
import { makeKey, openSeal } from '../../server/core/seal.ts'
import { openDatabase } from '../../server/database/database.ts'
import { pageReader } from '../../server/disk/pages.ts'
import { createApp } from '../../server/http/app.ts'
import { incidentRoutes } from '../../server/http/incidents.ts'
import { imageMaker } from '../../server/images/image-maker.ts'
import { openIncidents } from '../../server/incidents.ts'
import { counting } from '../../server/metrics/counting.ts'
import { oversight } from '../../server/oversight.ts'
import { paperMaker } from '../../server/papers/paper-maker.ts'
import { accounts as openAccounts } from '../../server/people/accounts.ts'
import { peopleServices } from '../../server/people/services.ts'
import { tableKeys } from '../../server/tables/keys.ts'
import { openTold } from '../../server/telling/told.ts'
import { accountsPart } from '../../server/trail/accounts-part.ts'
import { county, facts } from '../support/county.ts'
import { deepText } from '../support/nasty.ts'
import { routes, routesOf } from '../support/routes.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

const method = ({ leaf }: Route) => leaf.split(' ')[0] ?? ''
const name = (route: Route) => `${method(route)} ${route.at}`

let board: RunningBoard
let admin: ReturnType<RunningBoard['person']>

beforeEach(async () => {
  board = await runningBoard()
  admin = board.person({ role: 'admin' })
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'north', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 } }, admin.actor)
})

async function unharmed(): Promise<void> {
  const answer = await fetch(`${board.origin()}/health`)
  expect(await answer.json()).toEqual({ ok: true })
  expect(board.authority.board.get('issue', 'i1')?.title).toBe('north')
  expect(board.bugs).toEqual([])
}

const send = (route: Route, more: RequestInit = {}) => fetch(`${board.origin()}${route.at}`, { method: method(route), ...more })
const json = (text: string) => ({ body: text, headers: { 'content-type': 'application/json', 'origin': board.origin(), 'cookie': admin.cookie } })

it('[L1] every route of the server is in the list of this file', async () => {
  const data = tempFolder()
  const database = openDatabase(path.join(data, 'board.db'))
  const store = sqliteStore(database)
  makeKey(path.join(data, 'key'))
  const seal = openSeal(path.join(data, 'key'))
  const accounts = openAccounts(database, seal)
  const open = { config: readConfig({ DATA_DIR: data }), county, accounts, now: Date.now, onBug() {} }
  const incidents = await openIncidents({ home: data, database, store }, { ...open, folder: path.join(data, 'incidents'), facts, attend: async () => async () => {}, openStore: async (_, database) => sqliteStore(database), images: imageMaker(undefined), papers: paperMaker(undefined), pages: pageReader(undefined), onAside() {} })
  const told = await openTold({ ...open, database, seal, phoneOf: () => '' })
  const end = { figures: async () => ({ accounts: 0, photos: 0, voices: 0, evidence: 0, files: 0 }) }
  const app = createApp({
    ...open,
    ...peopleServices(database, accounts, { choices: told.choices, publicUrl: undefined, now: Date.now }),
    incidents,
    told,
    end,
    oversight: oversight({ ...open, database, store, counts: counting(), room: () => 'enough', bounds }),
    providers: [],
    tableKeys: tableKeys(database, accounts.actorOf),
    tokens: apiTokens(database, accounts, facts),
    addressOf: clientAddress(0),
    budgets: budgets(),
    room: { needed: async () => {} },
    line: { cutOff() {}, waitingChanged() {}, actorChanged() {}, endSession() {}, sessionOpen: () => false, endHash() {}, sessionRenewed() {} },
    onProvider() {},
    outside() {},
    ready() {},
    metrics() {},
    open: () => true,
  })
  const inside = incidentRoutes({ accounts, county, room: { needed: async () => {} }, enrol: () => ({ added: [], known: 0 }), keys: tableKeys(database, accounts.actorOf), receivers: [], end, accountsPart: accountsPart(database) }, incidents.all()[0]!)
  database.close()
  expect([...routesOf(app), ...routesOf({ router: inside })].sort()).toEqual(routes.map(route => route.leaf).sort())
})

it('[L8] every route and every event has a cost, and every cost has its route', () => {
  const paid = new Set(routes.filter(route => route.at.startsWith('/api')).map((route) => {
    const path = route.at.replace(/^\/api/, '').replace(/\?.*$/, '')
    expect(costOf(method(route), path), name(route)).toBeTypeOf('number')
    return Object.keys(routeCosts).find(one => one.startsWith(method(route)) && costOf(method(route), path) === routeCosts[one] && one.split('/').length === path.split('/').length && one.split(' ')[1]?.split('/').every((part, i) => part.startsWith(':') || part === path.split('/')[i]))
  }))
  expect(Object.keys(routeCosts).filter(one => !paid.has(one))).toEqual([])
  expect(costOf('GET', '/nothing')).toBeUndefined()
  expect(costOf('PATCH', '/session')).toBeUndefined()
  for (const cost of Object.values(eventCosts)) expect(cost).toBeGreaterThan(0)
})

it.each(['', 'yixian=', 'yixian=x', `yixian=${'a'.repeat(43)}`, 'other'])('[L4] every route asks who is there: cookie %j', async (given) => {
  const cookie = given === 'other' ? `other=${admin.cookie}` : given
  for (const route of routes.filter(one => !one.open)) {
    const answer = await send(route, { headers: { cookie, origin: board.origin() } })
    expect([answer.status, await answer.json()], name(route)).toEqual([401, { ok: false, code: 'signed_out' }])
  }
  await unharmed()
})

const foreign = ['https://evil.example', 'null', 'http://127.0.0.1', 'ours.evil.example', 'x', undefined, 'same-site'] as const

it.each(foreign)('[L3] no route that writes takes anything from another site\'s page: origin %s', async (from) => {
  const { origin: ours, ...headers } = json('').headers
  const given: Record<string, string> = from === 'same-site' ? { 'origin': ours, 'sec-fetch-site': from } : from ? { origin: from.replace('ours', board.origin()) } : {}
  for (const route of routes.filter(one => method(one) !== 'GET')) {
    const answer = await send(route, { ...json('{}'), headers: { ...headers, ...given } })
    expect([answer.status, await answer.json()], name(route)).toEqual([403, { ok: false, code: 'forbidden', detail: 'origin' }])
  }
  await unharmed()
})

const bodies: readonly (readonly [string, string, number])[] = [
  ['nothing', '', 400],
  ['half of one', '{"token":', 400],
  ['a word', '"token"', 400],
  ['a list', '[1]', 400],
  ['a wrong type', '{"token":{"$gt":""},"name":7,"role":["admin"]}', 400],
  ['a forbidden key', '{"__proto__":{"role":"admin"},"name":"x","role":"viewer"}', 400],
  ['a forbidden key further in', '{"name":"x","role":"viewer","a":{"constructor":{"prototype":{}}}}', 400],
  ['a key nobody named', '{"name":"x","role":"viewer","id":"me"}', 400],
  ['depth', `{"name":${deepText(30_000)}}`, 413],
  ['endless depth', `{"name":${deepText(500_000)}}`, 413],
  ['bulk', `{"name":"${'x'.repeat(100_000)}"}`, 413],
  ['text beyond the limit', `{"name":"${'x'.repeat(9000)}"}`, 413],
]

it.each(bodies)('[L1] a body that is %s is refused by every route that reads one', async (_, text, status) => {
  for (const route of routes.filter(route => ['/api/session', '/api/people'].includes(route.at) && route.body)) {
    const answer = await send(route, json(text))
    expect([name(route), answer.status, (await answer.json() as { ok: boolean }).ok]).toEqual([name(route), status, false])
  }
  for (const route of routes.filter(route => route.body)) expect((await send(route, json(text))).status, name(route)).toBeLessThan(500)
  expect(board.accounts.list()).toHaveLength(2)
  await unharmed()
})

it('[L1] a person whose role lacks its township, unit or place, or names an unknown one, is not enrolled', async () => {
  for (const person of [{ role: 'officer' }, { role: 'officer', township: 'west' }, { role: 'unit' }, { role: 'unit', unit: 'navy' }, { role: 'contact' }, { role: 'contact', place: 'nowhere' }, { role: 'gridWorker' }, { role: 'gridWorker', grid: 'nowhere' }, { role: 'god' }]) {
    expect((await admin.fetch('/api/people', { method: 'POST', ...json(JSON.stringify({ name: 'x', ...person })) })).status).toBe(400)
  }
})

const climbing = ['..', '%2e%2e', '..%2F..%2Fetc%2Fpasswd', '%00', '%', '%E0%A4%A', '__proto__', 'constructor', 'x'.repeat(3000), 'a b', '<b>', '*', 'i1%0d%0aset-cookie:x', '\u202E']

it('[L1] a path with anything odd in it leads nowhere', async () => {
  for (const at of climbing.flatMap(part => [`/api/i/first/history/issue/${part}`, `/api/i/first/history/${part}/i1`, `/api/i/first/photos/i1/${part}`, `/api/i/first/photos/${part}/f1`, `/api/names?ids=${part}`, `/api/${part}`, `/${part}`])) {
    const status = await new Promise<number>((answered, failed) => {
      const request = http.request(board.origin(), { path: encodeURI(at).replaceAll('%25', '%'), headers: { cookie: admin.cookie } }, (response) => {
        response.resume()
        answered(response.statusCode ?? 0)
      })
      request.on('error', failed)
      request.end()
    })
    expect(at.startsWith('/api/names') ? [200, 400] : [400, 404], at).toContain(status)
  }
  await unharmed()
})

it('[L10] [V2] a command on another township\'s record is answered as if the record did not exist, and changes nothing', async () => {
  const officer = board.person({ role: 'officer', township: 'south' })
  const there = await officer.fetch('/api/i/first/history/issue/i1')
  const nowhere = await officer.fetch('/api/i/first/history/issue/i9')
  expect([there.status, await there.json()]).toEqual([404, { ok: false, code: 'not_found' }])
  expect([nowhere.status, await nowhere.json()]).toEqual([404, { ok: false, code: 'not_found' }])
  expect((await officer.fetch('/api/i/first/history/counter/issue')).status).toBe(404)
  expect(await (await officer.fetch('/api/i/first/recent')).text()).not.toContain('i1')
  expect(await (await officer.fetch('/api/i/first/board')).text()).not.toContain('i1')
  expect(await board.authority.submit({ id: 'x', name: 'commentIssue', args: { issue: 'i1', text: 'x' } }, officer.actor)).toMatchObject({ code: 'outside_area' })
})

it('[V3] a volunteer is shown no issue by any route', async () => {
  const volunteer = board.person({ role: 'volunteer', township: 'north' })
  for (const at of ['/api/i/first/board', '/api/i/first/recent', '/api/i/first/history/issue/i1']) expect(await (await volunteer.fetch(at)).text(), at).not.toContain('i1')
})

it('[V11] [L10] a timeline shows a command on many records as done to its own record, and nothing of the others', async () => {
  const row = (place: string, township: string) => ({ place, name: `secret ${place}`, kind: 'shop', township, lng: 1, lat: 1 })
  await board.authority.submit({ id: 'many', name: 'importPlaces', args: { places: [row('n', 'north'), row('s', 'south')] } }, admin.actor)
  const officer = board.person({ role: 'officer', township: 'north' })
  expect(await (await officer.fetch('/api/i/first/history/place/n')).json()).toMatchObject([{ name: 'importPlaces', args: {}, actor: admin.actor.id }])
})

it('[V6] names are told only to people who may know them, and each time is recorded', async () => {
  const [one, helper] = [board.person({ role: 'coordinator', name: 'Known' } as never), board.person({ role: 'volunteer' })]
  const names = async (reader: typeof one) => (await (await reader.fetch(`/api/names?ids=${[one, helper].map(person => person.actor.id).join()}`)).json() as { id: string }[]).map(person => person.id)
  expect((await names(one)).sort()).toEqual([one.actor.id, helper.actor.id].sort())
  expect(await names(helper)).toEqual([helper.actor.id])
  const database = openDatabase(path.join(board.data, 'board.db'))
  onTestFinished(() => void database.close())
  const read = database.raw.prepare('select reader, people from reading where act = \'read\' order by id').all()
  expect(read).toMatchObject([{ reader: one.actor.id }, { reader: helper.actor.id, people: JSON.stringify([helper.actor.id]) }])
  expect(database.raw.prepare('select group_concat(sealed) s from person').get()).not.toMatchObject({ s: expect.stringContaining('Known') })
})

it('[L4] only administrators use the register, and the last administrator stays', async () => {
  for (const role of ['coordinator', 'inspector', 'volunteer', 'viewer'] as const) {
    const person = board.person({ role })
    for (const route of routes.filter(route => route.at.startsWith('/api/people'))) {
      expect((await person.fetch(route.at, { method: method(route), ...method(route) === 'POST' && { body: '{}' } })).status).toBe(403)
    }
  }
  const others = board.accounts.list().filter(person => person.role === 'admin' && person.id !== admin.actor.id)
  for (const { id } of others) expect((await admin.fetch(`/api/people/${id}/disable`, { method: 'POST' })).status).toBe(204)
  expect((await admin.fetch(`/api/people/${admin.actor.id}/disable`, { method: 'POST' })).status).toBe(409)
  expect((await admin.fetch('/api/session')).status).toBe(200)
})

it('[L7] a used, expired or invented link signs nobody in; guessing is slowed down', async () => {
  const signIn = routes.find(one => one.leaf === 'POST /' && one.at === '/api/session')!
  const id = board.accounts.add({ name: 'x', role: 'viewer' })
  const used = board.accounts.invite(id, 1)
  board.accounts.signIn(used, 1)
  for (const token of [used, board.accounts.invite(id, -1), 'a'.repeat(43), `${used}x`]) {
    const answer = await send(signIn, json(JSON.stringify({ token })))
    expect([answer.status, await answer.json()]).toEqual([401, { ok: false, code: 'signed_out' }])
  }
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await send(signIn, json(JSON.stringify({ token: 'b'.repeat(43) })))).status))
  expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(10)
  await unharmed()
})
