import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { tokenMayGive, tokenRoles } from '../../shared/api/tokens.ts'
import { hour, noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'
import { system } from '../support/token.ts'

const day = 24 * hour
const issue = (id: string, township = 'north') => ({ issue: id, title: id, aspect: 'safety', severity: 'day', township, lng: 110, lat: 21 })
const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const good = { name: 'x', role: 'officer', townships: ['north'], unit: null, commands: ['reportIssue'], endsAt: noon + day }

it('[F93] [AP1] an administrator alone makes, lists and ends tokens; the secret is in one answer, and the database has only its hash', async () => {
  const board = await runningBoard({ now: () => noon })
  const admin = board.person({ role: 'admin' })
  const made = await system(board, admin, { name: 'Health bureau' }, noon)
  for (const role of ['coordinator', 'overseer', 'viewer'] as const) {
    const other = board.person({ role })
    expect([(await other.fetch('/api/tokens')).status, (await other.fetch('/api/tokens', post(good))).status, (await other.fetch(`/api/tokens/${made.id}/end`, post({}))).status]).toEqual([403, 403, 403])
  }
  expect((await made.fetch('/../tokens')).status).toBe(401)
  const listed = await (await admin.fetch('/api/tokens')).text()
  expect(JSON.parse(listed)).toMatchObject([{ id: made.id, name: 'Health bureau', by: admin.actor.id, createdAt: noon, usedAt: null, endedAt: null }])
  expect(listed).not.toContain(made.secret)
  const written = fs.readdirSync(board.data).filter(name => name.startsWith('board.db')).map(name => fs.readFileSync(path.join(board.data, name), 'latin1')).join()
  expect([written.includes(made.id), written.includes(made.secret)]).toEqual([true, false])
  expect(board.bugs).toEqual([])
})

it.each([
  ['an end in the past', { endsAt: noon }],
  ['an end in more than a year', { endsAt: noon + 367 * day }],
  ['an unknown township', { townships: ['north', 'nowhere'] }],
  ['no township', { townships: [] }],
  ['more townships than it may have', { townships: Array.from({ length: 31 }, () => 'north') }],
  ['no unit', { role: 'unit' }],
  ['a role of a person', { role: 'volunteer' }],
  ['the role of administrators', { role: 'admin' }],
  ['an unknown command', { commands: ['constructor'] }],
  ['a command of another role', { commands: ['openIncident'] }],
  ['the act of one person', { commands: ['claimShift'] }],
  ['a field that nobody named', { by: 'me' }],
])('[F93] [AP1] a token with %s is refused', async (_, wrong) => {
  const board = await runningBoard({ now: () => noon })
  const admin = board.person({ role: 'admin' })
  const answer = await admin.fetch('/api/tokens', post({ ...good, ...wrong }))
  expect([answer.status, (await answer.json() as { code: string }).code]).toEqual([400, 'invalid'])
  expect(await (await admin.fetch('/api/tokens')).json()).toEqual([])
})

it('[F93] [AP2] a token does only what it was allowed, in its area, and the log and the page of names say its name', async () => {
  const board = await runningBoard({ now: () => noon })
  const admin = board.person({ role: 'admin' })
  const ann = board.person({ role: 'coordinator' })
  const north = await system(board, admin, { name: 'North’s desk', role: 'officer', townships: ['north'], commands: ['reportIssue'] }, noon)
  expect(await north.give('reportIssue', 'c1', issue('i1'))).toMatchObject({ status: 201, body: { ok: true, id: 'c1' } })
  expect(await north.give('reportIssue', 'c2', issue('i2', 'south'))).toMatchObject({ status: 403, body: { code: 'outside_area' } })
  expect(await north.give('commentIssue', 'c3', { issue: 'i1' })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await north.give('claimShift', 'c4', { shift: 's1' })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  const reader = await system(board, admin, { name: 'Reader' }, noon)
  expect(await reader.give('reportIssue', 'c5', issue('i5'))).toMatchObject({ status: 403, body: { code: 'forbidden' } })

  const [step] = await (await ann.fetch('/api/i/first/history/issue/i1')).json() as { actor: string }[]
  expect(step?.actor).toBe(north.id)
  expect(await (await ann.fetch(`/api/names?ids=${north.id}`)).json()).toEqual([{ id: north.id, name: 'North’s desk', role: 'officer', township: 'north' }])
  const holly = board.person({ role: 'volunteer', township: 'north' })
  expect(await (await holly.fetch(`/api/names?ids=${north.id}`)).json()).toEqual([])
})

it('[F93] [AP1] [AP2] a token with several townships acts in each of them and nowhere else, keeps no table, and is listed with its townships in one order', async () => {
  const board = await runningBoard({ now: () => noon })
  const admin = board.person({ role: 'admin' })
  const both = await system(board, admin, { name: 'both', role: 'officer', townships: ['south', 'north', 'south'], commands: ['reportIssue', 'saveTable'] }, noon)
  const north = await system(board, admin, { name: 'north', role: 'officer', townships: ['north'], commands: ['reportIssue'] }, noon)
  expect((await both.give('reportIssue', 'c1', issue('i1'))).status).toBe(201)
  expect((await both.give('reportIssue', 'c2', issue('i2', 'south'))).status).toBe(201)
  expect(await north.give('reportIssue', 'c3', issue('i3', 'south'))).toMatchObject({ status: 403, body: { code: 'outside_area' } })
  expect(await both.give('saveTable', 'c4', { table: 't1', version: 0, name: 't', of: 'issue', columns: [{ field: 'title', sum: false }], filters: [], group: null, rows: true, settled: false, shared: 'own' })).toMatchObject({ body: { code: 'forbidden', detail: 'several townships' } })
  expect((await (await admin.fetch('/api/tokens')).json() as { name: string, townships: string[] }[]).map(({ name, townships }) => [name, townships]).sort()).toEqual([['both', ['north', 'south']], ['north', ['north']]])
  const [step] = await (await admin.fetch('/api/i/first/history/issue/i2')).json() as { actor: string }[]
  expect(await (await admin.fetch(`/api/names?ids=${step?.actor}`)).json()).toEqual([{ id: both.id, name: 'both', role: 'officer', townships: ['north', 'south'] }])
})

it('[F93] [AP3] a token that was ended, or is past its end, opens nothing from that moment on, and an answer that waits for it ends', async () => {
  let now = noon
  const board = await runningBoard({ now: () => now })
  const admin = board.person({ role: 'admin' })
  const one = await system(board, admin, { name: 'one' }, noon)
  const two = await system(board, admin, { name: 'two' }, noon)
  const waits = one.fetch(`/incidents/first/changes?after=${board.authority.board.seq}&wait=25`)
  await expect.poll(async () => (await (await admin.fetch('/api/tokens')).json() as { id: string, usedAt: number | null }[]).find(({ id }) => id === one.id)?.usedAt).toBe(noon)
  expect((await admin.fetch(`/api/tokens/${one.id}/end`, post({}))).status).toBe(204)
  expect((await waits).status).toBe(401)
  expect([(await one.fetch('/incidents')).status, (await two.fetch('/incidents')).status]).toEqual([401, 200])
  expect((await admin.fetch(`/api/tokens/${one.id}/end`, post({}))).status).toBe(404)
  now += day
  expect((await two.fetch('/incidents')).status).toBe(401)
})

it('[F93] [AP3] a token is taken from its header alone: not from the address, not as a cookie; and a cookie opens no part of the API', async () => {
  const board = await runningBoard()
  const admin = board.person({ role: 'admin' })
  const { secret, fetch: ask } = await system(board, admin)
  const plain = async (path: string, headers: Record<string, string> = {}) => (await fetch(`${board.origin()}/api/v1${path}`, { headers })).status
  expect((await ask('/incidents')).status).toBe(200)
  expect([await plain(`/incidents?token=${secret}`), await plain('/incidents', { cookie: `yixian=${secret}` }), await plain('/incidents', { authorization: `Basic ${secret}` })]).toEqual([401, 401, 401])
  expect((await admin.fetch('/api/v1/incidents')).status).toBe(401)
  expect([(await admin.fetch('/api/v1/openapi.json')).status, (await board.person({ role: 'viewer' }).fetch('/api/v1/openapi.json')).status, (await ask('/openapi.json')).status]).toEqual([200, 403, 200])
})

it('[F93] [L8] a token spends a budget as a person does, and wrong tokens are limited without harming a right one', async () => {
  const board = await runningBoard({ pace: { commands: 10, seconds: 60 } })
  const admin = board.person({ role: 'admin' })
  const one = await system(board, admin)
  expect((await one.fetch('/incidents/first/records/issue')).status).toBe(200)
  expect((await one.fetch('/incidents/first/records/issue')).status).toBe(200)
  const no = await one.fetch('/incidents/first/records/issue')
  expect([no.status, Number(no.headers.get('retry-after')) > 0]).toEqual([429, true])
  const wrong = async () => (await fetch(`${board.origin()}/api/v1/incidents`, { headers: { authorization: 'Bearer yixian_wrong' } })).status
  const tries: number[] = []
  for (let i = 0; i < 32; i++) tries.push(await wrong())
  expect([tries[0], tries.at(-1)]).toEqual([401, 429])
  const two = await system(board, board.person({ role: 'admin' }), { name: 'two' })
  expect((await two.fetch('/incidents')).status).toBe(200)
})

it('[F93] [AP1] what a token may be allowed is decided by the roles of the commands', () => {
  expect(['reportIssue', 'openIncident', 'claimShift', 'checkInShift', 'toString', 'clearBoards'].map(name => tokenMayGive('coordinator', name))).toEqual([true, false, false, false, false, false])
  expect(tokenMayGive('viewer', 'reportIssue')).toBe(false)
  // Visits, receipts and signatures are of one person, also where headquarters or an officer may give them.
  for (const name of ['checkIn', 'finishInspection', 'issueBulletin', 'signZeroReport', 'readBulletin', 'approveReopening', 'giveSlip']) expect(tokenRoles.some(role => tokenMayGive(role, name)), name).toBe(false)
})
