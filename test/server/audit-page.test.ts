import type { Part } from '../../server/trail/stretch.ts'
import type { AuditCursor, AuditEntry, AuditLog, AuditPage } from '../../shared/audit/entries.ts'
import type { RunningBoard } from '../support/running-board.ts'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { trailPage } from '../../server/trail/trail.ts'
import { noon } from '../support/given.ts'
import { carePerson, register } from '../support/register.ts'
import { runningBoard } from '../support/running-board.ts'
import { system } from '../support/token.ts'

type Person = ReturnType<RunningBoard['person']>
const minute = 60_000
const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const issue = (id: string, township = 'north') => ({ issue: id, title: `title of ${id}`, aspect: 'safety', severity: 'day', township, lng: 110, lat: 21 })
const page = async (by: Person, wanted: unknown = {}, next: AuditCursor | null = null) => await (await by.fetch('/api/i/first/audit', post({ wanted, next }))).json() as AuditPage
const line = ({ log, act, who }: AuditEntry) => `${log} ${act} ${who}`

/** Every page that a filter gives. */
async function all(by: Person, wanted: unknown = {}): Promise<AuditEntry[]> {
  const found: AuditEntry[] = []
  let next: AuditCursor | null = null
  do {
    const one: AuditPage = await page(by, wanted, next)
    found.push(...one.entries)
    next = one.next
  } while (next)
  return found
}

/** A board on which somebody works, a system acts, and a register is read. */
async function usedBoard() {
  let now = noon
  const board = await runningBoard({ now: () => now, pace: { commands: 1e6, seconds: 1 } })
  const admin = board.person({ role: 'admin' })
  const ann = board.person({ role: 'coordinator' })
  const north = board.person({ role: 'officer', township: 'north' })
  const give = async (by: Person, name: string, args: unknown) => {
    now += minute
    const answer = await by.fetch('/api/i/first/commands', post({ id: randomUUID(), name, args }))
    expect([answer.status, await answer.text()]).toEqual([201, expect.anything()])
  }
  return { board, admin, ann, north, give, pass: (ms: number) => now += ms, now: () => now }
}

it('[F90] [AU4] the audit page lists work on the board, and acts on accounts as one list, newest first', async () => {
  const { board, admin, ann, north, give, pass } = await usedBoard()
  await give(ann, 'reportIssue', issue('i1'))
  pass(minute)
  const token = await system(board, admin, { name: 'Bureau', commands: ['reportIssue'] }, noon)
  pass(minute)
  await token.give('reportIssue', 'c1', issue('i2', 'south'))
  pass(minute)
  const found = await all(admin)
  const lines = found.map(line)
  expect(lines).toEqual(expect.arrayContaining([`board reportIssue ${ann.actor.id}`, `accounts make_token ${admin.actor.id}`, `board reportIssue ${token.id}`, `accounts sign_in ${north.actor.id}`]))
  expect(lines.indexOf(`board reportIssue ${token.id}`)).toBeLessThan(lines.indexOf(`accounts make_token ${admin.actor.id}`))
  expect(lines.indexOf(`accounts make_token ${admin.actor.id}`)).toBeLessThan(lines.indexOf(`board reportIssue ${ann.actor.id}`))
  expect(found.map(one => one.at)).toEqual(found.map(one => one.at).sort((a, b) => b - a))
  expect(board.bugs).toEqual([])
})

it('[F90] [AU4] a filter by person, act, record, township, days or text finds exactly the rows it names', async () => {
  const { admin, ann, north, give } = await usedBoard()
  await give(ann, 'reportIssue', issue('i1'))
  await give(north, 'reportIssue', issue('i2'))
  await give(ann, 'reportIssue', issue('i3', 'south'))
  const issues = async (wanted: unknown) => (await all(admin, wanted)).flatMap(one => one.log === 'board' ? one.about.filter(key => key.startsWith('issue/')) : [])
  expect(await issues({})).toEqual(['issue/i3', 'issue/i2', 'issue/i1'])
  expect(await issues({ who: ann.actor.id })).toEqual(['issue/i3', 'issue/i1'])
  expect(await issues({ record: 'issue/i2' })).toEqual(['issue/i2'])
  expect(await issues({ township: 'north' })).toEqual(['issue/i2', 'issue/i1'])
  expect(await issues({ text: 'TITLE of i3' })).toEqual(['issue/i3'])
  expect(await issues({ from: noon + 2 * minute, to: noon + 3 * minute })).toEqual(['issue/i2'])
  expect(await issues({ kind: 'server' })).toEqual([])
  expect((await all(admin, { kind: 'signs' })).every(one => one.log === 'accounts')).toBe(true)
  expect(new Set((await all(admin, { act: { log: 'accounts', name: 'sign_in' } })).map(one => one.act))).toEqual(new Set(['sign_in']))
  expect((await all(admin, { who: north.actor.id })).map(line)).toContain(`accounts add system`)
  for (const wrong of [{ kind: 'x' }, { record: 'nothing/x' }, { text: '' }, { who: 'a b' }, { more: 1 }]) expect((await admin.fetch('/api/i/first/audit', post({ wanted: wrong }))).status).toBe(400)
})

