import type { Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { upgrade } from '../../shared/records.ts'
import { dueClearing, hasLeft, settledAt } from '../../shared/settled.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const day = 24 * hour
const inspection = (more: Partial<Records['inspection']> = {}) => make('inspection', { state: 'done', finishedAt: noon - 10 * day, ...more })
const delivery = (more: Partial<Records['delivery']> = {}) => make('delivery', { state: 'received', quantity: 5, received: 5, explained: '', receivedAt: noon - 10 * day, ...more })
const notice = (more: Partial<Records['notice']> = {}) => make('notice', { at: noon - 10 * day, readBy: ['una'], ...more })
/** Four days of the test county have been cleared at noon. */
const cleared = make('incident', { cleared: { inspection: noon - 4 * day, delivery: noon - 4 * day, notice: noon - 4 * day } })

it('[SE1] an inspection is settled when it is signed, a delivery when it is signed for and explained, a notice when it is read', () => {
  const at = noon - 10 * day
  expect(settledAt('inspection', inspection())).toBe(at)
  for (const state of ['planned', 'onSite', 'cancelled'] as const) expect(settledAt('inspection', inspection({ state, finishedAt: null }))).toBeNull()
  expect(settledAt('delivery', delivery())).toBe(at)
  expect(settledAt('delivery', delivery({ received: 4 }))).toBeNull()
  expect(settledAt('delivery', delivery({ received: 4, explained: 'broken' }))).toBe(at)
  for (const state of ['allocated', 'onTheWay', 'cancelled'] as const) expect(settledAt('delivery', delivery({ state, receivedAt: null }))).toBeNull()
  expect(settledAt('notice', notice())).toBe(at)
  expect(settledAt('notice', notice({ readBy: [] }))).toBeNull()
  expect(settledAt('place', make('place', {}))).toBeNull()
})

it('[SE1] what was settled before the boards were cleared has left them; what is open, or was settled later, has not', () => {
  expect(hasLeft(cleared, 'inspection', inspection())).toBe(true)
  expect(hasLeft(cleared, 'inspection', inspection({ finishedAt: noon - 4 * day }))).toBe(false)
  expect(hasLeft(cleared, 'inspection', inspection({ state: 'onSite', finishedAt: null }))).toBe(false)
  expect(hasLeft(cleared, 'delivery', delivery({ received: 4 }))).toBe(false)
  expect(hasLeft(cleared, 'place', make('place', {}))).toBe(false)
  expect(hasLeft(make('incident', {}), 'inspection', inspection())).toBe(false)
  expect(hasLeft(undefined, 'inspection', inspection())).toBe(false)
})

it('[SE2] the boards are cleared once a day, when something would leave, by the days of the county', () => {
  const on = board({ incident: [{ id: 'incident' }], inspection: [inspection({ finishedAt: noon })] })
  const look = (at: number): number => {
    const due = dueClearing(on, at, facts)
    for (const { name, args } of due) on.set({ kind: 'incident', id: 'incident', value: after('incident', on, who.system, name as 'clearBoards', args as never, at) })
    return due.length
  }
  expect(look(noon + 4 * day)).toBe(0)
  expect(look(noon + 4 * day + 1)).toBe(1)
  expect(hasLeft(on.get('incident', 'incident'), 'inspection', on.get('inspection', inspection().id) as never)).toBe(true)
  on.set({ kind: 'inspection', id: 'v9', value: inspection({ id: 'v9', finishedAt: noon + hour }) })
  // It would leave, but the boards were cleared today.
  expect([look(noon + 4 * day + 2 * hour), look(noon + 5 * day), look(noon + 5 * day + 1)]).toEqual([0, 0, 1])
  // Nothing leaves: nothing is written, however long.
  expect(look(noon + 9 * day)).toBe(0)
  on.set({ kind: 'notice', id: 'n9', value: notice({ id: 'n9', at: noon + 2 * day }) })
  expect([look(noon + 9 * day), look(noon + 9 * day)]).toEqual([1, 0])
})

it('[SE2] only the server clears, never what is still to come, and what has left stays away', () => {
  const on = board({ incident: [cleared] })
  expect(when(on, who.admin, 'clearBoards', { before: {} })).toBe('forbidden')
  expect(when(on, who.system, 'clearBoards', { before: { notice: noon + 1 } })).toBe('invalid')
  expect(after('incident', on, who.system, 'clearBoards', { before: { notice: noon - 9 * day, inspection: noon - day } }).cleared).toEqual({ ...cleared.cleared, inspection: noon - day })
})

it('[SE2] an incident of an earlier version has cleared nothing', () => {
  const { cleared: _, ...old } = make('incident', {})
  expect(upgrade('incident', old)).toMatchObject({ cleared: {} })
})
