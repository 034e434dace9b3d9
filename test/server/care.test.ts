import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { carePerson, register, visit } from '../support/register.ts'
import { until } from '../support/running-board.ts'

it('[F53] [CA3] [CA15] a list shows masked names; one person is opened for a reason, which is in the log before the answer', async () => {
  const { ask, people } = await register()
  const one = carePerson({ name: '张小明', phone: '13800001234', number: '440881195001011234' })
  expect(await ask('north', '/people', { people: [one] })).toMatchObject({ status: 201, body: { added: [one.id], known: 0 } })
  const list = await ask('north', '/people')
  expect(list.body.rows).toEqual([expect.objectContaining({ id: one.id, name: '张**', phone: '138****1234', number: '****1234', grid: 'n1', version: 1 })])
  for (const hidden of ['小明', '0000', '19500101', one.address]) expect(list.text).not.toContain(hidden)
  expect((await ask('north', `/people/${one.id}/open`, {})).status).toBe(400)
  expect((await ask('north', `/people/${one.id}/open`, { reason: 'other' })).status).toBe(400)
  expect((await ask('north', `/people/${one.id}/open`, { reason: 'curious' })).status).toBe(400)
  expect((await ask('north', `/people/${one.id}/open`, { reason: 'other', words: 'asked by the clinic' })).body).toMatchObject({ name: '张小明', phone: '13800001234', number: '440881195001011234', address: one.address })
  expect((await ask('lead', '/log')).body[0]).toMatchObject({ who: people.north.actor.id, act: 'open', person: one.id, reason: 'other', words: 'asked by the clinic' })
  expect((await ask('north', '/log')).status).toBe(403)
  // The log is read by person, by act, and by who did it; it holds ids and no name.
  const acts = async (query: string) => (await ask('overseer', `/log?${query}`)).body.map((row: { act: string }) => row.act)
  expect(await acts('act=open')).toEqual(['open'])
  expect(await acts(`who=${people.north.actor.id}&act=add`)).toEqual(['add'])
  expect(await acts(`who=${people.lead.actor.id}`)).toEqual([])
  expect((await ask('lead', '/log?act=nothing')).status).toBe(400)
  for (const secret of ['小明', '13800001234', one.address]) expect((await ask('lead', '/log')).text).not.toContain(secret)
})

it('[F53] each person of the register has a grid, the grid has a worker with a phone, and the person has needs and a next contact', async () => {
  const now = Date.UTC(2030, 4, 6, 12)
  const { ask, board } = await register({ now: () => now })
  const wang = board.accounts.add({ name: 'Wang', phone: '13900000009', role: 'gridWorker', grid: 's1' })
  const one = carePerson({ township: 'south', grid: 's1' })
  await ask('south', '/people', { people: [one] })
  for (const need of [{ id: 'need-later', kind: 'drug', dueAt: now + 72 * 3_600_000, text: 'insulin' }, { id: 'need-soon', kind: 'call', dueAt: now + 5 * 3_600_000 }]) expect((await ask('south', `/people/${one.id}/needs`, need)).status).toBe(204)
  const [row] = (await ask('south', '/people')).body.rows
  expect(row).toMatchObject({ grid: 's1', next: { kind: 'call', dueAt: now + 5 * 3_600_000 } })
  expect((await ask('south', '/workers')).body.filter((worker: { grid: string }) => worker.grid === row.grid)).toEqual([{ grid: 's1', id: wang, name: 'Wang', phone: '13900000009' }])
  expect((await ask('south', `/people/${one.id}/open`, visit)).body.needs).toMatchObject([{ id: 'need-soon', kind: 'call' }, { id: 'need-later', kind: 'drug', text: 'insulin' }])
})

it('[CA3] a reading that cannot be written down is not answered', async () => {
  const { ask, board } = await register()
  const one = carePerson()
  await ask('north', '/people', { people: [one] })
  const raw = new SQLite(path.join(board.data, 'care.db'))
  raw.exec('create trigger no before insert on care_access begin select raise(fail, \'no\'); end')
  const answer = await ask('north', `/people/${one.id}/open`, visit)
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain(one.name)
  raw.exec('drop trigger no')
  raw.close()
  board.bugs.length = 0
})

