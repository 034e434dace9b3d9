import type { CountyView } from '../../shared/api/city.ts'
import type { Overview } from '../../shared/api/overview.ts'
import type { RunningBoard } from '../support/running-board.ts'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { cityView } from '../../server/city/city.ts'
import { coversOf, lateIn } from '../../shared/api/city.ts'
import { summary } from '../../shared/bulletins/summary.ts'
import { factsOf } from '../../shared/core/county.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { folder as bruma } from '../../shared/county/bruma/index.ts'
import { folder as lianjiang } from '../../shared/county/lianjiang/index.ts'
import { overdue } from '../../shared/issues/steps.ts'
import { inForce } from '../../shared/zones/in-force.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'
import { system } from '../support/token.ts'

const drill = { START_WITH: 'drill' }
const above = async (board: RunningBoard) => (await system(board, board.person({ role: 'admin' }), { name: 'city', role: 'overseer' })).secret

interface Look { readonly at: number, readonly counties: readonly CountyView[] }

it('[F95] [CI1] [CI2] a city sees two counties of one deployment with the figures that each has itself, and a county that stops with its last figures and their age', async () => {
  const counties = [await runningBoard({ folder: lianjiang, settings: drill }), await runningBoard({ folder: bruma, settings: drill })]
  const CITY = JSON.stringify(await Promise.all(counties.map(async (one, i) => ({ name: `county ${i}`, url: one.origin(), token: await above(one) }))))
  const city = await runningBoard({ settings: { CITY } })
  const olga = city.person({ role: 'overseer' })
  const look = async () => await (await olga.fetch('/api/city')).json() as Look
  const seen = await look()
  expect(seen.counties.map(({ name, trouble, readAt }) => [name, trouble, typeof readAt])).toEqual([['county 0', null, 'number'], ['county 1', null, 'number']])
  for (const [i, { county }] of [lianjiang, bruma].entries()) {
    const { authority } = counties[i]!
    const { board } = authority
    const [found] = seen.counties[i]!.overviews ?? []
    const at = authority.now()
    const own = summary(board, spanAt(at, factsOf(county)), at, factsOf(county))
    expect(found).toMatchObject({ county: { code: county.code, name: county.name }, found: own.found, foundToday: own.foundToday, followed: own.followed, closed: own.closed, overdue: own.overdue, missing: own.missing })
    expect(Object.values(found?.zones ?? {}).reduce((sum, n) => sum + n, 0)).toBe([...board.all('zone')].filter(zone => inForce(zone, at)).length)
    expect(found?.late).toHaveLength(Math.min(50, [...board.all('issue')].filter(issue => issue.state !== 'closed' && overdue(issue, at)).length))
  }
  expect((await (await olga.fetch('/api/county')).json() as { city: boolean }).city).toBe(true)
  expect(Object.keys(JSON.parse(fs.readFileSync(path.join(city.data, 'city.json'), 'utf8')) as object)).toEqual(counties.map(one => one.origin()))
  expect((await (await counties[0]!.person({ role: 'overseer' }).fetch('/api/county')).json() as { city: boolean }).city).toBe(false)
  for (const one of [...counties, city]) expect(one.bugs).toEqual([])
})

