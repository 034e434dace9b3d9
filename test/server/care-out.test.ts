import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { carePerson, register, visit } from '../support/register.ts'

it('[F57] [CA10] a list with names needs the right and a reason, a few a day, and every line bears the mark under which the log has it', async () => {
  let now = Date.UTC(2030, 4, 6, 12)
  const { ask, grant, confirm } = await register({ now: () => now })
  await ask('north', '/people', { people: [carePerson(), carePerson()] })
  await ask('lead', '/people', { people: [carePerson({ township: 'south', grid: 's1' })] })
  expect((await ask('north', '/export', visit)).status).toBe(403)
  await grant('north', 'export')
  expect((await ask('north', '/export', {})).status).toBe(400)
  const list = (await ask('north', '/export', visit)).body
  expect(list.people).toHaveLength(2)
  expect((await ask('lead', '/log')).body[0]).toMatchObject({ act: 'export', people: 2, reason: 'visit', words: expect.stringContaining(list.mark) })
  expect((await ask('north', '/export', visit)).status).toBe(200)
  expect((await ask('north', '/export', visit)).body.code).toBe('exports_used_up')
  now += 25 * 3_600_000
  expect(await confirm('north')).toBe(204)
  expect((await ask('north', '/export', visit)).status).toBe(200)
  expect((await ask('lead', '/export', visit)).status).toBe(403)
})

it('[F57] [CA16] data with names is taken out only within minutes after its own person used a sign-in link on that device; each refusal is written down', async () => {
  let now = Date.UTC(2030, 4, 6, 12)
  const { ask, board, confirm, grant, people } = await register({ now: () => now })
  const one = carePerson()
  await ask('north', '/people', { people: [one] })
  await grant('north', 'export')
  const taken = async () => [await ask('north', '/export', visit), await ask('north', `/people/${one.id}/copy`, visit)].map(({ status, body }) => status === 200 ? 200 : body.code)
  expect(await taken()).toEqual([200, 200])
  now += 15 * 60_000
  expect(await taken()).toEqual(['sign_in_again', 'sign_in_again'])
  expect((await ask('lead', '/log')).body.slice(0, 2)).toEqual([0, 1].map(() => expect.objectContaining({ who: people.north.actor.id, act: 'unconfirmed', at: now })))
  // Somebody without the right is told that, and nothing else.
  expect((await ask('lead', '/export', visit)).body.code).toBe('forbidden')
  expect((await ask('south', `/people/${one.id}/copy`, visit)).body.code).toBe('not_found')
  const [other, own] = [board.accounts.invite(people.lead.actor.id, 1), board.accounts.invite(people.north.actor.id, 1)]
  for (const wrong of [other, 'x'.repeat(43)]) expect(await confirm('north', wrong)).toBe(404)
  expect(await taken()).toEqual(['sign_in_again', 'sign_in_again'])
  expect(await confirm('north', own)).toBe(204)
  expect(await taken()).toEqual([200, 200])
  // A link works once, and another person's is still theirs.
  expect(await confirm('north', own)).toBe(404)
  expect(await confirm('lead', other)).toBe(204)
  // A link of one day is of no use on the next.
  const old = board.accounts.invite(people.north.actor.id, 1)
  now += 2 * 3_600_000
  expect(await confirm('north', old)).toBe(404)
})

it('[F54] [V6] planners read who looks after the grids they plan, with a phone; nobody else does, and the reading is recorded', async () => {
  const { ask, board } = await register()
  const worker = board.accounts.add({ name: 'Wang', phone: '13900000009', role: 'gridWorker', grid: 's1' })
  const seen = async (who: Parameters<typeof ask>[0]) => (await ask(who, '/workers')).body
  expect((await seen('lead') as { grid: string }[]).map(one => one.grid).sort()).toEqual(['n1', 's1'])
  expect(await seen('south')).toEqual([{ grid: 's1', id: worker, name: 'Wang', phone: '13900000009' }])
  expect((await seen('north') as { grid: string }[]).map(one => one.grid)).toEqual(['n1'])
  for (const who of ['worker', 'inspector', 'unit', 'volunteer', 'viewer', 'overseer'] as const) expect([who, (await ask(who, '/workers')).status]).toEqual([who, 403])
  expect(board.accounts.disable('system', worker)).toBeUndefined()
  expect(await seen('south')).toEqual([])
})

it('[CA15] a row of the log has the time by the incident’s clock beside the real one, and the chain covers both', async () => {
  const real = Date.UTC(2030, 4, 6, 12)
  const { ask, board } = await register({ now: () => real })
  const drill = real - 99 * 3_600_000
  board.authority.board.set({ kind: 'incident', id: 'incident', value: { ...board.authority.board.get('incident', 'incident')!, clock: { offset: drill - real, stoppedAt: null } } })
  await ask('north', '/people', { people: [carePerson()] })
  expect((await ask('lead', '/log')).body[0]).toMatchObject({ act: 'add', at: real, clockAt: drill })
  const { log } = board.incidents.all()[0]!.care
  expect(log.broken()).toBeNull()
  const raw = new SQLite(path.join(board.data, 'care.db'))
  raw.exec('update care_access set clockAt = clockAt + 1')
  raw.close()
  expect(log.broken()).not.toBeNull()
})
