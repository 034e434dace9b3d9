import { expect, it } from 'vitest'
import { calls } from '../support/calls.ts'
import { carePerson, register, visit } from '../support/register.ts'
import { runningBoard, until } from '../support/running-board.ts'

it('[F54] [CA2] [CA13] a grid worker reads, finds, changes and answers the people of the own grid, and learns of nobody else', async () => {
  const { ask, board, people } = await register()
  const [mine, next, far] = [carePerson(), carePerson({ grid: 'n2' }), carePerson({ township: 'south', grid: 's1' })]
  await ask('north', '/people', { people: [next] })
  await ask('lead', '/people', { people: [far] })
  expect((await ask('worker', '/people', { people: [mine] })).status).toBe(201)
  for (const [who, one] of [['north', next], ['lead', far], ['worker', mine]] as const) expect((await ask(who, `/people/${one.id}/needs`, { id: `need-${one.grid}`, kind: 'call', dueAt: 1 })).status).toBe(204)
  expect((await ask('worker', '')).body).toEqual({ scope: { grid: 'n1' }, rights: [], figures: null })
  for (const query of ['', '?grid=n2', '?grid=s1', '?group=elder']) expect((await ask('worker', `/people${query}`)).body.rows.map((row: { id: string }) => row.id)).toEqual(query.includes('grid') ? [] : [mine.id])
  expect((await ask('worker', '/needs?before=99999999999999')).body.map((need: { person: string }) => need.person)).toEqual([mine.id])
  expect((await ask('worker', `/people/${mine.id}/open`, visit)).body).toMatchObject({ name: mine.name })
  for (const [text, found] of [[mine.phone, 1], [next.phone, 0], [next.number, 0], [far.name, 0]] as const) expect((await ask('worker', '/find', { text })).body).toHaveLength(found)
  expect((await ask('worker', '/done', { acts: ['n1', 'n2', 's1'].map(grid => ({ id: `done-${grid}`, need: `need-${grid}`, at: Date.now(), how: 'done' })) })).body.map(({ code }: { code: unknown }) => code)).toEqual([null, 'not_found', 'not_found'])
  // Nobody is moved into another grid, nor out of one.
  for (const { id } of [next, far]) {
    for (const [path, body] of [['/open', visit], ['', { version: 1, set: { grid: 'n1' } }], ['/needs', { id: 'x', kind: 'call', dueAt: 1 }], ['/needs/need-n2/end', {}], ['/copy', visit], ['/delete', visit]] as const) expect([path, (await ask('worker', `/people/${id}${path}`, body)).status]).toEqual([path, 404])
  }
  expect((await ask('worker', `/people/${mine.id}`, { version: 1, set: { grid: 'n2' } })).status).toBe(403)
  // What the township does: lists, imports, deletion, merging, plans, rights and the log.
  expect((await ask('worker', '/people', { people: [carePerson()], act: 'import' })).status).toBe(403)
  for (const [path, body] of [['/copy', visit], ['/delete', visit]] as const) expect((await ask('worker', `/people/${mine.id}${path}`, body)).status).toBe(404)
  expect((await ask('worker', '/merge', { keep: { id: mine.id, version: 1 }, other: { id: next.id, version: 1 } })).status).toBe(404)
  for (const path of ['/export', '/plans']) expect([path, (await ask('worker', path, visit)).status]).toEqual([path, 403])
  for (const path of ['/log', '/plans', '/rights']) expect([path, (await ask('worker', path)).status]).toEqual([path, 403])

  // The board tells the own grid and its figures, and no other's.
  await until(() => board.authority.board.get('careCount', 's1-all'))
  const { records } = await (await people.worker.fetch('/api/i/first/board')).json() as { records: Record<string, { id: string }[]> }
  expect(records.grid?.map(({ id }) => id)).toEqual(['n1'])
  expect(new Set(records.careCount?.map(({ id }) => id.split('-')[0]))).toEqual(new Set(['n1']))
  expect(Object.keys(records).filter(kind => records[kind]?.length).sort()).toEqual(['careCount', 'grid', 'incident'])
})

it('[F54] [F56] [HR4] a help request of a grid is on the list of its worker alone among grid workers', async () => {
  const { board, people } = await register()
  const other = board.person({ role: 'gridWorker', grid: 'n2' })
  const body = { id: 'h-1', kind: 'food', township: 'north', grid: 'n1', what: 'rice for a week', where: 'Lane 5', name: '', phone: '13900001111' }
  const answer = await fetch(`${board.origin()}/api/i/first/help`, { method: 'POST', headers: { 'content-type': 'application/json', 'origin': board.origin() }, body: JSON.stringify(body) })
  expect(answer.status).toBe(201)
  const list = async (who: typeof other, path = '/list') => await who.fetch(`/api/i/first/help${path}`, path === '/list' ? {} : { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  const [row] = await (await list(people.worker)).json() as { id: string, phone: string }[]
  expect(row).toMatchObject({ kind: 'food', phone: '139****1111' })
  expect(await (await list(other)).json()).toEqual([])
  expect((await list(other, `/of/${row?.id}/open`)).status).toBe(404)
  expect(await (await list(people.worker, `/of/${row?.id}/open`)).json()).toMatchObject({ asks: [{ phone: '13900001111' }] })
})

it('[F54] [AC9] an administrator adds a grid worker with a grid that exists, alone or from a list; who becomes something else leaves the grid', async () => {
  const board = await runningBoard()
  const boss = board.person({ role: 'admin' })
  const send = (at: string, body: object) => boss.fetch(`/api/people${at}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  expect((await send('', { name: 'G', role: 'gridWorker', grid: 'east' })).status).toBe(400)
  await board.authority.submit({ id: 'add-grid', name: 'addGrid', args: { ...calls.addGrid, grid: 'east' } }, boss.actor)
  const { id } = await (await send('', { name: 'G', role: 'gridWorker', grid: 'east', township: 'north' })).json() as { id: string }
  expect((await send('/roster', { rows: [{ name: 'H', phone: '13900000001', role: 'gridWorker', grid: 'east' }] })).status).toBe(201)
  const all = await (await boss.fetch('/api/people')).json() as { id: string, name: string }[]
  expect(all.find(one => one.id === id)).toMatchObject({ role: 'gridWorker', grid: 'east' })
  expect(all.find(one => one.id === id)).not.toHaveProperty('township')
  expect(all.find(one => one.name === 'H')).toMatchObject({ role: 'gridWorker', grid: 'east' })
  expect((await send(`/${id}`, { role: 'viewer' })).status).toBe(204)
  expect(board.accounts.actorOf(id)).not.toHaveProperty('grid')
  expect((await send(`/${id}`, { role: 'gridWorker' })).status).toBe(400)
})
