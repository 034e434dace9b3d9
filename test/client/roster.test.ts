import type { Shift } from '../../shared/records.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followIncident, minute } from '../../client/core/clock.ts'
import { me, county as session } from '../../client/core/session.ts'
import { rosterLines, rosterOut } from '../../client/duty/posts/roster.ts'
import { county } from '../../shared/county/lianjiang/county.ts'
import { hour, make } from '../support/given.ts'

beforeEach(() => {
  followIncident(undefined)
  session.value = county
  me.value = { id: 'ann', name: '安', role: 'coordinator' }
  // The server knows the planner's own phone and one helper.
  vi.stubGlobal('fetch', async (path: string) => Response.json(new URL(path, 'http://board').searchParams.get('ids')?.split(',').map(id => ({ id, name: id === 'ann' ? '安' : '本', role: id === 'ann' ? 'coordinator' : 'volunteer', phone: id === 'ben' ? '13700001234' : undefined })), { headers: { date: new Date().toUTCString() } }))
})
afterEach(() => vi.unstubAllGlobals())
const shift = (id: string, startsIn: number, more: Partial<Shift> = {}) => make('shift', { id, title: id, startsAt: minute.value + startsIn * hour, endsAt: minute.value + (startsIn + 4) * hour, needed: 2, claimedBy: ['ann'], ...more })

it('[F61] the roster has a line for each place, the earliest shift first; a free place is a line to fill in, unless the shift is closed', () => {
  const lines = rosterLines([shift('late', 8), shift('soon', 2), shift('shut', 4, { open: false })])
  expect(lines.map(one => [one.shift.title, one.name])).toEqual([['soon', '安'], ['soon', ''], ['shut', '安'], ['late', '安'], ['late', '']])
})

it('[F61] [F65] the roster says who came, came late or is absent, and nothing before a shift begins', () => {
  const came = (late: number) => ({ presence: { ann: { in: { at: minute.value, how: 'code' as const, late, offline: false, confirmedBy: null }, out: null } } })
  const states = [shift('a', 2), shift('b', -1), shift('c', -1, came(0)), shift('d', -1, came(25))].map(one => rosterLines([one])[0]?.state)
  expect(states[0]).toBe('')
  expect(states[1]).toMatch(/未到岗|Not here/)
  expect(states[2]).toMatch(/^(?:在岗|On duty)$/)
  expect(states[3]).toMatch(/25/)
})

it('[F61] [EX1] the roster goes out as Excel with days, times and names; a free place is named as vacant', async () => {
  const out = await rosterOut('值守', [shift('soon', 2, { needed: 3, claimedBy: ['ann', 'ben'] })])
  const rows = [...out.rows()]
  expect(out.columns.map(one => one.holds)).toEqual(['day', 'text', 'text', 'time', 'time', 'text', 'text', 'text', 'text'])
  expect(rows.map(row => row.slice(5, 7))).toEqual([['安', ''], ['本', '13700001234'], [expect.stringMatching(/空缺|vacant/), '']])
  expect(rows[0]?.[3]).toBe(minute.value + 2 * hour + 8 * hour)
})
