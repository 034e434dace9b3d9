import type { Change } from '../../shared/core/board.ts'
import { describe, expect, it } from 'vitest'
import { secret, visible } from '../../shared/core/sight.ts'
import { routeOf } from '../../shared/inspections/planning.ts'
import { after, board, hour, make, noon, outcome, when, who } from '../support/given.ts'

const today = '2030-05-06'
const tomorrow = '2030-05-07'
const teams = [{ id: 't1' }, { id: 't2', no: 2, name: 'Team 2', leader: 'bob', members: ['bob'], townships: [] }]
const places = [{ id: 'p1' }, { id: 'p2', township: 'south' }, { id: 'p3', retired: true }]
const plan = (more: object = {}) => ({ inspection: 'v9', day: tomorrow, team: 't1', place: 'p1', ...more })
const apply = (on: ReturnType<typeof board>, changes: unknown) => (changes as Change[]).forEach(one => on.set(one))

describe('[T3] [T4] planning', () => {
  const given = () => board({ team: teams, place: places, inspection: [{ id: 'v1', day: tomorrow, team: 't1', place: 'p2', order: 3 }] })

  it('[F22] a visit is unannounced unless somebody says otherwise, and last in the route', () => {
    expect(after('inspection', given(), who.inspector, 'planInspection', plan())).toMatchObject({ state: 'planned', unannounced: true, order: 4, title: 'North school', township: 'north', checkIn: null, plannedBy: 'ina' })
  })

  it('[T3] [T4] by the person\'s own team, not in the past, not twice a day, not at a retired place', () => {
    expect(when(given(), who.inspector, 'planInspection', plan({ team: 't2' }))).toBe('other_team')
    expect(when(given(), who.coordinator, 'planInspection', plan({ team: 't2' }))).toBeInstanceOf(Array)
    expect(when(given(), who.coordinator, 'planInspection', plan({ day: '2030-05-05' }))).toBe('over')
    expect(when(given(), who.coordinator, 'planInspection', plan({ place: 'p2' }))).toBe('already_planned')
    expect(when(given(), who.coordinator, 'planInspection', plan({ place: 'p3' }))).toBe('retired')
    expect(when(given(), who.coordinator, 'planInspection', plan({ place: null, title: 'x' }))).toBe('no_position')
    expect(when(given(), who.coordinator, 'planInspection', plan({ place: null, title: 'x', at: { lng: 1, lat: 2 }, township: 'north' }))).toBeInstanceOf(Array)
    expect(when(given(), who.coordinator, 'planInspection', plan({ team: 't9' }))).toBe('not_found')
  })

  it('[T10] a change of a published plan is told to the members of each team concerned, not to its author; an unpublished one to nobody', () => {
    const on = (published: boolean) => board({ team: [{ id: 't1', leader: 'ina', members: ['ina', 'ivo'] }, teams[1] ?? {}], place: places, briefing: published ? [{ id: tomorrow, day: tomorrow }] : [], inspection: [{ id: 'v1', day: tomorrow, team: 't1', place: 'p2', order: 0 }, { id: 'v2', day: tomorrow, team: 't1', place: null, order: 1 }] })
    const told = (name: Parameters<typeof when>[2], args: object, published = true) => (when(on(published), who.inspector, name, args as never) as Change[]).filter(({ kind }) => kind === 'notice').map(({ value }) => (value as { to: { person: string } }).to.person)
    const moved = (who: Parameters<typeof when>[1]) => (when(on(true), who, 'editPlan', { inspection: 'v1', set: { team: 't2' }, base: { team: 't1' } }) as Change[]).filter(({ kind }) => kind === 'notice').map(({ value }) => (value as { to: { person: string } }).to.person)
    expect(told('planInspection', plan())).toEqual(['ivo'])
    expect(told('cancelInspection', { inspection: 'v1' })).toEqual(['ivo'])
    const order = { day: tomorrow, team: 't1', stops: [{ inspection: 'v2' }, { inspection: 'v1' }] }
    expect(told('reorderRoute', order)).toEqual(['ivo'])
    expect(told('reorderRoute', { ...order, stops: [{ inspection: 'v1' }, { inspection: 'v2' }] })).toEqual([])
    expect(moved(who.coordinator).sort()).toEqual(['bob', 'ina', 'ivo'])
    for (const [name, args] of [['planInspection', plan()], ['cancelInspection', { inspection: 'v1' }], ['reorderRoute', order]] as const) expect(told(name, args, false)).toEqual([])
  })

  it('[T4] is edited, cancelled and restored only until it has begun', () => {
    const edit = (id: string, set: object, base: object) => ({ inspection: id, set, base })
    const moved = after('inspection', given(), who.coordinator, 'editPlan', edit('v1', { team: 't2' }, { team: 't1' }))
    expect(moved).toMatchObject({ team: 't2', order: 0 })
    const begun = board({ team: teams, inspection: [{ id: 'v1', state: 'onSite' }] })
    expect(when(begun, who.coordinator, 'editPlan', edit('v1', { note: 'x' }, { note: '' }))).toBe('illegal_step')
    expect(when(begun, who.coordinator, 'cancelInspection', { inspection: 'v1' })).toBe('illegal_step')
    expect(when(begun, who.coordinator, 'restoreInspection', { inspection: 'v1' })).toBe('illegal_step')
    const board2 = given()
    apply(board2, when(board2, who.coordinator, 'cancelInspection', { inspection: 'v1' }))
    expect(routeOf(board2, tomorrow, 't1')).toEqual([])
    expect(after('inspection', board2, who.coordinator, 'restoreInspection', { inspection: 'v1' }).state).toBe('planned')
    expect(when(given(), { ...who.inspector, id: 'bob' }, 'cancelInspection', { inspection: 'v1' })).toBe('other_team')
  })

  it('[T5] a route takes the given order, and keeps what was added meanwhile', () => {
    const on = board({ team: teams, inspection: ['a', 'b', 'c', 'd'].map((id, order) => ({ id, day: tomorrow, team: 't1', order })) })
    apply(on, when(on, who.inspector, 'reorderRoute', { day: tomorrow, team: 't1', stops: [{ inspection: 'c' }, { inspection: 'a' }, { inspection: 'b' }] }))
    expect(routeOf(on, tomorrow, 't1').map(one => one.id)).toEqual(['c', 'a', 'b', 'd'])
    expect(when(on, who.coordinator, 'reorderRoute', { day: today, team: 't1', stops: [{ inspection: 'a' }] })).toBe('illegal_step')
    expect(when(on, who.coordinator, 'reorderRoute', { day: tomorrow, team: 't1', stops: [{ inspection: 'z' }] })).toBe('not_found')
  })
})

