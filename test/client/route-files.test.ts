import { beforeEach, expect, it, vi } from 'vitest'
import { open, reactive, ready, records } from '../../client/core/board.ts'
import { followIncident, minute } from '../../client/core/clock.ts'
import { speak } from '../../client/core/language.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { county as current, me } from '../../client/core/session.ts'
import { routeList, saveRoutes } from '../../client/inspections/meeting/route-files.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { routeOf } from '../../shared/inspections/planning.ts'
import { guess, placeHints } from '../../shared/transfer/columns.ts'
import { sortPlaces } from '../../shared/transfer/place-rows.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { county } from '../support/county.ts'
import { facts, make, who } from '../support/given.ts'

await speak('zh')
await loadCommands('coordinator')
const day = '2030-05-06'
const places = ['甲店', '乙 & 丙', '丁'].map((name, i) => make('place', { id: `p${i}`, name, kind: 'shop', township: 'north', lng: -20 - i / 10, lat: 64.5, address: `路 ${i}` }))

beforeEach(() => {
  followIncident(undefined)
  current.value = county
  me.value = { ...who.coordinator, name: 'Ann' }
  const replica = new Replica({ rules, actor: who.coordinator, facts, now: () => minute.value })
  const stop = (id: string, place: number, order: number, more = {}) => make('inspection', { id, day, team: 't1', place: `p${place}`, title: places[place]!.name, township: 'north', lng: places[place]!.lng, lat: 64.5, order, state: 'planned', checkIn: null, ...more })
  replica.load({ epoch: 'e', seq: 1, records: {
    team: [make('team', { id: 't1', no: 1, name: '第1督导组' })],
    place: places,
    inspection: [stop('s2', 0, 2), stop('s1', 2, 1), stop('s3', 1, 3), stop('off', 1, 4, { state: 'cancelled' }), stop('other', 1, 1, { day: '2030-05-07' })],
  } })
  open({ replica, vault: {} as never, line: {} as never })
  ready.value = true
})
const routes = () => records('team').map(team => ({ team, stops: routeOf(reactive, day, team.id) }))

async function file(form: 'kml' | 'gpx'): Promise<{ readonly text: string, readonly name: string }> {
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
  const name = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await saveRoutes(form, day, routes())
  return { text: await (made.mock.calls.at(-1)![0] as Blob).text(), name: (name.mock.contexts.at(-1) as HTMLAnchorElement).download }
}

it.each(['kml', 'gpx'] as const)('[F92] [EX7] the route of a team goes out as %s: its stops in order with ids, names and positions, and they come in again as the places that they are', async (form) => {
  const { text, name } = await file(form)
  expect(name).toMatch(new RegExp(`^路线 ${day} 第1督导组-\\d+\\.${form}$`))
  const [head, ...rows] = readSheets(`x.${form}`, new TextEncoder().encode(text))[0]!.rows.map(({ cells }) => cells)
  const of = (row: readonly string[], title: string) => row[head!.indexOf(title)]
  expect(rows.map(row => ['编号', '名称', '经度', '纬度', '顺序', '地址'].map(title => of(row, title)))).toEqual([
    ['s1', '丁', '-20.2', '64.5', '1', '路 2'],
    ['s2', '甲店', '-20', '64.5', '2', '路 0'],
    ['s3', '乙 & 丙', '-20.1', '64.5', '3', '路 1'],
  ])
  const found = sortPlaces(rows.map((cells, k) => ({ line: k + 2, cells })), { county, head: head!, mapping: guess(placeHints, head!), datum: 'WGS-84', kind: '', township: '', places, answers: { kind: new Map(), township: new Map() }, confirmed: new Set() })
  expect([found.known, found.fresh.length, found.moved.length, found.bad]).toEqual([3, 0, 0, []])
})

it('[F92] [EX7] the line of a route goes from stop to stop in order', async () => {
  expect((await file('kml')).text).toContain('<LineString><tessellate>1</tessellate><coordinates>-20.2,64.5 -20,64.5 -20.1,64.5</coordinates>')
  expect([...(await file('gpx')).text.matchAll(/<rtept lat="64.5" lon="([-\d.]+)"/g)].map(one => one[1])).toEqual(['-20.2', '-20', '-20.1'])
})

it('[F92] [EX7] as a list a route has a row for each stop, and no cancelled one', () => {
  const { list } = routeList(day, routes())
  expect([...list.rows()].map(row => [row[0], row[1], row[2]])).toEqual([['第1督导组', 1, '丁'], ['第1督导组', 2, '甲店'], ['第1督导组', 3, '乙 & 丙']])
})
