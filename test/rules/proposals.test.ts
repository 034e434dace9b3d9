import fc from 'fast-check'
import { expect, it } from 'vitest'
import { metres } from '../../shared/core/distance.ts'
import { currentChecklist, listing } from '../../shared/inspections/checklists.ts'
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

it('[T9] [F08] each stop is the worthiest that is left, for the way from the one before', () => {
  const spot = fc.record({ township: fc.constantFrom('north', 'south'), lng: fc.integer({ min: 0, max: 20 }).map(n => 110 + n / 100), days: fc.integer({ min: 0, max: 14 }) })
  fc.assert(fc.property(fc.array(spot, { maxLength: 12 }), fc.constantFrom(0, 0.5, 3, -1), fc.integer({ min: 1, max: 6 }), (spots, kilometre, stops) => {
    const on = board({ team: [{ id: 't1', townships: ['north', 'south'] }], place: spots.map(({ days, ...one }, i) => ({ id: `p${String(i).padStart(2, '0')}`, ...one, inspectedAt: noon - days * day })) })
    const given = { ...weights, kilometre, stops }
    const route = (proposeRoutes(on, { ...asked, weights: given }).get('t1') ?? []).map(stop => stop.place)
    const score = (id: string) => scoreOf(reasonsFor(on.get('place', id)!, [], noon), given)
    const all = [...on.all('place')].map(one => one.id).sort((a, b) => score(b) - score(a) || (a < b ? -1 : 1))
    const first = ['north', 'south'].flatMap(township => all.find(id => on.get('place', id)?.township === township) ?? []).slice(0, stops)
    const wanted: string[] = []
    while (wanted.length < Math.min(stops, all.length)) {
      const from = on.get('place', wanted.at(-1) ?? '')
      const left = (first.some(id => !wanted.includes(id)) ? first : all).filter(id => !wanted.includes(id))
      const worth = (id: string) => score(id) - (from ? metres(from, on.get('place', id)!) / 1000 * kilometre : 0)
      wanted.push(left.sort((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1))[0]!)
    }
    expect(route).toEqual(wanted)
  }), { seed: 9, numRuns: 200 })
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
  expect(currentChecklist(on, lists, 'school', 'recovery')?.id).toBe('school-recovery-1')
  expect(currentChecklist(on, lists, 'school', 'emergency')?.id).toBe('school-1')
  expect(listing(on, lists, 'school-recovery-1')?.recovery).toBe(true)
})
