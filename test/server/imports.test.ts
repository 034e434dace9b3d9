import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { ask, runningBoard } from '../support/running-board.ts'

const put = (csv: string | Uint8Array<ArrayBuffer>) => ({ method: 'PUT', body: csv, headers: { 'content-type': 'application/octet-stream' } })
const places = '名称,类型,镇街,经度,纬度\n第一养老院,school,north,-19.5,64.5\n第二养老院,school,south,-20.1,63.5\n无镇之家,school,,,\n怪地方,怪类型,north,,\n'

it('[F93] [IM20] a list of places is counted first, written when it is told to, and the same file again adds nothing', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const ann = board.person({ role: 'coordinator' })
  const send = async (query: string, csv = places) => {
    const answer = await ann.fetch(`/api/i/first/imports/places?name=list.csv${query}`, put(csv))
    return [answer.status, await answer.json()] as const
  }
  const before = [...board.authority.board.all('place')].length
  expect(await send('')).toMatchObject([200, { good: 2, known: 0, refused: [{ line: 4, why: 'no_township' }], asked: [{ of: 'kind', word: '怪类型', lines: [5] }] }])
  expect([...board.authority.board.all('place')]).toHaveLength(before)
  expect(await send('&take=yes')).toMatchObject([201, { good: 2, written: 2 }])
  expect([...board.authority.board.all('place')].map(one => one.name)).toEqual(expect.arrayContaining(['第一养老院', '第二养老院']))
  expect(await send('&take=yes')).toMatchObject([201, { good: 0, known: 2, written: 0 }])
  expect(await send('', places.replace('-19.5,64.5', '-19.6,64.55'))).toMatchObject([200, { good: 0, known: 1, changed: [2] }])
  expect(board.bugs).toEqual([])
})

it('[IM20] an officer adds to their township only, also the rows that name none, a volunteer adds nothing, and a stranger learns nothing', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const [officer, ben, una] = [board.person({ role: 'officer', township: 'north' }), board.person({ role: 'volunteer', township: 'north' }), board.person({ role: 'unit', unit: 'health' })]
  const path = '/api/i/first/imports/places?name=list.csv&take=yes'
  expect(await (await officer.fetch(path, put(places))).json()).toMatchObject({ written: 2, refused: expect.arrayContaining([{ line: 3, why: 'other_township' }]) })
  for (const one of [ben, una]) expect((await one.fetch(path, put(places))).status).toBe(403)
  expect((await fetch(`${board.origin()}${path}`, { ...put(places), headers: { origin: board.origin() } })).status).toBe(401)
  expect((await officer.fetch('/api/i/first/imports/secrets?name=x', put(places))).status).toBe(400)
})

it('[IM20] a roster adds volunteers with a link for each row, once', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const ann = board.person({ role: 'coordinator' })
  const roster = '姓名,电话,镇街\n李一,13800000001,north\n李二,13800000002,south\n李三,12,north\n'
  const send = async (query = '') => await (await ann.fetch(`/api/i/first/imports/roster?name=r.csv${query}`, put(roster))).json() as { good: number, written: number, known: number, links: { line: number, token: string }[], refused: { line: number }[] }
  expect(await send()).toMatchObject({ good: 2, refused: [{ line: 4 }] })
  const done = await send('&take=yes')
  expect(done).toMatchObject({ written: 2, known: 0, links: [{ line: 2 }, { line: 3 }] })
  expect((await fetch(`${board.origin()}/api/session`, { method: 'POST', headers: { 'origin': board.origin(), 'content-type': 'application/json' }, body: JSON.stringify({ token: done.links[0]?.token }) })).status).toBe(204)
  expect(await send('&take=yes')).toMatchObject({ written: 0, known: 2, links: [] })
})

it('[IM20] a stock list is booked once for each row, and the same list again adds nothing', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const ann = board.person({ role: 'coordinator' })
  await ann.fetch('/api/i/first/imports/places?name=p.csv&take=yes', put(places))
  const stock = '仓库,物资,数量\n第一养老院,glove,500\n第一养老院,glove,many\n第三养老院,glove,5\n'
  const send = async () => await (await ann.fetch('/api/i/first/imports/stock?name=s.csv&take=yes', put(stock))).json()
  expect(await send()).toMatchObject({ good: 1, written: 1, refused: [{ line: 3, why: 'bad_quantity' }], asked: [{ of: 'place', word: '第三养老院' }] })
  expect(await send()).toMatchObject({ good: 0, known: 1, written: 0 })
  expect([...board.authority.board.all('move')].filter(one => one.supply === 'glove').map(one => one.change)).toEqual([500])
})

