import type { Condition } from '../../shared/core/protocol.ts'
import type { RunningBoard } from '../support/running-board.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { diskRoom, least } from '../../server/disk/room.ts'
import { sweepHalves, writeWhole } from '../../server/disk/whole-file.ts'
import { fillDisk } from '../support/full-disk.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

type Person = ReturnType<RunningBoard['person']>
const json = (method: string, body: object = {}): RequestInit => ({ method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
const report = (issue: string) => ({ issue, title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 })
const command = (id: string, name: string, args: object) => json('POST', { id, name, args })
const photo = async (person: Person, id: string) => person.fetch(`/api/i/first/photos/i1/${id}`, {
  method: 'PUT',
  body: await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).jpeg().toBuffer() as never,
  headers: { 'content-type': 'image/jpeg' },
})
const roster = json('POST', { rows: [{ name: '王小明', phone: '13800000000', township: 'north', skills: [], trained: [] }] })
const list = { places: [{ place: 'p1', name: 'x', kind: 'school', township: 'north', lng: 1, lat: 1 }] }
const opening = (code: string) => json('POST', { code, name: code, phase: 'emergency', drill: false, startedAt: 1 })

/** The status of an answer, and its code if it has one. */
async function how(asked: Promise<Response>): Promise<string> {
  const answer = await asked
  const { code = '' } = await answer.json().catch(() => ({})) as { code?: string }
  return `${answer.status} ${code}`.trim()
}

it('[DF7] on a full disk every route that writes says so and keeps nothing, and works again by itself once there is room', { timeout: 120_000 }, async () => {
  const board = await runningBoard()
  const [admin, officer, leaver] = [board.person({ role: 'admin' }), board.person({ role: 'officer', township: 'north' }), board.person({ role: 'viewer' })]
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: report('i1') }, admin.actor)
  await board.authority.submit({ id: 'p', name: 'openPost', args: { post: 'g1', title: 'x', township: 'north', lng: 1, lat: 1, pattern: [{ id: 'a', title: 'day', start: '08:00', hours: 8, needed: 2 }] } }, admin.actor)
  const post = async (at: string, body: object) => await (await admin.fetch(at, json('POST', body))).json() as { id: string, token: string }
  const off = await post('/api/people', { name: 'off', role: 'viewer' })
  await admin.fetch(`/api/people/${off.id}/disable`, json('POST'))
  const link = await post('/api/volunteers/links', { uses: 9, hours: 1 })
  const newcomer = { token: link.token, name: '李', phone: '13900000000', township: 'north', skills: [], declared: [], consent: true }
  const stranger: Pick<Person, 'fetch'> = { fetch: (at, more = {}) => fetch(board.origin() + at, { ...more, headers: { origin: board.origin(), ...more.headers } }) }
  for (const phone of ['13900000001', '13900000002']) await stranger.fetch('/api/volunteers/join', json('POST', { ...newcomer, phone }))
  const [one, two] = await (await admin.fetch('/api/volunteers/waiting')).json() as { id: string }[]

  // Those that can be done once come last of their kind, each once on the full disk and once after.
  const writing: [string, string, RequestInit?, Pick<Person, 'fetch'>?][] = [
    ['a command', '/api/i/first/commands', command('c1', 'reportIssue', report('i2'))],
    ['a list', '/api/i/first/commands', command('c2', 'importPlaces', list)],
    ['signing in', '/api/session', json('POST', { token: board.accounts.invite(leaver.actor.id, 1) }), stranger],
    ['adding somebody', '/api/people', json('POST', { name: 'x', role: 'viewer' })],
    ['a link', `/api/people/${leaver.actor.id}/link`, json('POST')],
    ['enabling', `/api/people/${off.id}/enable`, json('POST')],
    ['disabling', `/api/people/${off.id}/disable`, json('POST')],
    ['everybody\'s names', '/api/people'],
    ['names', `/api/names?ids=${leaver.actor.id}`],
    ['whom to put on a shift', '/api/names/helpers'],
    ['a calendar', '/api/calendar', json('POST')],
    ['no calendar', '/api/calendar', { method: 'DELETE' }],
    ['a link to sign up by', '/api/volunteers/links', json('POST', { uses: 2, hours: 1 })],
    ['signing up', '/api/volunteers/join', json('POST', newcomer), stranger],
    ['who waits', '/api/volunteers/waiting'],
    ['taking on', `/api/volunteers/waiting/${one?.id}/approve`, json('POST', { trained: [] })],
    ['not taking on', `/api/volunteers/waiting/${two?.id}/decline`, json('POST')],
    ['the end of a link', `/api/volunteers/links/${link.id}/revoke`, json('POST')],
    ['a roster', '/api/volunteers/roster', roster],
    ['another incident', '/api/incidents', opening('two')],
    ['the key of a post', '/api/i/first/posts/g1/key', undefined, officer],
    ['signing out', '/api/session', { method: 'DELETE' }, leaver],
  ]
  // The routes below need a helper to read and a calendar to end.
  board.person({ role: 'volunteer' })
  await admin.fetch('/api/calendar', json('POST'))

  let room = ''
  const line = await board.line(admin.cookie)
  line.on('condition', (now: Condition) => room = now.room)

  const disk = fillDisk(process.pid)
  onTestFinished(() => disk.room())
  const full: Record<string, string> = {}
  for (const [what, at, more, person = admin] of writing) full[what] = await how(person.fetch(at, more))
  full['a photo'] = await how(photo(officer, 'f1'))
  const reading = ['/api/i/first/board', '/api/county', '/api/i/first/history/issue/i1', '/api/session'].map(at => how(admin.fetch(at)))
  expect(await Promise.all(reading)).toEqual(['200', '200', '200', '200'])
  disk.room()

  // A list waits as soon as the server knows that there is no room.
  expect(full).toEqual({ ...Object.fromEntries([...writing.map(([what]) => what), 'a photo'].map(what => [what, '507 storage_full'])), 'a list': '507 storage_low' })
  expect(board.authority.board.get('issue', 'i2')).toBeUndefined()
  expect(fs.readdirSync(path.join(board.data, 'incidents'))).toEqual([])
  expect(fs.existsSync(path.join(board.data, 'photos')) ? fs.readdirSync(path.join(board.data, 'photos')) : []).toEqual([])

  await until(() => room === 'enough', 60_000)
  expect(await how(photo(officer, 'f1'))).toBe('200')
  const after: Record<string, string> = {}
  for (const [what, at, more, person = admin] of writing) after[what] = await how(person.fetch(at, more))
  expect(Object.entries(after).filter(([, answer]) => !/^20\d$/.test(answer))).toEqual([])
  expect(board.bugs).toEqual([])
})