it('[F57] [CA2] an officer has their township, a coordinator needs the right, and nobody else reads a name', async () => {
  const { ask, grant, people } = await register()
  const [one, other] = [carePerson(), carePerson({ township: 'south', grid: 's1' })]
  await ask('north', '/people', { people: [one] })
  expect((await ask('north', '/people', { people: [other] })).status).toBe(403)
  expect((await ask('north', '/people', { people: [carePerson({ grid: 's1' })] })).status).toBe(400)
  await ask('lead', '/people', { people: [other] })
  expect((await ask('lead', '/people')).body.rows).toHaveLength(2)
  expect((await ask('north', '/people')).body.rows.map((row: { id: string }) => row.id)).toEqual([one.id])
  for (const path of ['/open', '', '/needs']) expect((await ask('south', `/people/${one.id}${path}`, path === '' ? { version: 1, set: {} } : path === '/open' ? visit : { id: 'x1', kind: 'call', dueAt: 1 })).status).toBe(404)
  for (const who of ['plain', 'admin', 'inspector', 'unit', 'volunteer', 'viewer', 'overseer'] as const) {
    expect([who, (await ask(who, '/people')).status, (await ask(who, '/needs?before=99999999999999')).status, (await ask(who, `/people/${one.id}/open`, visit)).status, (await ask(who, '/people', { people: [carePerson()] })).status, (await ask(who, '/find', { text: one.phone })).status]).toEqual([who, 403, 403, 404, 403, 403])
  }
  // Exact figures are for those who may read the names behind them.
  for (const name of ['plain', 'admin'] as const) expect((await ask(name, '')).body).toEqual({ scope: null, rights: [], figures: null })
  expect((await ask('lead', '')).body).toMatchObject({ scope: {}, figures: [expect.objectContaining({ grid: 'n1', group: 'all', count: 1 }), expect.objectContaining({ group: 'elder' }), expect.objectContaining({ grid: 's1' }), expect.anything()] })
  expect((await ask('inspector', '')).body).toEqual({ scope: null, rights: [], figures: null })
  expect((await ask('lead', '/rights', { person: people.lead.actor.id, right: 'export', granted: true })).status).toBe(403)
  expect((await grant('inspector', 'names')).status).toBe(400)
  expect((await grant('lead', 'names', false)).status).toBe(204)
  expect((await ask('lead', `/people/${one.id}/open`, visit)).status).toBe(404)
})

it('[CA4] who opens more than the county allows is refused, and headquarters is told', async () => {
  let now = Date.UTC(2030, 4, 6, 12)
  const { ask, board, people } = await register({ now: () => now })
  const all = Array.from({ length: 9 }, () => carePerson())
  await ask('north', '/people', { people: all })
  const open = async (i: number) => (await ask('north', `/people/${all[i]!.id}/open`, visit)).status
  for (let i = 0; i < 5; i++) expect(await open(i)).toBe(200)
  expect(await open(5)).toBe(429)
  expect((await ask('north', '/find', { text: all[5]!.phone })).body.code).toBe('too_many_opened')
  await until(() => [...board.authority.board.all('notice')].some(one => one.rule === 'careAlarm' && one.about === people.north.actor.id && one.to.role === 'coordinator'))
  now += 61_000
  for (let i = 5; i < 8; i++) expect(await open(i)).toBe(200)
  expect(await open(8)).toBe(429)
  now += 3_600_000
  expect(await open(8)).toBe(200)
})

it('[CA5] the same person again adds nothing, a change names its version, and two entries become one', async () => {
  const { ask } = await register()
  const one = carePerson()
  const people = [one, carePerson({ number: '' })]
  expect((await ask('north', '/people', { people, act: 'import' })).body).toMatchObject({ known: 0 })
  expect((await ask('north', '/people', { people: people.map(same => ({ ...same, id: carePerson().id })), act: 'import' })).body).toEqual({ added: [], known: 2 })
  expect((await ask('north', `/people/${one.id}`, { version: 1, set: { phone: '13900005678', groups: ['infant'] } })).status).toBe(204)
  expect((await ask('north', `/people/${one.id}`, { version: 1, set: { phone: '13900009999' } })).body.code).toBe('newer_version')
  expect((await ask('north', '/find', { text: '139 0000 5678' })).body).toEqual([expect.objectContaining({ id: one.id, groups: ['infant'] })])
  expect((await ask('north', '/find', { text: one.phone })).body).toEqual([])
  expect((await ask('north', '/find', { text: one.name.slice(0, 9) })).body).toHaveLength(1)
  const twin = carePerson({ name: one.name, note: 'hard of hearing', number: '' })
  await ask('north', '/people', { people: [twin] })
  expect((await ask('north', '/merge', { keep: { id: one.id, version: 2 }, other: { id: twin.id, version: 1 } })).status).toBe(204)
  expect((await ask('north', `/people/${one.id}/open`, visit)).body).toMatchObject({ number: one.number, note: 'hard of hearing', groups: ['infant', 'elder'], version: 3 })
  expect((await ask('north', `/people/${twin.id}/open`, visit)).status).toBe(404)
})