it('[F90] [AU4] a reading of the register is listed with its reason; no name, and none of the words of a reason', async () => {
  const { ask, people } = await register()
  const one = carePerson({ name: '张小明' })
  await ask('north', '/people', { people: [one] })
  await ask('north', `/people/${one.id}/open`, { reason: 'other', words: '张小明家属来电' })
  const found = await all(people.admin, { kind: 'register' })
  expect(found[0]).toMatchObject({ log: 'care', act: 'open', who: people.north.actor.id, about: [`register/${one.id}`], many: 1, reason: 'other' })
  expect((await all(people.admin, { record: `register/${one.id}` })).map(({ act }) => act)).toEqual(['open', 'add'])
  expect((await all(people.admin, { act: { log: 'care', name: 'grant' } }))[0]!.about).toEqual([`person/${people.lead.actor.id}`])
  expect(JSON.stringify(await all(people.admin))).not.toMatch(/小明|家属/)
})

it('[F90] [AU5] pages of a long log give each row once, read a bounded stretch at a time, and say how far they looked', async () => {
  const { board, admin, ann, give } = await usedBoard()
  await give(ann, 'reportIssue', issue('i1'))
  const { store } = board.incidents.all()[0]!
  const { seq } = board.authority.board
  const commits = Array.from({ length: 5000 }, (_, i) => ({ seq: seq + 1 + i, id: `x${i}`, name: 'commentIssue', args: { issue: 'i1' }, actor: i === 7 ? ann.actor.id : 'system', at: noon + 10 * minute + i, changes: [] }))
  expect(await store.append(commits)).toBe(true)
  await board.authority.catchUp()
  const whole = await all(admin)
  const keys = whole.map(one => `${one.log}/${one.id}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(whole.filter(one => one.log === 'board')).toHaveLength(seq + 5000)
  const first = await page(admin, { who: ann.actor.id, kind: 'work' })
  expect(first.entries).toEqual([])
  expect(first.next!.board).toBeGreaterThan(seq + 2500)
  expect(first.upTo).toBe(commits[first.next!.board - seq - 1]!.at)
  expect((await all(admin, { who: ann.actor.id, kind: 'work' })).map(one => one.act)).toEqual(['commentIssue', 'reportIssue'])
})

it('[F90] [AU4] [AU5] of a record with a long history every row comes once, and counters are not among what a row is about', async () => {
  const { board, admin, ann, give } = await usedBoard()
  await give(ann, 'reportIssue', issue('i1'))
  expect((await all(admin, { record: 'issue/i1' }))[0]).toMatchObject({ about: expect.not.arrayContaining([expect.stringMatching(/^(?:counter|issueTotal)/)]) })
  const { store } = board.incidents.all()[0]!
  const { seq } = board.authority.board
  const value = board.authority.board.get('issue', 'i1')!
  const commits = Array.from({ length: 1300 }, (_, i) => ({ seq: seq + 1 + i, id: `x${i}`, name: 'commentIssue', args: { issue: 'i1' }, actor: ann.actor.id, at: noon + 10 * minute + i, changes: [{ kind: 'issue' as const, id: 'i1', value }] }))
  expect(await store.append(commits)).toBe(true)
  await board.authority.catchUp()
  const found = (await all(admin, { record: 'issue/i1' })).map(one => one.id)
  expect([found.length, new Set(found).size, found.at(-1)]).toEqual([1301, 1301, seq])
})

it('[F90] [AU4] only administrators read it; taking it out needs a fresh proof and is itself recorded', async () => {
  const { board, admin, ann, north, pass } = await usedBoard()
  for (const other of [ann, north, board.person({ role: 'overseer' }), board.person({ role: 'viewer' })]) {
    expect([(await other.fetch('/api/i/first/audit', post({ wanted: {} }))).status, (await other.fetch('/api/i/first/audit/export', post({ wanted: {} }))).status, (await other.fetch('/api/system/verify')).status, (await other.fetch('/api/system/verify', post({}))).status]).toEqual([403, 403, 403, 403])
  }
  const taken = await admin.fetch('/api/i/first/audit/export', post({ wanted: {} }))
  expect(taken.status).toBe(200)
  expect(await all(admin, { act: { log: 'accounts', name: 'take_audit' } })).toMatchObject([{ who: admin.actor.id, about: ['incident/first'] }])
  // What begins in the middle is recorded as well; what goes on with an export is not.
  const { store } = board.incidents.all()[0]!
  const { seq } = board.authority.board
  expect(await store.append(Array.from({ length: 250 }, (_, i) => ({ seq: seq + 1 + i, id: `x${i}`, name: 'commentIssue', args: {}, actor: 'system', at: noon + i, changes: [] })))).toBe(true)
  await board.authority.catchUp()
  const wanted = { act: { log: 'board', name: 'commentIssue' } }
  const exported = async (next: AuditCursor | null) => await (await admin.fetch('/api/i/first/audit/export', post({ wanted, next }))).json() as AuditPage
  const times = async () => (await all(admin, { act: { log: 'accounts', name: 'take_audit' } })).length
  const begun = await exported(null)
  expect(await times()).toBe(2)
  await exported(begun.next)
  expect(await times()).toBe(2)
  await exported({ board: seq + 200, accounts: 0, care: 0 })
  expect(await times()).toBe(3)
  pass(11 * minute)
  expect((await admin.fetch('/api/i/first/audit/export', post({ wanted: {} }))).status).toBe(403)
})

it('[F90] [AU4] a sign-in says the browser, the rule for second factors its days, and nothing says an address', async () => {
  const { board, admin } = await usedBoard()
  const id = board.accounts.add({ name: 'Bea', role: 'coordinator' })
  const secret = board.accounts.invite(id, 1)
  await fetch(`${board.origin()}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json', 'origin': board.origin(), 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36' }, body: JSON.stringify({ token: secret }) })
  const [sign] = await all(admin, { who: id, kind: 'signs' })
  expect(sign).toMatchObject({ act: 'sign_in', device: 'Chrome · Linux', about: [`person/${id}`] })
  board.accounts.factors.require(admin.actor.id, 14)
  expect((await all(admin, { kind: 'system' }))[0]).toMatchObject({ act: 'require_factor', reason: '14', about: [] })
  expect(JSON.stringify(await all(admin))).not.toContain('127.0.0.1')
})