it('[T11] an order made of what a person saw counts unless others put those stops in another order; added, begun and cancelled stops hinder nothing', () => {
  const given = (more: object = {}) => board({ team: teams, inspection: ['a', 'b', 'c', 'd'].map((id, order) => ({ id, day: tomorrow, team: 't1', order, ...(more as Record<string, object>)[id] })) })
  const call = { day: tomorrow, team: 't1', base: ['a', 'b', 'c'], stops: [{ inspection: 'c' }, { inspection: 'b' }, { inspection: 'a' }] }
  const order = (on: ReturnType<typeof board>, args = call) => {
    apply(on, when(on, who.inspector, 'reorderRoute', args))
    return routeOf(on, tomorrow, 't1').map(one => one.id)
  }
  expect(order(given())).toEqual(['c', 'b', 'a', 'd'])
  expect(order(given({ b: { state: 'cancelled' } }))).toEqual(['c', 'a', 'd'])
  // Where the team is already stays before what it still has to do; the phone sends only that.
  expect(order(given({ a: { state: 'onSite' } }), { ...call, base: ['b', 'c'], stops: [{ inspection: 'c' }, { inspection: 'b' }] })).toEqual(['a', 'c', 'b', 'd'])
  expect(when(given({ a: { order: 1 }, b: { order: 0 } }), who.inspector, 'reorderRoute', call)).toBe('conflict')
  expect(when(given(), { ...who.inspector, id: 'bob' }, 'reorderRoute', call)).toBe('other_team')
  // Two orders that waited on one phone follow each other; those of two people do not, unless they are the same.
  const on = given()
  expect(order(on)).toEqual(['c', 'b', 'a', 'd'])
  expect(when(on, who.coordinator, 'reorderRoute', call)).toEqual([])
  // Both come back, of the stops that are still there.
  apply(on, when(on, who.coordinator, 'cancelInspection', { inspection: 'c' }))
  expect(outcome(on, who.coordinator, 'reorderRoute', { ...call, stops: ['c', 'a', 'b'].map(inspection => ({ inspection })) })).toMatchObject({ code: 'conflict', clashes: [{ field: 'route', mine: ['a', 'b'], theirs: ['b', 'a'] }] })
  expect(order(on, { ...call, base: ['b', 'a'], stops: [{ inspection: 'a' }, { inspection: 'b' }] })).toEqual(['a', 'b', 'd'])
})