it('[CI2] a county that does not answer keeps its last figures with their age; one that ends its token loses them at once, and one that answers nonsense is said to', async () => {
  const county = await runningBoard()
  const admin = county.person({ role: 'admin' })
  const { secret, id } = await system(county, admin, { name: 'city', role: 'overseer' })
  let now = 1000
  const at = county.origin()
  const view = cityView([{ name: 'a', url: at, token: secret }, { name: 'b', url: at, token: 'yixian_nobodys_token_at_all' }], { now: () => now, keep: 10 })
  const look = async () => (await view.look()).counties.map(({ overviews, readAt, trouble }) => [overviews?.length ?? null, readAt, trouble])
  for (const seen of await Promise.all([look(), look()])) expect(seen).toEqual([[1, 1000, null], [null, null, 'refused']])
  now += 100
  // Nothing changed: the county answers 304, and the figures are fresh.
  expect((await look())[0]).toEqual([1, 1100, null])
  now += 5
  expect((await look())[0]).toEqual([1, 1100, null])
  await county.stop()
  now += 100
  expect((await look())[0]).toEqual([1, 1100, 'no_answer'])
  await county.again(Number(new URL(at).port))
  now += 100
  expect((await look())[0]).toEqual([1, 1305, null])
  expect((await admin.fetch(`/api/tokens/${id}/end`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(204)
  now += 100
  expect((await look())[0]).toEqual([null, null, 'refused'])
})

it('[CI2] the last figures outlast a restart of the city’s server with their time, until the county answers or has ended its token; a file that is spoilt is as none', async () => {
  const county = await runningBoard()
  const admin = county.person({ role: 'admin' })
  const { secret, id } = await system(county, admin, { name: 'city', role: 'overseer' })
  const file = path.join(tempFolder(), 'city.json')
  const url = county.origin()
  const look = async (now: number, more: { readonly name: string, readonly url: string, readonly token: string }[] = []) => (await cityView([{ name: 'a', url, token: secret }, ...more], { now: () => now, file, ms: 3000 }).look()).counties.map(({ overviews, readAt, trouble }) => [overviews?.length ?? null, readAt, trouble])
  expect(await look(1000, [{ name: 'b', url: 'http://127.0.0.1:9', token: secret }])).toEqual([[1, 1000, null], [null, null, 'no_answer']])
  await county.stop()
  const before = fs.readFileSync(file, 'utf8')
  expect(before).not.toContain(secret)
  expect(await look(2000)).toEqual([[1, 1000, 'no_answer']])
  fs.writeFileSync(file, before.slice(0, -9))
  expect(await look(3000)).toEqual([[null, null, 'no_answer']])
  fs.writeFileSync(file, before)
  await county.again(Number(new URL(url).port))
  expect(await look(4000)).toEqual([[1, 4000, null]])
  expect((await admin.fetch(`/api/tokens/${id}/end`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(204)
  expect(await look(5000)).toEqual([[null, null, 'refused']])
  await county.stop()
  // What the county took back does not come again.
  expect(await look(6000)).toEqual([[null, null, 'no_answer']])
})

it('[CI3] only an overseer of the city’s server sees the page, and no token but one of the whole county or of the level above reads a summary; that one reads nothing else', async () => {
  const board = await runningBoard({ settings: { CITY: '[{"name":"a","url":"http://127.0.0.1:9/","token":"yixian_aaaaaaaaaaaaaaaaaaaa"}]' } })
  const asks = async (role: 'overseer' | 'admin' | 'coordinator' | 'viewer') => (await board.person({ role }).fetch('/api/city')).status
  expect([await asks('overseer'), await asks('admin'), await asks('coordinator'), await asks('viewer')]).toEqual([200, 403, 403, 403])
  expect(await (await board.person({ role: 'overseer' }).fetch('/api/city')).text()).not.toContain('yixian_aaaa')
  expect((await (await runningBoard()).person({ role: 'overseer' }).fetch('/api/city')).status).toBe(404)
  const admin = board.person({ role: 'admin' })
  const north = await system(board, admin, { role: 'officer', townships: ['north', 'south'] })
  const unit = await system(board, admin, { role: 'unit', unit: 'health' })
  const wall = await system(board, admin, { role: 'viewer' })
  const whole = await system(board, admin, { role: 'coordinator' })
  const over = await system(board, admin, { role: 'overseer' })
  const status = async (one: typeof north, path: string) => (await one.fetch(path)).status
  expect([await status(north, '/summary'), await status(unit, '/summary'), await status(wall, '/summary'), await status(whole, '/summary'), await status(over, '/summary')]).toEqual([403, 403, 403, 200, 200])
  expect([await status(over, '/incidents'), await status(over, '/incidents/first/records/issue'), await status(over, '/incidents/first/changes?after=0')]).toEqual([403, 403, 403])
})

const item = (id: string, quantity: number, measure = '套') => ({ id, zh: id, en: id, measure: { zh: measure, en: 'sets' }, quantity })
const overview = (given: Partial<Overview>, isDrill = false) => ({ incident: { id: 'first', name: 'x', phase: 'control', drill: isDrill }, late: [], lacks: [], spares: [], ...given }) as unknown as Overview
const county = (name: string, ...overviews: Overview[]): CountyView => ({ name, url: 'https://x', overviews, readAt: 1, trouble: null })

it('[CI4] a shortage stands beside what another county can spare only if both catalogues have the item under one id and in one measure, and a drill covers nothing real', () => {
  const lacks = county('a', overview({ lacks: [item('gown', 40), item('mask', 9), item('soap', 5)], spares: [item('rice', 3)] }))
  const spares = county('b', overview({ spares: [item('gown', 100), item('mask', 90, '盒')], lacks: [item('rice', 2)] }))
  const practice = county('c', overview({ spares: [item('soap', 50)] }, true))
  expect(coversOf([lacks, spares, practice]).map(one => [one.in, one.zh, one.lacks, one.from, one.spares])).toEqual([['a', 'gown', 40, 'b', 100], ['b', 'rice', 2, 'a', 3]])
})

it('[CI4] late issues of all counties come in one list, the longest late first, without those of a drill beside a real incident', () => {
  const issue = (id: string, dueAt: number) => ({ id, no: 1, title: id, township: 'x', dueAt })
  const found = lateIn([county('a', overview({ late: [issue('i1', 5)] }), overview({ late: [issue('i0', 1)] }, true)), county('b', overview({ late: [issue('i2', 3), issue('i3', 9)] }))])
  expect(found.map(one => [one.county.name, one.id])).toEqual([['b', 'i2'], ['a', 'i1'], ['b', 'i3']])
})