it('[DF8] below the limit photos, templates and lists wait and single commands go on; headquarters is told when this begins and when it ends', async () => {
  let free = 1e12
  const board = await runningBoard({ space: async () => ({ free, total: 2e12 }) })
  const [admin, coordinator, officer] = [board.person({ role: 'admin' }), board.person({ role: 'coordinator' }), board.person({ role: 'officer', township: 'north' })]
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: report('i1') }, admin.actor)
  const told: Record<string, string[]> = {}
  for (const [name, person] of Object.entries({ admin, coordinator, officer })) {
    const line = await board.line(person.cookie)
    line.on('condition', ({ room }: Condition) => (told[name] ??= []).push(room))
  }
  expect(await how(photo(officer, 'f1'))).toBe('200')
  free = 100e6
  expect(await how(photo(officer, 'f2'))).toBe('507 storage_low')
  const template = { method: 'PUT', body: 'x' }
  expect(await how(admin.fetch('/api/i/first/bulletins/template', template))).toBe('507 storage_low')
  expect(await how(admin.fetch('/api/volunteers/roster', roster))).toBe('507 storage_low')
  for (const [name, args] of [['importPlaces', list], ['importStock', { rows: [] }], ['recordBaseline', {}]] as const) {
    expect(await how(admin.fetch('/api/i/first/commands', command(name, name, args))), name).toBe('507 storage_low')
  }
  expect(await how(admin.fetch('/api/i/first/commands', command('one', 'reportIssue', report('i2'))))).toBe('201')
  // A photo that is stored already is still accepted.
  expect(await how(photo(officer, 'f1'))).toBe('200')
  free = 0
  expect(await how(photo(officer, 'f2'))).toBe('507 storage_full')
  free = 1e12
  expect(await how(photo(officer, 'f2'))).toBe('200')
  expect(await how(admin.fetch('/api/i/first/commands', command('all', 'importPlaces', list)))).toBe('201')
  await until(() => told.admin?.at(-1) === 'enough' && told.coordinator?.at(-1) === 'enough', 30_000)
  expect(told.officer).toBeUndefined()
  expect(told.admin?.filter(room => room !== 'enough')).toEqual(['low', 'full'])
  expect(board.bugs).toEqual([])
})