it('[F55] [CA6] what is due comes with the most urgent first; done counts once, and a late note calls nothing back', async () => {
  let now = Date.UTC(2030, 4, 6, 12)
  const hour = 3_600_000
  const { ask } = await register({ now: () => now })
  const one = carePerson()
  await ask('north', '/people', { people: [one] })
  await ask('north', `/people/${one.id}/needs`, { id: 'need-1', kind: 'call', dueAt: now + hour, text: 'deaf: ring twice' })
  await ask('north', `/people/${one.id}/needs`, { id: 'need-2', kind: 'birth', dueAt: now + hour / 2 })
  expect((await ask('north', `/people/${one.id}/needs`, { id: 'need-3', kind: 'nothing', dueAt: now })).status).toBe(400)
  const due = async () => (await ask('north', `/needs?before=${now + 48 * hour}`)).body as { id: string, dueAt: number, triedAt: number | null }[]
  expect((await due()).map(({ id }) => id)).toEqual(['need-2', 'need-1'])
  const done = (id: string, need: string, at: number, how = 'done') => ask('north', '/done', { acts: [{ id, need, at, how }] })
  const before = now
  now += 2 * hour
  expect((await done('a1', 'need-1', now, 'unreached')).body).toEqual([{ id: 'a1', code: null }])
  expect((await due())[1]).toMatchObject({ dueAt: before + hour, triedAt: now })
  for (const at of [now, now + hour]) expect((await done('a2', 'need-1', at)).body).toEqual([{ id: 'a2', code: null }])
  await done('a3', 'need-1', before)
  expect((await due()).find(({ id }) => id === 'need-1')).toMatchObject({ dueAt: now + 24 * hour, triedAt: null })
  await done('a4', 'need-2', now)
  expect((await due()).map(({ id }) => id)).toEqual(['need-1'])
  expect((await ask('south', '/done', { acts: [{ id: 'a5', need: 'need-1', at: now, how: 'done' }] })).body).toEqual([{ id: 'a5', code: 'not_found' }])
  expect((await ask('north', '/done', { acts: [{ id: 'a6', need: 'need-1', at: now - 90 * hour, how: 'done' }, { id: 'a7', need: 'need-1', at: now, how: 'done' }] })).body).toEqual([{ id: 'a6', code: 'over' }, { id: 'a7', code: null }])
  expect((await ask('north', `/people/${one.id}/open`, visit)).body).toMatchObject({ reachedAt: now, needs: [{ id: 'need-1', text: 'deaf: ring twice' }] })
})

it('[F21] [CA17] a zone over the post of a grid calls its people sooner at once, in the list, the card and the figures, and its lifting ends that', async () => {
  const hour = 3_600_000
  const noon = Date.UTC(2030, 4, 6, 12)
  let now = noon
  const { ask, board } = await register({ now: () => now })
  const [one, other] = [carePerson(), carePerson({ grid: 'n2' })]
  await ask('north', '/people', { people: [one, other] })
  for (const { id } of [one, other]) await ask('north', `/people/${id}/needs`, { id: `call-${id}`, kind: 'call', dueAt: now + hour })
  await ask('north', `/people/${one.id}/needs`, { id: 'drug', kind: 'drug', dueAt: now + 5 * hour })
  await ask('north', '/done', { acts: [one, other].map(({ id }) => ({ id: `done-${id}`, need: `call-${id}`, at: now, how: 'done' })) })
  const { board: records } = board.authority
  records.set({ kind: 'grid', id: 'n1', value: { ...records.get('grid', 'n1')!, spot: { lng: 0.5, lat: 0.5 } } })
  const zone = (level: string, more = {}) => records.set({ kind: 'zone', id: 'z1', value: { id: 'z1', name: 'z1', level, ring: [[0, 0], [1, 0], [1, 1], [0, 1]], validFrom: noon, validTo: null, reason: '', approver: '', liftedAt: null, history: [], ...more } as never })
  const due = async (ahead = 48) => ((await ask('north', `/needs?before=${noon + ahead * hour}`)).body as { id: string, dueAt: number, rule: string | null }[]).map(need => [need.id.slice(0, 4), (need.dueAt - noon) / hour, need.rule])
  expect(await due()).toEqual([['drug', 5, null], ['call', 24, null], ['call', 24, null]])
  zone('control')
  expect(await due()).toEqual([['drug', 5, null], ['call', 12, 'often'], ['call', 24, null]])
  zone('lockdown')
  expect(await due(13)).toEqual([['drug', 5, null], ['call', 6, 'oftener']])
  now += 7 * hour
  const { care } = board.incidents.all()[0]!
  expect(care.figures().find(({ grid, group }) => grid === 'n1' && group === 'all')).toMatchObject({ late: 1 })
  expect((await ask('north', `/people/${one.id}/open`, visit)).body.needs).toMatchObject([{ id: 'drug' }, { kind: 'call', dueAt: noon + 6 * hour, rule: 'oftener' }])
  expect((await ask('north', '/people?grid=n1')).body.rows[0].next).toEqual({ kind: 'drug', dueAt: noon + 5 * hour })
  // Reached by whatever need; a tap that comes late sets nothing back.
  await ask('north', '/done', { acts: [{ id: 'd1', need: 'drug', at: now, how: 'done' }, { id: 'd2', need: 'drug', at: now - 3 * hour, how: 'done' }] })
  expect(await due(14)).toEqual([['call', 13, 'oftener']])
  expect(care.figures().find(({ grid, group }) => grid === 'n1' && group === 'all')).toMatchObject({ late: 0 })
  zone('lockdown', { liftedAt: now })
  expect(await due(30)).toEqual([['call', 24, null], ['call', 24, null]])
})

