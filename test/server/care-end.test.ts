import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { carePerson, register, visit } from '../support/register.ts'

const day = 24 * 3_600_000
type Register = Awaited<ReturnType<typeof register>>
const look = ({ board }: Register) => board.incidents.all()[0]!.care.look()
const ring = [[0, 0], [1, 0], [1, 1], [0, 1]]

/** Opens a copy of the vault with the keys that are there now, and answers whether any row of it can be read. */
async function readable(copy: string, { board, ask }: Register, id: string): Promise<boolean> {
  const port = board.port()
  await board.stop()
  const file = path.join(board.data, 'care.db')
  for (const more of ['-wal', '-shm']) fs.rmSync(file + more, { force: true })
  fs.renameSync(file, `${file}.kept`)
  fs.copyFileSync(copy, file)
  await board.again(port)
  const { status } = await ask('north', `/people/${id}/open`, visit)
  await board.stop()
  for (const more of ['-wal', '-shm']) fs.rmSync(file + more, { force: true })
  fs.renameSync(`${file}.kept`, file)
  await board.again(port)
  board.bugs.length = 0
  return status === 200
}

async function backup({ board }: Register, name: string): Promise<string> {
  const to = path.join(board.data, '..', `${path.basename(board.data)}-${name}`)
  const raw = new SQLite(path.join(board.data, 'care.db'))
  await raw.backup(to)
  raw.close()
  return to
}

it('[F57] [CA11] after the incident everything is destroyed on the planned day, unless it is held; no backup can be read, and logs and figures stay', async () => {
  let now = Date.UTC(2030, 4, 6, 12)
  const all = await register({ now: () => now })
  const { ask, board, people } = all
  const [one, other] = [carePerson(), carePerson()]
  await ask('north', '/people', { people: [one, other] })
  await ask('north', `/people/${one.id}/needs`, { id: 'need-1', kind: 'call', dueAt: now + 99 * day })
  const copy = await backup(all, 'copy')
  expect(await readable(copy, all, one.id)).toBe(true)
  expect((await ask('north', '/plans', {})).status).toBe(403)
  expect((await ask('plain', '/plans', {})).status).toBe(204)
  expect((await ask('plain', '/plans', {})).body.code).toBe('exists')
  const [plan] = (await ask('plain', '/plans')).body
  expect(plan).toMatchObject({ cause: 'incident', grid: null, dueAt: now + 10 * day, doneAt: null })
  expect((await ask('plain', `/plans/${plan.id}/hold`, { why: '' })).body.code).toBe('needs_reason')
  expect((await ask('plain', `/plans/${plan.id}/hold`, { why: 'a claim is open' })).status).toBe(204)
  now += 11 * day
  await look(all)
  expect((await ask('north', '/people')).body.rows).toHaveLength(2)
  expect((await ask('plain', `/plans/${plan.id}/hold`, { why: null })).status).toBe(204)
  await look(all)
  expect((await ask('plain', '/plans')).body).toMatchObject([{ doneAt: now, figures: { people: 2, needs: 1, acts: 0 } }])
  expect((await ask('plain', `/plans/${plan.id}/hold`, { why: 'late' })).body.code).toBe('over')
  expect((await ask('north', '/people')).body.rows).toEqual([])
  expect(fs.existsSync(path.join(board.data, 'care.key'))).toBe(false)
  const { care, authority } = board.incidents.all()[0]!
  expect(care.log.broken()).toBeNull()
  expect(authority.board.get('careCount', 'n1-all')?.count).toBe(0)
  expect((await ask('lead', '/log')).body.some((row: { act: string, who: string }) => row.act === 'hold' && row.who === people.plain.actor.id)).toBe(true)
  expect(await readable(copy, all, one.id)).toBe(false)
  fs.rmSync(copy)
  // A register that begins again has a new key.
  expect((await ask('north', '/people', { people: [carePerson()] })).status).toBe(201)
})