describe('[T6] the daily meeting', () => {
  const publish = (more: object = {}) => ({ day: tomorrow, focus: 'care homes', decisions: 'two teams south', stops: [{ inspection: 'n1', team: 't1', place: 'p1' }, { inspection: 'n2', team: 't2', place: 'p2' }], ...more })
  const given = () => board({ team: teams, place: places })

  it('[F08] the focus, the decisions and every route go out in one act', () => {
    const on = given()
    apply(on, outcome(on, who.coordinator, 'publishBriefing', publish()))
    expect(on.get('briefing', tomorrow)).toMatchObject({ focus: 'care homes', decisions: 'two teams south', publishedAt: noon, by: 'ann', readBy: [] })
    expect(routeOf(on, tomorrow, 't1')).toMatchObject([{ id: 'n1', unannounced: true, checklist: 'school-1' }])
    expect(routeOf(on, tomorrow, 't2')).toMatchObject([{ id: 'n2', township: 'south' }])
  })

  it('[F08] [T6] each team reads it once; changed text is read again; a second publisher sees the first', () => {
    const on = given()
    apply(on, outcome(on, who.coordinator, 'publishBriefing', publish()))
    apply(on, outcome(on, who.inspector, 'readBriefing', { day: tomorrow }))
    expect(on.get('briefing', tomorrow)!.readBy).toEqual(['t1'])
    expect(outcome(on, who.inspector, 'readBriefing', { day: tomorrow })).toEqual([])
    expect(when(on, who.admin, 'publishBriefing', publish({ focus: 'other' }))).toBe('newer_version')
    // The device that published without a network has the time of its own clock: it is told of others' versions only.
    for (const from of [null, noon - 1]) expect(after('briefing', on, who.coordinator, 'publishBriefing', publish({ focus: 'mended', from }))).toMatchObject({ focus: 'mended', by: 'ann' })
    expect(after('briefing', on, who.admin, 'publishBriefing', publish({ focus: 'other', from: noon })).by).toBe('ada')
    expect(after('briefing', on, who.admin, 'editBriefing', { day: tomorrow, set: { focus: 'schools' }, base: { focus: 'care homes' } })).toMatchObject({ focus: 'schools', readBy: [] })
    expect(when(on, who.inspector, 'readBriefing', { day: today })).toBe('not_found')
    expect(when(on, who.coordinator, 'publishBriefing', publish({ day: '2030-05-05' }))).toBe('over')
  })

  it('[T6] publishing again moves planned stops, and leaves started ones', () => {
    const on = board({ team: teams, place: places, inspection: [{ id: 'n1', day: tomorrow, team: 't1', place: 'p1' }, { id: 'n2', day: tomorrow, team: 't1', place: 'p2', state: 'onSite' }] })
    apply(on, outcome(on, who.coordinator, 'publishBriefing', publish({ stops: [{ inspection: 'n1', team: 't2', place: 'p1' }, { inspection: 'n2', team: 't2', place: 'p2' }] })))
    expect([on.get('inspection', 'n1')!.team, on.get('inspection', 'n2')!.team]).toEqual(['t2', 't1'])
    expect(when(on, who.admin, 'publishBriefing', publish({ from: noon, stops: [{ inspection: 'n7', team: 't1', place: 'p1' }] }))).toBe('already_planned')
  })

  it('[T6] a person who publishes a plan twice, also from two windows with different stops, is never told of somebody else, and no place is planned twice', () => {
    const on = given()
    // Neither window has seen what the other published.
    const windows = [publish({ from: null }), publish({ from: null, focus: 'schools', stops: [{ inspection: 'm1', team: 't2', place: 'p1' }, { inspection: 'm2', team: 't2', place: 'p2' }] })]
    for (const [i, args] of [windows[0]!, windows[0]!, windows[1]!, windows[0]!, windows[1]!].entries()) {
      expect(when(on, who.coordinator, 'publishBriefing', args), `the plan number ${i}`).toBeInstanceOf(Array)
      apply(on, outcome(on, who.coordinator, 'publishBriefing', args))
    }
    expect([routeOf(on, tomorrow, 't1'), routeOf(on, tomorrow, 't2')].map(route => route.map(one => one.id))).toEqual([[], ['n1', 'n2']])
    expect(on.get('briefing', tomorrow)).toMatchObject({ focus: 'schools', by: 'ann' })
    // Somebody else's plan is still protected.
    expect(when(on, who.admin, 'publishBriefing', publish({ from: noon, stops: [{ inspection: 'a1', team: 't1', place: 'p1' }] }))).toBe('already_planned')
  })
})

