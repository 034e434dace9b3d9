import type { RunningBoard } from '../support/running-board.ts'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { photosOf } from '../../server/http/photo-list.ts'
import { photosOut } from '../../shared/core/photos-out.ts'
import { folder } from '../support/county.ts'
import { runningBoard } from '../support/running-board.ts'

let board: RunningBoard
let inspector: ReturnType<RunningBoard['person']>
let coordinator: typeof inspector
let n = 0
const give = (name: string, args: object, by = inspector) => board.authority.submit({ id: `c${n++}`, name, args }, by.actor)
const report = (issue: string, township: string, photos: readonly string[]) => give('reportIssue', { issue, title: 'x', aspect: 'safety', severity: 'day', township, lng: 1, lat: 1, unit: 'health', photos })
const white = () => sharp({ create: { width: 400, height: 320, channels: 3, background: '#fff' } }).jpeg().toBuffer()
const send = async (issue: string, photo: string) => (await inspector.fetch(`/api/i/first/photos/${issue}/${photo}`, { method: 'PUT', body: await white() as never, headers: { 'content-type': 'image/jpeg' } })).status
const ask = (person: typeof inspector, body: object) => person.fetch('/api/i/first/photos/zip', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
async function taken(person: typeof inspector, body: object) {
  const answer = await ask(person, body)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const { 'list.csv': list, ...photos } = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  return { photos, lines: new TextDecoder().decode(list).trim().split('\r\n').slice(1).map(line => line.split(',')) }
}
async function noted() {
  const answer = await board.person({ role: 'admin' }).fetch('/api/i/first/audit', { method: 'POST', body: JSON.stringify({ wanted: { act: { log: 'accounts', name: 'take_photos' } } }), headers: { 'content-type': 'application/json' } })
  return (await answer.json() as { entries: object[] }).entries
}

beforeEach(async () => {
  board = await runningBoard()
  inspector = board.person({ role: 'inspector' })
  coordinator = board.person({ role: 'coordinator' })
  await report('i1', 'north', ['f1', 'f2'])
  await report('i2', 'south', ['f3'])
  for (const [issue, photo] of [['i1', 'f1'], ['i2', 'f3']] as const) expect(await send(issue, photo)).toBe(200)
})

it('[F92] [EX8] the photos of chosen issues go out as one file, with a list of number, place, time and file, and the log says who took them and why', async () => {
  const { photos, lines } = await taken(coordinator, { issues: ['i1', 'i2'], why: 'for the inspectorate' })
  const names = Object.keys(photos)
  expect(names).toHaveLength(2)
  expect((await sharp(photos[names[0]!]).metadata()).format).toBe('jpeg')
  // One has not arrived yet: its line says so.
  expect(lines.map(([file, no, , township]) => [file, no, township])).toEqual([[names[0], '1', 'North'], ['', '1', 'North'], [names[1], '2', 'South']])
  expect(lines[1]!.at(-1)).toContain('Not here yet')
  expect(await noted()).toMatchObject([{ who: coordinator.actor.id, about: ['incident/first', 'issue/i1', 'issue/i2'], reason: 'for the inspectorate' }])
  expect(board.bugs).toEqual([])
})

it('[F92] [EX8] [L10] an officer gets the photos of the township only, also of a whole day; who may take none, and without a reason, is refused, and nothing is noted', async () => {
  const north = board.person({ role: 'officer', township: 'north' })
  const day = new Date(board.authority.now()).toISOString().slice(0, 10)
  for (const which of [{ issues: ['i1', 'i2'] }, { day }]) expect(photosOf(board.authority.board, north.actor, which, folder.county).map(one => one.subject)).toEqual(['i1', 'i1'])
  for (const which of [{ issues: ['i1', 'i2'] }, { day }]) expect((await taken(north, { ...which, why: 'x' })).lines.map(one => one[1])).toEqual(['1', '1'])
  expect(await Promise.all((['inspector', 'unit', 'volunteer', 'viewer'] as const).map(async role => (await ask(board.person({ role, unit: 'health' }), { issues: ['i1'], why: 'x' })).status))).toEqual([403, 403, 403, 403])
  const before = (await noted()).length
  const other = board.person({ role: 'officer', township: 'north' })
  const of = async (body: object, by = other) => (await ask(by, body)).status
  expect([await of({ issues: ['i2'], why: 'x' }), await of({ issues: ['i1'] }), await of({ issues: ['i1'], why: ' ' }), await of({ issues: [], why: 'x' }), await of({ day: '2001-01-01', why: 'x' }, coordinator)]).toEqual([404, 400, 400, 400, 404])
  expect(await noted()).toHaveLength(before)
})

it('[F92] [EX8] [PE7] what is covered is covered in the file too', async () => {
  await give('maskPhoto', { of: 'issue', record: 'i1', photo: 'f1', blocks: [[0, 0, 1000, 1000]] }, coordinator)
  const { photos } = await taken(coordinator, { issues: ['i1'], why: 'x' })
  const { channels } = await sharp(Object.values(photos)[0]).stats()
  expect(channels.every(({ mean }) => mean < 40)).toBe(true)
})

it('[F92] [EX8] more than a file holds is refused as a whole, and a second file of the same person waits for the first', async () => {
  const issues = Array.from({ length: Math.ceil(photosOut.photos / 9) }, (_, i) => `m${i}`)
  for (const issue of issues) await report(issue, 'north', Array.from({ length: 9 }, (_, k) => `${issue}-${k}`))
  const many = await ask(coordinator, { issues, why: 'x' })
  expect([many.status, (await many.json() as { code: string }).code]).toEqual([409, 'too_many_to_take'])
  expect(await noted()).toEqual([])
  const answers = await Promise.all([1, 2].map(() => ask(coordinator, { issues: ['i1', 'i2'], why: 'x' })))
  expect(answers.map(one => one.status).sort()).toEqual([200, 503])
  await Promise.all(answers.map(one => one.arrayBuffer()))
  // Its end lets the next begin.
  expect((await taken(coordinator, { issues: ['i1'], why: 'x' })).lines).toHaveLength(2)
})
