import type { IncidentSummary } from '../../shared/core/protocol.ts'
import type { RunningBoard } from '../support/running-board.ts'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { ask, runningBoard, until } from '../support/running-board.ts'

let board: RunningBoard
let admin: ReturnType<RunningBoard['person']>
let planner: ReturnType<RunningBoard['person']>

beforeEach(async () => {
  board = await runningBoard()
  admin = board.person({ role: 'admin' })
  planner = board.person({ role: 'coordinator' })
})

const opening = (code: string) => ({ code, name: `event ${code}`, phase: 'emergency', drill: false, startedAt: 1_650_000_000_000 })
const post = (person: typeof admin, body: object) =>
  person.fetch('/api/incidents', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
const open = async (code: string) => (await (await post(admin, opening(code))).json() as { id: string }).id
const report = (issue: string) => ({ issue, title: `of ${issue}`, aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 })
const json = async (person: typeof admin, at: string) => await (await person.fetch(at)).json() as Record<string, unknown>

it('[F01] [E1] commands, frames, boards, feeds, timelines and who is here never cross from one incident to another', async () => {
  const [one, two] = [await open('0506'), await open('0701')]
  const [inOne, inTwo] = [board.page(planner, one), board.page(planner, two)]
  await Promise.all([inOne.live(), inTwo.live()])
  expect([inOne, inTwo].map(page => page.replica.get('incident', 'incident')?.code)).toEqual(['0506', '0701'])
  expect(new Set([inOne.replica.epoch, inTwo.replica.epoch, board.authority.epoch]).size).toBe(3)

  // The same id in two incidents is two issues, and each incident counts its own numbers.
  inOne.do('reportIssue', report('i1'))
  inOne.do('reportIssue', report('i2'))
  await until(() => inOne.replica.seq === 3 && !inOne.replica.queue.length)
  inTwo.do('reportIssue', { ...report('i1'), title: 'another' })
  await until(() => inTwo.replica.seq === 2 && !inTwo.replica.queue.length)
  expect(inOne.replica.get('issue', 'i1')).toMatchObject({ no: 1, title: 'of i1' })
  expect(inTwo.replica.get('issue', 'i1')).toMatchObject({ no: 1, title: 'another' })
  expect([...inTwo.replica.all('issue')]).toHaveLength(1)
  expect(board.authority.board.seq).toBe(1)

  for (const what of ['board', 'recent', 'history/issue/i1']) {
    expect(JSON.stringify(await json(planner, `/api/i/${one}/${what}`)), what).not.toContain('another')
    expect(JSON.stringify(await json(planner, `/api/i/${two}/${what}`)), what).not.toContain('of i')
  }
  expect((await planner.fetch(`/api/i/${two}/history/issue/i2`)).status).toBe(404)
  expect((await planner.fetch('/api/i/first/history/issue/i1')).status).toBe(404)
  await until(() => inOne.here.size === 1 && inTwo.here.size === 1)
  expect([...inOne.here.keys()]).not.toEqual([...inTwo.here.keys()])
  expect(board.bugs).toEqual([])
})

it('[F01] [E1] a connection to one incident cannot resume from another\'s history', async () => {
  const two = board.incidents.find(await open('0701'))!.authority
  const line = await board.line(planner.cookie)
  expect(await ask(line, 'resume', { epoch: two.epoch, seq: 0 })).toEqual({ ok: false, code: 'resync' })
  // The handshake fixes the incident: a message cannot name another.
  expect(await ask(line, 'command', { id: 'x', name: 'reportIssue', args: report('i1'), incident: 'other' })).toMatchObject({ ok: false, code: 'invalid' })
})

it('[F01] [E1] a photo of one incident is not found in another', async () => {
  const [one, two] = [await open('0506'), await open('0701')]
  const red = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).jpeg().toBuffer()
  const put = await planner.fetch(`/api/i/${one}/photos/i1/f1`, { method: 'PUT', body: red as never, headers: { 'content-type': 'image/jpeg' } })
  expect(put.status).toBe(200)
  expect((await planner.fetch(`/api/i/${one}/photos/i1/f1`)).status).toBe(200)
  for (const other of [two, 'first']) expect((await planner.fetch(`/api/i/${other}/photos/i1/f1`)).status).toBe(404)
  expect(fs.readdirSync(path.join(board.data, 'incidents', one, 'photos')).sort()).toEqual(['f1.full.jpg', 'f1.thumb.jpg'])
  expect(fs.existsSync(path.join(board.data, 'photos'))).toBe(false)
})

it('[F01] [E2] only an administrator opens an incident, and each code is used once, even by simultaneous requests', async () => {
  for (const role of ['coordinator', 'inspector', 'viewer', 'volunteer', 'overseer'] as const) expect((await post(board.person({ role }), opening('0506'))).status).toBe(403)
  const both = await Promise.all([post(admin, opening('0506')), post(admin, opening('0506'))])
  expect(both.map(answer => answer.status).sort()).toEqual([201, 409])
  expect((await post(admin, opening('001'))).status).toBe(409)
  for (const bad of [{ ...opening('x'), id: '../first' }, { ...opening('x'), phase: 'over' }, { ...opening('x'), code: '' }, {}]) expect((await post(admin, bad)).status).toBe(400)
  const listed = await json(planner, '/api/incidents') as unknown as IncidentSummary[]
  expect(listed.map(({ code, phase, drill }) => ({ code, phase, drill }))).toEqual([{ code: '001', phase: 'emergency', drill: false }, { code: '0506', phase: 'emergency', drill: false }])
  expect(fs.readdirSync(path.join(board.data, 'incidents'))).toHaveLength(1)
})