describe('[T7] what the inspected are not told', () => {
  const outside = ['township:north', 'township:south', 'unit:health', 'volunteer', 'viewer']
  const there = { at: noon, lng: 1, lat: 1, accuracy: 1, how: 'gps' as const, proven: false, metres: 0, deviceAt: null, reason: '' }

  it('[F22] a plan, its cancellation and the teams are seen by none of them', () => {
    for (const audience of outside) {
      for (const state of ['planned', 'cancelled'] as const) {
        const one = make('inspection', { state })
        expect([visible(audience, 'inspection', one), secret(audience, 'inspection', one)]).toEqual([false, true])
      }
      for (const kind of ['team', 'briefing', 'dayReport'] as const) expect(secret(audience, kind, make(kind, {}))).toBe(true)
    }
    expect(secret('township:north', 'inspection', make('inspection', { state: 'onSite', checkIn: there }))).toBe(false)
    expect(secret('staff', 'inspection', make('inspection', {}))).toBe(false)
  })

  it('[F22] [T7] what was announced is told, also that it was called off, and is never made a secret again', () => {
    const told = board({ team: teams, inspection: [{ id: 'v1', unannounced: false }] })
    expect(visible('township:north', 'inspection', told.get('inspection', 'v1')!)).toBe(true)
    expect(when(told, who.coordinator, 'editPlan', { inspection: 'v1', set: { unannounced: true }, base: { unannounced: false } })).toBe('already_told')
    expect(visible('township:north', 'inspection', after('inspection', told, who.coordinator, 'cancelInspection', { inspection: 'v1' }))).toBe(true)
    const kept = board({ team: teams, inspection: [{ id: 'v1' }] })
    expect(after('inspection', kept, who.coordinator, 'editPlan', { inspection: 'v1', set: { unannounced: false }, base: { unannounced: true } }).unannounced).toBe(false)
  })

  it('[F22] [T7] an officer who names a plan is answered as if it were not there, whether the rule would say yes or no', () => {
    const report = (inspection: string) => ({ issue: 'i9', title: 'x', aspect: 'safety', severity: 'day' as const, township: 'north', lng: 1, lat: 1, inspection })
    const on = board({ inspection: [{ id: 'v1' }] })
    const strange = outcome(on, who.officer, 'reportIssue', report('v7'))
    const secretOne = outcome(on, who.officer, 'reportIssue', report('v1'))
    expect(strange).toMatchObject({ code: 'not_found', detail: 'inspection/v7' })
    expect(secretOne).toMatchObject({ code: 'not_found', detail: 'inspection/v1' })
    expect(when(on, who.inspector, 'reportIssue', report('v1'))).toBeInstanceOf(Array)
    expect(when(board({ inspection: [{ id: 'v1', checkIn: there, state: 'onSite' }] }), who.officer, 'reportIssue', report('v1'), noon + hour)).toBeInstanceOf(Array)
  })
})