it('[DF8] the limit is 5 % of the disk, at least 200 MB, at most 5 GB; a write that failed counts for a while, whatever the disk says', async () => {
  expect([1e9, 20e9, 2e12].map(least)).toEqual([200e6, 1e9, 5e9])
  let [free, at] = [1e9, 0]
  const seen: string[] = []
  const room = diskRoom('nowhere', { onChange: level => seen.push(level), space: async () => ({ free, total: 2e9 }), now: () => at, every: 3_600_000 })
  onTestFinished(room.stop)
  await room.look()
  room.failed()
  await room.look()
  expect(room.level()).toBe('full')
  at = 3 * 3_600_000
  await room.look()
  free = 199e6
  await room.look()
  free = 999
  await room.look()
  expect(seen).toEqual(['full', 'enough', 'low', 'full'])
})

it('[DF9] a file is written whole or not at all, and old partial files are deleted', async () => {
  const folder = tempFolder()
  await writeWhole(path.join(folder, 'photos', 'a.jpg'), new Uint8Array(10))
  const disk = fillDisk(process.pid)
  onTestFinished(() => disk.room())
  const failed = writeWhole(path.join(folder, 'photos', 'b.jpg'), new Uint8Array(10))
  await expect(failed).rejects.toMatchObject({ code: 'EFBIG' })
  disk.room()
  expect(fs.readdirSync(path.join(folder, 'photos'))).toEqual(['a.jpg'])

  const [old, young] = ['old.jpg.part', 'young.jpg.part'].map(name => path.join(folder, 'photos', name)) as [string, string]
  for (const file of [old, young]) fs.writeFileSync(file, 'x')
  fs.utimesSync(old, 1, 1)
  await sweepHalves(path.join(folder, 'photos'), 3_600_000)
  expect(fs.readdirSync(path.join(folder, 'photos')).sort()).toEqual(['a.jpg', 'young.jpg.part'])
})

it('[DF9] a start deletes what interrupted uploads left in any incident', async () => {
  const board = await runningBoard()
  const two = await board.incidents.add({ code: 'two', name: 'two', phase: 'emergency', drill: false, startedAt: 1 }, { id: 'a', role: 'admin' })
  await board.stop()
  const halves = ['photos', 'papers', `incidents/${two}/photos`, `incidents/${two}/papers`].map(folder => path.join(board.data, folder, 'x.part'))
  for (const half of [...halves, path.join(board.data, 'incidents/cut-off.part/board.db')]) {
    fs.mkdirSync(path.dirname(half), { recursive: true })
    fs.writeFileSync(half, 'x')
  }
  await board.again(0)
  expect(fs.readdirSync(board.data, { recursive: true }).filter(name => String(name).includes('.part'))).toEqual([])
})

it('[DF8] headquarters learns on each connection what could not be opened', async () => {
  const board = await runningBoard()
  const two = await board.incidents.add({ code: 'two', name: 'two', phase: 'emergency', drill: false, startedAt: 1 }, { id: 'a', role: 'admin' })
  await board.stop()
  fs.truncateSync(path.join(board.data, 'incidents', two, 'board.db'))
  await board.again(0)
  const line = await board.line(board.person({ role: 'coordinator' }).cookie)
  let told: Condition | null = null
  line.on('condition', now => told = now)
  line.disconnect().connect()
  await until(() => told, 30_000)
  expect(told).toEqual({ room: 'enough', aside: [{ id: two, reason: 'empty' }] })
  expect(await ask(line, 'resume', { epoch: 'x', seq: 0 })).toMatchObject({ code: 'resync' })
})
