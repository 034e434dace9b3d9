import type { RunningBoard } from '../support/running-board.ts'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { carePerson, register, visit } from '../support/register.ts'
import { routes } from '../support/routes.ts'

type Person = ReturnType<RunningBoard['person']>

/** A body that each route understands which has one of its own; the others get an empty object. */
const bodies: Readonly<Record<string, unknown>> = {
  '/api/i/first/audit': { wanted: {} },
  '/api/i/first/audit/export': { wanted: {} },
}
/** Ends or renews the session with which this test asks. */
const ends = ['DELETE /api/session', 'POST /api/devices/wiped']

/** Asks every route that needs a person, as this one, and answers those that did what they were asked. */
async function answered(by: Person): Promise<string[]> {
  const done: string[] = []
  for (const { leaf, at, body, open } of routes) {
    const method = leaf.split(' ')[0]!
    const name = `${method} ${at.split('?')[0]}`
    if (open || ends.includes(name)) continue
    const answer = await by.fetch(at, { method, ...body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(bodies[at] ?? {}) } })
    await answer.text()
    if (answer.ok) done.push(name)
  }
  return done
}

/** What an auditor gets: the log and its verification, and beside them what is about the auditor or is told to everybody. */
const forAuditors = [
  'GET /api/system/verify',
  'POST /api/system/verify',
  'POST /api/i/first/audit',
  'POST /api/i/first/audit/export',
  'DELETE /api/i/first/tables/b1/key',
  'DELETE /api/session/factor/app',
  'DELETE /api/telling/push',
  'GET /api/calendar',
  'GET /api/i/first/board',
  'GET /api/i/first/care',
  'GET /api/i/first/log',
  'GET /api/i/first/photos/i1',
  'GET /api/i/first/recent',
  'GET /api/i/first/settled',
  'GET /api/i/first/tables',
  'GET /api/incidents',
  'GET /api/names',
  'GET /api/session',
  'GET /api/session/factor',
  'GET /api/telling',
  'POST /api/calendar',
  'DELETE /api/calendar',
  'POST /api/devices/code',
  'POST /api/session/factor/app',
  'POST /api/telling/mail',
].sort()

it('[F90] [AU8] [V13] an auditor reads the log and has it verified; no other route of the server does anything for them or says more than to a newcomer', async () => {
  const { board, people: { auditor, north }, ask } = await register()
  const one = carePerson()
  await ask('north', '/people', { people: [one] })
  await ask('north', `/people/${one.id}/open`, visit)
  expect((await answered(auditor)).sort()).toEqual(forAuditors)
  expect(Object.entries(commands).filter(([, { roles }]) => (roles as readonly string[]).includes('auditor'))).toEqual([])
  const read = async (path: string, init: RequestInit = {}) => await (await auditor.fetch(path, init)).text()
  const wanted = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ wanted: {} }) }
  const told = [await read('/api/i/first/audit', wanted), ...await Promise.all(['/api/i/first/board', '/api/i/first/log?after=0', '/api/i/first/recent', `/api/names?ids=${north.actor.id}`].map(path => read(path)))].join()
  expect(told).toContain('"act":"open"')
  for (const secret of [one.name, one.phone, one.number, one.address, 'the officer']) expect(told).not.toContain(secret)
  // By a text that is looked for, what people wrote could be guessed.
  expect((await auditor.fetch('/api/i/first/audit', { ...wanted, body: JSON.stringify({ wanted: { text: one.name } }) })).status).toBe(403)
  expect(board.bugs).toEqual([])
})

/** Every row of the three logs, as the databases have them. */
function rowsOf(data: string): readonly string[][] {
  return ([['board.db', 'log'], ['board.db', 'reading'], ['care.db', 'care_access']] as const).map(([file, table]) => {
    const raw = new SQLite(path.join(data, file), { readonly: true })
    const rows = raw.prepare(`select * from ${table} order by 1`).all().map(row => JSON.stringify(row))
    raw.close()
    return rows
  })
}

it('[F90] [AU9] whatever an administrator asks of the server, no row of a log is changed or removed, and nothing of the register is answered', async () => {
  const { board, people: { admin }, ask } = await register()
  const one = carePerson()
  await ask('north', '/people', { people: [one] })
  await ask('north', `/people/${one.id}/open`, visit)
  expect((await ask('admin', `/people/${one.id}/open`, visit)).status).toBe(404)
  const before = rowsOf(board.data)
  expect(before.map(rows => rows.length > 0)).toEqual([true, true, true])
  expect(await answered(admin)).toEqual(expect.arrayContaining(['GET /api/people', 'POST /api/i/first/audit']))
  const after = rowsOf(board.data)
  for (const [i, rows] of before.entries()) expect(after[i]!.slice(0, rows.length)).toEqual(rows)
})
