import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import { open, ready } from '../../client/core/board.ts'
import { followIncident, minute } from '../../client/core/clock.ts'
import { loadCommands } from '../../client/core/my-commands.ts'
import { county as current, me } from '../../client/core/session.ts'
import RoutePage from '../../client/inspections/visit/RoutePage.vue'
import SignOff from '../../client/inspections/visit/SignOff.vue'
import { Replica } from '../../client/sync/replica.ts'
import { dayOf } from '../../shared/core/calendar.ts'
import * as rules from '../../shared/core/decide.ts'
import { county } from '../support/county.ts'
import { facts, hour, make, who } from '../support/given.ts'

await loadCommands('inspector')
const day = () => dayOf(minute.value, county.timeZone)

/** The phone of an inspector whose team has three stops: one is done, one has late issues, one has issues that are not late. */
async function route(readBy: string[]) {
  const stop = (id: string, order: number, more = {}) => make('inspection', { id, day: day(), team: 't1', place: id, title: id, order, state: 'planned', checkIn: null, ...more })
  const issue = (id: string, place: string, dueIn: number) => make('issue', { id, place, state: 'rectifying', deadline: minute.value + dueIn * hour })
  const replica = new Replica({ rules, actor: who.inspector, facts, now: () => minute.value })
  replica.load({ epoch: 'e', seq: 1, records: {
    team: [make('team', { id: 't1', members: [who.inspector.id] })],
    inspection: [stop('done', 1, { state: 'done', finishedAt: minute.value - hour }), stop('late', 2), stop('early', 3)],
    issue: [issue('i1', 'done', -5), issue('i2', 'late', 9), issue('i3', 'late', -2), issue('i4', 'late', 1), issue('i5', 'early', 3), issue('i6', 'early', 4)],
    briefing: [make('briefing', { id: day(), day: day(), focus: 'care homes', decisions: 'both first', publishedAt: minute.value - hour, readBy })],
  } })
  open({ replica, vault: {} as never, line: {} as never })
  const root = document.createElement('div')
  createApp({ render: () => h(RoutePage) }).mount(root)
  await nextTick()
  return root
}

beforeEach(() => {
  followIncident(undefined)
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no server')))
  current.value = county
  me.value = { ...who.inspector, name: 'Ina' }
  ready.value = true
})
afterEach(() => {
  vi.unstubAllGlobals()
  ready.value = false
})

it('[F08] [I16] each stop of the route says by how much its most urgent issue is late, else how many are open; one that is done says neither', async () => {
  const root = await route([])
  const ends = [...root.querySelectorAll('.stops .end')].map(one => one.textContent)
  expect(ends).toEqual(['Issues 1', ' 2 h overdue', 'Issues 2'])
})

it('[F08] the focus of the day is large until the team has read it, and one line that opens after it', async () => {
  const unread = await route([])
  expect([unread.querySelector('p.focus')?.textContent?.includes('both first'), unread.querySelector('details')]).toEqual([true, null])
  const read = await route(['t1'])
  expect([read.querySelector('p.focus'), read.querySelector('details')?.open, read.querySelector('summary')?.textContent?.includes('care homes')]).toEqual([null, false, true])
  expect(read.querySelector('details')?.textContent).toContain('both first')
})

it('[F08] on the drawing only the next stop has its number; the others are small', async () => {
  const root = await route([])
  const drawn = [...root.querySelectorAll('.sketch .dot')].map(dot => [dot.querySelector('text')?.textContent ?? null, Number(dot.querySelector('circle')?.getAttribute('r'))])
  expect(drawn).toEqual([[null, 5], ['2', 10], [null, 5]])
})

it('[F23] the sign-off stays folded until it is wanted', async () => {
  await route([])
  const root = document.createElement('div')
  const inspection = make('inspection', { id: 'v1', team: 't1', state: 'onSite', checkIn: { at: minute.value, lng: 110, lat: 21, accuracy: 8, how: 'gps', proven: false, metres: 0, deviceAt: null, reason: '' } })
  createApp({ render: () => h(SignOff, { inspection, answerable: false }) }).mount(root)
  await nextTick()
  const fold = () => root.querySelector<HTMLButtonElement>('[aria-expanded]')!
  expect([root.querySelector('input'), fold().getAttribute('aria-expanded')]).toEqual([null, 'false'])
  fold().click()
  await nextTick()
  expect([root.querySelector('input') !== null, fold().getAttribute('aria-expanded')]).toEqual([true, 'true'])
})