it('[F54] [CA8] the board counts people by grid and group, with the first who was not reached in time', async () => {
  let now = Date.UTC(2030, 4, 6, 12)
  const { ask, board } = await register({ now: () => now })
  const one = carePerson()
  await ask('north', '/people', { people: [one, carePerson({ groups: ['infant', 'elder'] })] })
  await ask('north', `/people/${one.id}/needs`, { id: 'need-1', kind: 'call', dueAt: now - 1 })
  const count = (id: string) => board.authority.board.get('careCount', id)
  await until(() => count('n1-all')?.late === 1)
  expect(count('n1-all')).toMatchObject({ count: 2, risen: 1, far: 0, risenAt: now, farAt: null, township: 'north' })
  expect(count('n1-infant')).toMatchObject({ count: 1, late: 0 })
  now += 25 * 3_600_000
  await board.incidents.all()[0]!.care.look()
  expect(count('n1-all')).toMatchObject({ far: 1, farAt: now })
  await ask('north', '/done', { acts: [{ id: 'a1', need: 'need-1', at: now, how: 'done' }] })
  await until(() => count('n1-all')?.late === 0)
  expect(count('n1-all')).toMatchObject({ risenAt: null, farAt: null })
})

it('[CA1] the vault is sealed at rest, and without its key it stays closed while the board serves', async () => {
  const { ask, board } = await register()
  const one = carePerson()
  await ask('north', '/people', { people: [one] })
  expect(fs.statSync(path.join(board.data, 'care.key')).mode & 0o777).toBe(0o600)
  expect(fs.statSync(path.join(board.data, 'care.db')).mode & 0o777).toBe(0o600)
  board.incidents.all()[0]!.care.vault.renewKey()
  expect((await ask('north', `/people/${one.id}/open`, visit)).body.name).toBe(one.name)
  const port = board.port()
  await board.stop()
  for (const file of fs.readdirSync(board.data).filter(name => /^(?:care|board)\./.test(name))) {
    const bytes = fs.readFileSync(path.join(board.data, file), 'latin1')
    for (const secret of [one.name, one.phone, one.number, one.address]) expect([file, bytes.includes(secret)]).toEqual([file, false])
  }
  fs.renameSync(path.join(board.data, 'care.key'), path.join(board.data, 'away'))
  await board.again(port)
  expect((await ask('north', '/people')).body.code).toBe('vault_closed')
  expect(board.bugs).toHaveLength(1)
  board.bugs.length = 0
  expect((await fetch(`${board.origin()}/health`)).ok).toBe(true)
  await board.stop()
  fs.renameSync(path.join(board.data, 'away'), path.join(board.data, 'care.key'))
  await board.again(port)
  expect((await ask('north', `/people/${one.id}/open`, visit)).body.name).toBe(one.name)
})

it('[CA9] a changed, missing or inserted row of the log of readings is found', async () => {
  const { ask, board } = await register()
  for (let i = 0; i < 4; i++) await ask('north', '/people', { people: [carePerson()] })
  const { log } = board.incidents.all()[0]!.care
  expect(log.broken()).toBeNull()
  const raw = new SQLite(path.join(board.data, 'care.db'))
  const found = (change: string) => {
    raw.exec('begin')
    raw.exec(change)
    raw.exec('commit')
    return log.broken()
  }
  expect(found('update care_access set who = who || \'x\' where id = 3')).toBe(3)
  expect(found('update care_access set who = rtrim(who, \'x\') where id = 3')).toBeNull()
  expect(found('delete from care_access where id = 2')).toBe(3)
  raw.close()
})