it('[IM20] what offices send is read; what is no list, too large or damaged is refused and writes nothing', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const ann = board.person({ role: 'coordinator' })
  const how = async (body: Uint8Array<ArrayBuffer>, name = 'x.xlsx') => {
    const answer = await ann.fetch(`/api/i/first/imports/places?name=${name}`, put(body))
    return [answer.status, await answer.json()] as const
  }
  const messy = (name: string) => new Uint8Array(fs.readFileSync(`test/transfer/messy/${name}`))
  expect(await how(messy('gb18030.csv'), 'a.csv')).toMatchObject([200, { head: expect.arrayContaining(['名称']) }])
  expect(await how(messy('titles-and-notes.xlsx'))).toMatchObject([200, { aside: expect.arrayContaining([{ line: 1, why: 'above' }]) }])
  for (const bad of ['', 'PK\u0003\u0004 no zip', 'one line only']) expect(await how(new Uint8Array(Buffer.from(bad)))).toMatchObject([409, { code: 'unreadable_list' }])
  expect(await how(new Uint8Array(5 * 2 ** 20))).toMatchObject([413, { code: 'too_large' }])
  const long = `名称,类型,镇街\n${Array.from({ length: 5001 }, (_, i) => `家${i},school,north`).join('\n')}`
  expect(await how(new Uint8Array(Buffer.from(long)), 'long.csv')).toMatchObject([413, { code: 'too_large' }])
  const line = await board.line(ann.cookie)
  expect(await ask(line, 'command', { id: 'c1', name: 'commentIssue', args: {} })).toMatchObject({ ok: false })
  expect(board.bugs).toEqual([])
})

it('[IM21] an import of people is taken back: links end, who has signed in stays, and only the person who added them may', async () => {
  const board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  const [ann, cleo, admin] = [board.person({ role: 'coordinator' }), board.person({ role: 'coordinator' }), board.person({ role: 'admin' })]
  const post = async (who: typeof ann, path: string, body: object) => {
    const answer = await who.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return [answer.status, await answer.json()] as const
  }
  const enter = async (token: string | undefined) => (await fetch(`${board.origin()}/api/session`, { method: 'POST', headers: { 'origin': board.origin(), 'content-type': 'application/json' }, body: JSON.stringify({ token }) })).status
  const rows = ['1', '2', '3'].map(n => ({ name: `V${n}`, phone: `1380000000${n}`, township: 'north', skills: [], trained: [] }))
  const [, done] = await post(ann, '/api/volunteers/roster', { rows }) as [number, { added: { id: string, token: string }[] }]
  const people = done.added.map(one => one.id)
  expect(await enter(done.added[0]?.token)).toBe(204)
  expect(await post(cleo, '/api/volunteers/roster/undo', { people })).toMatchObject([404, { code: 'not_found' }])
  expect(await post(ann, '/api/volunteers/roster/undo', { people: [...people, cleo.actor.id] })).toMatchObject([404, { code: 'not_found' }])
  expect(await post(ann, '/api/volunteers/roster/undo', { people })).toMatchObject([200, { gone: people.slice(1) }])
  expect(await enter(done.added[1]?.token)).toBe(401)
  expect(await post(ann, '/api/volunteers/roster', { rows })).toMatchObject([201, { known: 1, added: [{ row: 1 }, { row: 2 }] }])

  const staff = { rows: [{ name: 'S', phone: '13900000000', role: 'inspector', team: 1 }] }
  const [, hired] = await post(admin, '/api/people/roster', staff) as [number, { added: { id: string }[] }]
  expect(await post(ann, '/api/people/roster/undo', { people: hired.added.map(one => one.id) })).toMatchObject([403, { code: 'forbidden' }])
  expect(await post(admin, '/api/people/roster/undo', { people: hired.added.map(one => one.id) })).toMatchObject([200, { gone: [hired.added[0]?.id] }])
  expect(board.bugs).toEqual([])
})