it('[CA11] a lifted zone plans the destruction of its grid, a new one withdraws it, and what is left is sealed with new keys', async () => {
  let now = Date.UTC(2030, 4, 6, 12)
  const all = await register({ now: () => now })
  const { ask, board, people } = all
  const give = (name: string, args: unknown) => board.authority.submit({ id: `${name}-${now}-${JSON.stringify(args).length}`, name, args }, people.admin.actor)
  await give('editGrid', { grid: 'n1', set: { spot: { lng: 0.5, lat: 0.5 } }, base: { spot: null } })
  const [gone, stays] = [carePerson(), carePerson({ grid: 'n2', note: 'kept' })]
  await ask('north', '/people', { people: [gone, stays] })
  const zone = (id: string, from: number, to: number) => ({ kind: 'zone' as const, id, value: { id, name: id, level: 'control' as const, ring, validFrom: from, validTo: to, reason: '', approver: '', liftedAt: null, history: [] } as never })
  board.authority.board.set(zone('z1', now - day, now - 1))
  async function plans() {
    await look(all)
    return (await ask('plain', '/plans')).body
  }
  expect(await plans()).toMatchObject([{ grid: 'n1', cause: 'zone', dueAt: now - 1 + 10 * day }])
  board.authority.board.set(zone('z2', now - 1, now + day))
  expect(await plans()).toEqual([])
  now += day + 1
  expect(await plans()).toHaveLength(1)
  const copy = await backup(all, 'copy')
  now += 10 * day
  expect(await plans()).toMatchObject([{ doneAt: now, figures: { people: 1 } }])
  expect((await ask('north', `/people/${gone.id}/open`, visit)).status).toBe(404)
  expect((await ask('north', `/people/${stays.id}/open`, visit)).body).toMatchObject({ name: stays.name, note: 'kept' })
  expect((await ask('north', '/find', { text: stays.phone })).body).toHaveLength(1)
  expect(await readable(copy, all, stays.id)).toBe(false)
  fs.rmSync(copy)
  expect((await ask('north', `/people/${stays.id}/open`, visit)).body.name).toBe(stays.name)
})

it('[CA12] somebody gets a copy of everything about them, and nothing is left after the deletion but rows of the log', async () => {
  const all = await register()
  const { ask, board } = all
  const [one, other] = [carePerson({ note: 'deaf' }), carePerson()]
  await ask('north', '/people', { people: [one] })
  await ask('north', '/people', { people: [other] })
  await ask('north', `/people/${one.id}/needs`, { id: 'need-1', kind: 'drug', dueAt: 5, text: 'insulin' })
  await ask('north', '/done', { acts: [{ id: 'a1', need: 'need-1', at: Date.now(), how: 'done' }] })
  await ask('north', `/people/${one.id}/open`, { reason: 'other', words: `${one.name} rang` })
  expect((await ask('south', `/people/${one.id}/copy`, visit)).status).toBe(404)
  const { body } = await ask('north', `/people/${one.id}/copy`, visit)
  expect(body).toMatchObject({ name: one.name, number: one.number, note: 'deaf', needs: [{ text: 'insulin' }], acts: [{ kind: 'drug', how: 'done' }] })
  expect(body.readings.map((row: { act: string }) => row.act)).toEqual(['add', 'change', 'done', 'open', 'copy'])
  expect((await ask('south', `/people/${one.id}/delete`, visit)).status).toBe(404)
  expect((await ask('north', `/people/${one.id}/delete`, visit)).status).toBe(204)
  expect((await ask('north', `/people/${one.id}/open`, visit)).status).toBe(404)
  expect((await ask('north', '/find', { text: one.phone })).body).toEqual([])
  const raw = new SQLite(path.join(board.data, 'care.db'), { readonly: true })
  const left = (raw.prepare('select name from sqlite_schema where type = \'table\' and name like \'care_%\'').pluck().all() as string[]).map(name => [name, raw.prepare(`select * from ${name}`).all().filter(row => JSON.stringify(row).includes(one.id)).length] as const)
  expect(left.filter(([, rows]) => rows).map(([name]) => name)).toEqual(['care_access'])
  expect(raw.prepare('select count(*) from care_access where person = ? and sealed is not null').pluck().get(one.id)).toBe(0)
  raw.close()
  expect(board.incidents.all()[0]!.care.log.broken()).toBeNull()
  expect((await ask('north', `/people/${other.id}/open`, visit)).body.name).toBe(other.name)
})
