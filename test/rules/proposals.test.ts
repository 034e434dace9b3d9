import { expect, it } from 'vitest'
import { current, listing } from '../../shared/inspections/checklists.ts'
import { frequent, proposeRoutes, reasonsFor, scoreOf } from '../../shared/inspections/proposals.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const weights = facts.rules.route
const day = 24 * hour
const asked = { now: noon, weights, taken: new Set<string>() }

it('[T9] [F08] each team gets as many stops, in its own townships only, the worthiest of each township first, no place twice', () => {
  const on = board({
    team: [{ id: 't1', no: 1, townships: ['north'] }, { id: 't2', no: 2, townships: ['south', 'north'] }],
    place: [{ id: 'a', inspectedAt: noon - 2 * day }, { id: 'b', inspectedAt: noon - 9 * day }, { id: 'c', inspectedAt: noon }, { id: 's', township: 'south', inspectedAt: noon }, { id: 'gone', retired: true }, { id: 'shop', kind: 'shop' }],
    issue: [{ id: 'i1', place: 'c', state: 'told', deadline: noon - hour, relapses: 1 }],
  })
  const routes = proposeRoutes(on, { ...asked, without: ['shop'] })
  expect(routes.get('t1')?.map(stop => stop.place)).toEqual(['c', 'b'])
  expect(routes.get('t2')?.map(stop => stop.place)).toEqual(['c', 's'])
  expect(routes.get('t1')?.[0]).toEqual({ place: 'c', score: 11, reasons: { unseen: 0, open: 1, late: 1, relapsed: 1 } })
  expect([...proposeRoutes(on, { ...asked, taken: new Set(['c']), without: ['shop'] }).get('t1') ?? []].map(stop => stop.place)).toEqual(['b', 'a'])
  expect([...proposeRoutes(board(), asked)]).toEqual([])
})

it('[F08] another weight, another route; what was never seen counts like a fortnight', () => {
  const place = make('place', { id: 'a', inspectedAt: null })
  expect(scoreOf(reasonsFor(place, [], noon), weights)).toBe(14)
  expect(scoreOf(reasonsFor(place, [], noon), { ...weights, unseen: 0 })).toBe(0)
  const far = board({ team: [{ id: 't1', townships: ['north'] }], place: [{ id: 'a', inspectedAt: noon - 3 * day, lng: 110 }, { id: 'b', inspectedAt: noon - 2 * day, lng: 111 }, { id: 'c', inspectedAt: noon - day, lng: 110.001 }] })
  expect(proposeRoutes(far, asked).get('t1')?.map(stop => stop.place)).toEqual(['a', 'b'])
  expect(proposeRoutes(far, { ...asked, weights: { ...weights, kilometre: 1 } }).get('t1')?.map(stop => stop.place)).toEqual(['a', 'c'])
})

it('[F08] what was found most often lately is a focus', () => {
  const issues = ['x', 'x', 'y', 'z', 'z', 'z'].map((title, i) => make('issue', { id: `i${i}`, title }))
  expect(frequent(issues, noon - hour)).toEqual([{ title: 'z', times: 3 }, { title: 'x', times: 2 }])
  expect(frequent(issues, noon + hour)).toEqual([])
})

it('[E4] [F07] another phase begins by headquarters, with a reason, from the phase that was seen; its lists are used', () => {
  const on = board({ incident: [{ id: 'incident' }] })
  const change = { from: 'emergency', to: 'recovery', reason: 'no case for 14 days' } as const
  expect(after('incident', on, who.coordinator, 'changePhase', change).phase).toBe('recovery')
  expect(when(on, who.coordinator, 'changePhase', { ...change, reason: '' })).toBe('needs_reason')
  expect(when(on, who.coordinator, 'changePhase', { ...change, from: 'control' })).toBe('newer_version')
  expect(when(board({ incident: [{ id: 'incident', phase: 'recovery' }] }), who.coordinator, 'changePhase', change)).toBe('exists')
  expect(when(on, who.coordinator, 'changePhase', { ...change, to: 'emergency' })).toBe('invalid')
  for (const actor of [who.inspector, who.overseer, who.officer]) expect(when(on, actor, 'changePhase', change)).toBe('forbidden')
  const lists = { ...facts.checklists, 'school-recovery': { version: 1, items: [] } }
  expect(current(on, lists, 'school', 'recovery')?.id).toBe('school-recovery-1')
  expect(current(on, lists, 'school', 'emergency')?.id).toBe('school-1')
  expect(listing(on, lists, 'school-recovery-1')?.recovery).toBe(true)
})