it('[F90] [AU6] a check of the logs is begun on the page, says how far it is and what it found, and the result outlasts a restart', async () => {
  const { board, admin, ann, give } = await usedBoard()
  await give(ann, 'reportIssue', issue('i1'))
  const state = async () => await (await admin.fetch('/api/system/verify')).json() as { running: unknown, last: { wrong: unknown[], rows: number, by: string } | null }
  expect(await state()).toEqual({ running: null, failed: false, last: null })
  const check = async () => {
    expect((await admin.fetch('/api/system/verify', post({}))).status).toBe(202)
    await expect.poll(async () => (await state()).running, { timeout: 30_000 }).toBeNull()
    return (await state()).last
  }
  expect(await check()).toMatchObject({ by: admin.actor.id, logs: 2 })
  const port = board.port()
  await board.stop()
  await board.again(port)
  expect(await state()).toMatchObject({ running: null, last: { by: admin.actor.id } })
  const raw = new SQLite(path.join(board.data, 'board.db'))
  raw.prepare('delete from reading where id = 1').run()
  raw.close()
  expect((await check())!.wrong.length).toBeGreaterThan(0)
  expect(await all(admin, { act: { log: 'accounts', name: 'verify_logs' } })).toHaveLength(2)
})

/** A log with one row at each of these times, read in stretches of seven rows. */
const logOf = (log: AuditLog, times: readonly number[]): Part => ({
  log,
  has: () => true,
  top: async () => times.length + 1,
  async read(_, before) {
    const downTo = Math.max(1, before - 7)
    const entries = times.map((at, i): AuditEntry => ({ log, id: i + 1, at, who: '', act: '', about: [], many: 0, reason: '', device: '' })).slice(downTo - 1, before - 1).reverse()
    return { entries, downTo, at: times[downTo - 1] ?? 0, ends: downTo === 1 }
  },
})

it('[F90] [AU5] however far each log was read, no page shows a row before a newer one of another log', async () => {
  const [busy, quiet] = [Array.from({ length: 40 }, (_, i) => 10 * (i + 1)), [15, 155, 333]]
  const found: number[] = []
  let next: AuditCursor | null = null
  do {
    const one: AuditPage = await trailPage([logOf('board', busy), logOf('accounts', quiet)], {}, next)
    found.push(...one.entries.map(({ at }) => at))
    next = one.next
  } while (next)
  expect(found).toEqual([...busy, ...quiet].sort((a, b) => b - a))
})
