import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { linkState, open, ready, record, tellAll } from '../../client/core/board.ts'
import { router } from '../../client/core/router.ts'
import { county as current, me } from '../../client/core/session.ts'
import { allSettled, useSettled } from '../../client/core/settled.ts'
import { moreOnServer, wholeList } from '../../client/shell/lists/whole-list.ts'
import { useClosedHere } from '../../client/shell/panel/closed-here.ts'
import { useStockImport } from '../../client/supplies/import-stock.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, hour, make, noon, who } from '../support/given.ts'

const day = 24 * hour
const old = (id: string, more: object = {}) => make('issue', { id, state: 'closed', since: noon - 20 * day, place: 'p1', ...more })
let asked: string[] = []
let answer: (path: string) => unknown = () => ({})
let replica: Replica
let running = effectScope()

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return new Response(JSON.stringify(answer(path)), { headers: { 'content-type': 'application/json' } })
  })
  current.value = county
  me.value = { ...who.coordinator, name: 'Ann' }
  replica = new Replica({ rules, actor: who.coordinator, facts })
  replica.load({ epoch: 'e', seq: 7, audience: 'staff', records: { incident: [make('incident', { cleared: { issue: noon - 4 * day, move: noon - 4 * day } })], issue: [make('issue', { id: 'here' })], place: [make('place', { id: 'p1', name: 'depot' })] } })
  open({ replica, vault: { photos: async () => [] } as never, line: {} as never })
  ready.value = true
  linkState.value = 'live'
  tellAll()
  running = effectScope()
})
afterEach(() => {
  running.stop()
  linkState.value = 'offline'
  vi.unstubAllGlobals()
})

it('[SE7] a page fetches each record it names that has left the board, once, and none that is on it or while offline', async () => {
  answer = path => ({ seq: 7, record: old(path.split('/').at(-1) ?? '') })
  const keys = shallowRef(['issue/here', 'issue/a', 'issue/b'])
  linkState.value = 'offline'
  running.run(() => useSettled(() => keys.value))
  await nextTick()
  expect(asked).toEqual([])
  linkState.value = 'live'
  await vi.waitFor(() => expect([record('issue', 'a')?.id, record('issue', 'b')?.id]).toEqual(['a', 'b']), 30_000)
  keys.value = ['issue/a', 'issue/b', 'issue/c']
  await vi.waitFor(() => expect(record('issue', 'c')?.id).toBe('c'), 30_000)
  expect(asked).toEqual(['/api/i/first/record/issue/a', '/api/i/first/record/issue/b', '/api/i/first/record/issue/c'])
})

it('[SE7] a record that is gone is asked for once; an answer older than the board is asked for again', async () => {
  answer = (path) => {
    if (path.endsWith('gone')) throw new TypeError('404')
    return { seq: asked.filter(one => one.endsWith('late')).length < 3 ? 6 : 7, record: old('late') }
  }
  const keys = shallowRef(['issue/gone', 'issue/late'])
  running.run(() => useSettled(() => keys.value))
  await vi.waitFor(() => expect(record('issue', 'late')?.id).toBe('late'), 30_000)
  keys.value = ['issue/gone', 'issue/late', 'issue/here']
  await nextTick()
  expect(asked.map(path => path.split('/').at(-1))).toEqual(['gone', 'late', 'late', 'late'])
})

it('[SE4] a list is exported whole with those that have left the board, by the same filters, and is offered so only if there are any', async () => {
  for (const path of ['/']) router.addRoute({ path, component: { render: () => null } })
  const total = { id: 'county', township: null, unit: null, closed: 2, byAspect: {}, byTownship: { north: 2 }, bySeverity: {}, byUnit: { health: { closed: 2, late: 0, relapses: 0, pace: {} } } }
  replica.load({ epoch: 'e', seq: 8, audience: 'staff', records: { incident: [make('incident', { cleared: { issue: noon - 4 * day } })], issue: [make('issue', { id: 'here' })], issueTotal: [total] } })
  tellAll()
  answer = () => ({ rows: [old('mine', { unit: 'health' }), old('theirs', { unit: 'civil' })], next: null })
  await router.push('/')
  expect(moreOnServer.value).toBe(false)
  await router.push('/?state=all&unit=health')
  expect(moreOnServer.value).toBe(true)
  expect((await wholeList()).map(({ id }) => id)).toEqual(['here', 'mine'])
  await router.push('/?state=all&unit=civil')
  expect(moreOnServer.value).toBe(false)
  await router.push('/')
})

it('[SE4] a whole list is read to its last page', async () => {
  answer = path => path.includes('after') ? { rows: [old('b')], next: null } : { rows: [old('a')], next: '1~a' }
  expect((await allSettled('issue', { place: 'p1' })).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(asked).toHaveLength(2)
})

it('[SE7] a place counts its closed issues on the board and those that have left, each once, and says when it counts only the board', async () => {
  let line = false
  answer = () => {
    if (!line) throw new TypeError('no line')
    return { rows: [old('left'), old('young')], next: null }
  }
  replica.open('issue', old('young', { since: noon - day }), 7)
  replica.open('issue', old('other', { place: 'p2' }), 7)
  tellAll()
  const here = running.run(() => useClosedHere(() => 'p1'))
  const ids = () => here?.closed.value.map(({ id }) => id)
  await vi.waitFor(() => expect(asked).toHaveLength(1), 30_000)
  expect([ids(), here?.whole.value]).toEqual([['young'], false])
  linkState.value = 'offline'
  await nextTick()
  line = true
  linkState.value = 'live'
  await vi.waitFor(() => expect([ids(), here?.whole.value]).toEqual([['young', 'left'], true]), 30_000)
})

it('[SE7] a stock list imported again after its lines have left the board has nothing new; the page says if that could not be checked', async () => {
  const rows = [['place', 'item', 'quantity'], ['depot', 'glove', '5'], ['depot', 'formula', '6']]
  const sheet = { name: 'x', hidden: false, rows: rows.map((cells, i) => ({ line: i + 1, cells })), merges: [], cut: 0 }
  const take = () => {
    const list = running.run(() => useStockImport())
    if (!list) throw new Error('no scope')
    list.file.sheet.value = sheet
    return list
  }
  answer = () => ({ rows: [], next: null })
  const first = take()
  await vi.waitFor(() => expect([first.sorted.value?.good.length, first.file.busy.value, first.checked.value]).toEqual([2, false, true]), 30_000)
  const lines = first.sorted.value?.good.map(({ move, place, supply }) => make('move', { id: move, place, supply, at: noon - 20 * day }))

  answer = () => ({ rows: lines, next: null })
  const again = take()
  await vi.waitFor(() => expect([again.sorted.value?.good.length, again.sorted.value?.known]).toEqual([0, 2]), 30_000)
  expect(asked.every(path => path.includes('kind=move') && path.includes('place=p1'))).toBe(true)

  answer = () => {
    throw new TypeError('no line')
  }
  const offline = take()
  await vi.waitFor(() => expect([offline.checked.value, offline.file.busy.value]).toEqual([false, false]), 30_000)
})