it('[F01] the list counts only issues that its reader may see', async () => {
  await board.authority.submit({ id: 'r1', name: 'reportIssue', args: report('i1') }, planner.actor)
  await board.authority.submit({ id: 'r2', name: 'reportIssue', args: { ...report('i2'), township: 'south' } }, planner.actor)
  const counts = async (person: typeof admin) => ((await json(person, '/api/incidents')) as unknown as IncidentSummary[]).map(({ found, closed, followed }) => [found, closed, followed])
  expect(await counts(planner)).toEqual([[2, 0, 2]])
  expect(await counts(board.person({ role: 'officer', township: 'north' }))).toEqual([[1, 0, 1]])
  expect(await counts(board.person({ role: 'volunteer' }))).toEqual([[0, 0, 0]])
})

it('[F01] [E1] an invalid incident id reaches nothing', async () => {
  for (const id of ['nowhere', '..', '..%2Ffirst', '%2e%2e', 'first%00', '__proto__', 'constructor', 'first%2F..%2Ffirst', 'FIRST', '']) {
    expect([400, 404], id).toContain((await admin.fetch(`/api/i/${id}/board`)).status)
  }
  for (const auth of [{}, { incident: null }, { incident: 'nowhere' }, { incident: ['first'] }, { incident: { toString: 'first' } }, { incident: '__proto__' }, { incident: '../first' }]) {
    await expect(board.line(admin.cookie, { auth }), JSON.stringify(auth)).rejects.toThrow('not_found')
  }
  await expect(board.line('', { auth: { incident: 'nowhere' } })).rejects.toThrow('signed_out')
  expect(board.bugs).toEqual([])
})

it('[F01] [E2] after a restart every incident is there with its records; one whose opening was interrupted is not', async () => {
  const one = await open('0506')
  await board.incidents.find(one)!.authority.submit({ id: 'r1', name: 'reportIssue', args: report('i1') }, planner.actor)
  const { epoch } = board.incidents.find(one)!.authority
  await board.stop()
  fs.mkdirSync(path.join(board.data, 'incidents', 'half'))
  fs.mkdirSync(path.join(board.data, 'incidents', 'not an id'))
  await board.again(0)
  expect(board.incidents.all().map(each => each.id)).toEqual(['first', one])
  expect(board.incidents.find(one)!.authority.epoch).toBe(epoch)
  expect(board.incidents.find(one)!.authority.board.get('issue', 'i1')?.title).toBe('of i1')
  expect(board.authority.board.get('issue', 'i1')).toBeUndefined()
})

it('[F01] [L4] a disabled person is disconnected from every incident', async () => {
  const two = await open('0701')
  const person = board.person({ role: 'inspector' })
  const lines = [await board.line(person.cookie), await board.line(person.cookie, { auth: { incident: two } })]
  await admin.fetch(`/api/people/${person.actor.id}/disable`, { method: 'POST' })
  await until(() => lines.every(line => !line.connected))
  expect((await person.fetch(`/api/i/${two}/board`)).status).toBe(401)
})

it('[E6] a new incident can take over the places and teams of another, whole or not at all, and never the invented ones of a drill', async () => {
  const first = await open('0506')
  const authority = board.incidents.find(first)!.authority
  const act = (name: string, args: object) => authority.submit({ id: `${name}-${JSON.stringify(args)}`, name, args }, admin.actor)
  for (const place of ['p1', 'p2', 'p3']) await act('addPlace', { place, name: `School ${place}`, kind: 'school', township: 'north', lng: 110, lat: 21, note: 'n', lanes: null, address: 'a', unit: 'health' })
  await act('retirePlace', { place: 'p3' })
  await act('formTeam', { team: 't1', no: 4, name: 'Fourth', leader: null, members: [planner.actor.id], vehicle: 'v', phone: '1', townships: ['north'] })
  await act('reportIssue', report('i1'))
  const made = await post(admin, { ...opening('0701'), from: first })
  expect(made.status).toBe(201)
  const { board: next } = board.incidents.find((await made.json() as { id: string }).id)!.authority
  expect([...next.all('place')].map(({ id, name, note, address, unit, township }) => [id, name, note, address, unit, township])).toEqual(['p1', 'p2'].map(id => [id, `School ${id}`, 'n', 'a', 'health', 'north']))
  expect([...next.all('team')]).toEqual([...authority.board.all('team')])
  expect([...next.all('issue')]).toEqual([])
  expect((await post(admin, { ...opening('0801'), drill: true, from: first })).status).toBe(400)
  expect((await post(admin, { ...opening('0801'), from: 'nothing' })).status).toBe(404)
  expect(board.incidents.all().length).toBe(3)
  expect(board.bugs).toEqual([])
})
