import type { SetAside } from '../../shared/core/protocol.ts'
import { Buffer } from 'node:buffer'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { folder } from '../support/county.ts'
import { make } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

const place = (id: string) => ({ place: id, name: id, kind: 'school', township: 'north', lng: -20, lat: 64.5 })

/** A board that was worked on, stopped, changed by hand, and started again. */
async function changedByHand(change: (database: SQLite.Database) => void) {
  const board = await runningBoard()
  const admin = board.person({ role: 'admin' })
  for (const [i, id] of ['p1', 'p2', 'p3'].entries()) expect(await board.authority.submit({ id: `c${i}`, name: 'addPlace', args: place(id) }, admin.actor)).toMatchObject({ ok: true })
  const port = board.port()
  await board.stop()
  const database = new SQLite(path.join(board.data, 'board.db'))
  change(database)
  database.close()
  await board.again(port)
  const aside = async () => await (await admin.fetch('/api/i/first/aside')).json() as SetAside[]
  return { board, admin, aside }
}

const rows: [string, string, string][] = [
  ['a value of the wrong type', `update record set value = json_set(value, '$.lng', 'x') where id = 'p2'`, 'lng'],
  ['a text longer than its field', `update record set value = json_set(value, '$.name', '${'x'.repeat(500)}') where id = 'p2'`, 'name'],
  ['half a JSON text', `update record set value = substr(value, 1, 20) where id = 'p2'`, 'JSON'],
  ['a missing field', `update record set value = json_remove(value, '$.township') where id = 'p2'`, 'township'],
  ['another id', `update record set value = json_set(value, '$.id', 'p9') where id = 'p2'`, 'p9'],
]

it.each(rows)('[ST11] a record with %s is set aside at the start and named; the other records are served', async (_, change, problem) => {
  const { board, admin, aside } = await changedByHand(database => database.exec(change))
  expect([...board.authority.board.all('place')].map(one => one.id)).toEqual(['p1', 'p3'])
  expect(await aside()).toMatchObject([{ kind: 'place', id: 'p2', seq: null }])
  const [named] = await aside()
  expect(`${named?.problem}${change}`).toContain(problem)
  const page = board.page(admin)
  await page.live()
  expect([...page.replica.all('place')].map(one => one.id)).toEqual(['p1', 'p3'])
  expect(board.bugs).toEqual([])
})

it('[ST11] a record of an unknown kind is set aside', async () => {
  const { board, aside } = await changedByHand(database => database.exec(`insert into record values ('dragon', 'd1', '{"id":"d1"}')`))
  expect(await aside()).toEqual([{ kind: 'dragon', id: 'd1', seq: null, problem: 'unknown kind' }])
  expect(board.authority.board.size('place')).toBe(3)
})

const logs: [string, string][] = [
  ['a change that no schema takes', `update log set changes = json_set(changes, '$[0].value.lng', 'x') where id = 'c1'`],
  ['half a JSON text', `update log set changes = substr(changes, 1, 20) where id = 'c1'`],
  ['no list of changes', `update log set changes = '{"kind":"place"}' where id = 'c1'`],
  ['broken arguments', `update log set args = '{' where id = 'c1'`],
]

it.each(logs)('[ST11] a commit with %s does not stop the log, the newest events, a timeline or a device that comes back', async (_, change) => {
  const { board, admin, aside } = await changedByHand(database => database.exec(change))
  for (const way of ['/log?after=0', '/recent', '/history/place/p2', '/history/place/p1', '/board']) expect((await admin.fetch(`/api/i/first${way}`)).status, way).toBe(200)
  const line = await board.line(admin.cookie)
  expect(await line.timeout(5000).emitWithAck('resume', { epoch: board.authority.epoch, seq: 0 })).toMatchObject({ ok: true })
  expect((await aside()).length).toBe(1)
  expect(board.bugs).toEqual([])
})

it('[ST11] [DB2] a bad commit does not stop the freeze: the day has its bulletin, its Word and its Excel', async () => {
  const clock = { now: Date.parse('2030-05-06T10:00:00Z') }
  const board = await runningBoard({ now: () => clock.now })
  const admin = board.person({ role: 'admin' })
  const report = (id: string) => board.authority.submit({ id: `c-${id}`, name: 'reportIssue', args: { issue: id, title: id, aspect: 'safety', severity: 'day', township: 'north', lng: -20, lat: 64.5 } }, admin.actor)
  expect([await report('i1'), await report('i2')]).toMatchObject([{ ok: true }, { ok: true }])
  const port = board.port()
  await board.stop()
  const database = new SQLite(path.join(board.data, 'board.db'))
  database.exec(`update log set changes = json_set(changes, '$[1].value.severity', 'x', '$[0].value.severity', 'x') where id = 'c-i2'; update record set value = json_set(value, '$.title', 'a' || char(11) || 'b') where id = 'i1'; update log set changes = replace(changes, '"title":"i1"', '"title":"__proto__"') where id = 'c-i1'`)
  database.close()
  clock.now += 48 * 3_600_000
  await board.again(port)
  const reader = board.person({ role: 'admin' })
  const days = [...board.authority.board.all('bulletin')]
  expect(days.length).toBeGreaterThan(0)
  expect(days[0]?.figures.found).toBe(1)
  for (const paper of ['word', 'excel']) {
    const response = await reader.fetch(`/api/i/first/bulletins/${days[0]?.day}/${paper}`)
    expect([paper, response.status]).toEqual([paper, 200])
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 2).toString()).toBe('PK')
  }
  expect(board.bugs).toEqual([])
})

it('[ST11] only administrators read the records set aside', async () => {
  const board = await runningBoard()
  for (const role of ['coordinator', 'inspector', 'officer', 'volunteer'] as const) {
    expect((await board.person({ role, township: 'north' }).fetch('/api/i/first/aside')).status).toBe(403)
  }
})

it('[TX1] the sheet of a day is whole with a title that every object has, and papers with what no paper can hold', async () => {
  const { bulletinExcel } = await import('../../server/papers/bulletin-excel.ts')
  const { specimen } = await import('../../server/papers/specimen.ts')
  const { perform } = await import('../../server/papers/jobs.ts')
  const { letterWord } = await import('../../server/papers/letter.ts')
  const PizZip = (await import('pizzip')).default
  const source = specimen(folder.county)
  const titled = (title: string) => ({ ...source, issues: source.issues.map(one => ({ ...one, title })) })
  for (const title of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const zip = new PizZip(Buffer.from(await bulletinExcel(titled(title))))
    const text = Object.keys(zip.files).filter(name => name.endsWith('.xml')).map(name => zip.file(name)?.asText() ?? '').join('')
    expect(text).toContain(title)
    expect(text).not.toMatch(/\[object Object\]|\[native code\]/)
  }
  const bad = 'a\vb\uD83D\u0000c'
  for (const kind of ['word', 'excel'] as const) {
    const { issues, ...day } = titled(bad)
    const zip = new PizZip(Buffer.from(await perform(kind === 'word' ? { kind, day, template: null } : { kind, day }, issues)))
    const text = Object.keys(zip.files).filter(name => name.endsWith('.xml')).map(name => zip.file(name)?.asText() ?? '').join('')
    // What XML cannot hold.
    expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}|\uFFFD/u)
  }
  expect((await letterWord(folder.county, make('incident', {}), make('letter', {}))).subarray(0, 2).toString()).toBe('PK')
})
