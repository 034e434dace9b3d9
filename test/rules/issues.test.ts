import type { IssueState } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { followed, overdue, stepOf, steps, timeTaken, timeUsed, wasLate } from '../../shared/issues/steps.ts'
import { issueStates } from '../../shared/records.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const report = { issue: 'i1', title: 'no gloves', aspect: 'supplies', severity: 'immediate', township: 'north', lng: 110, lat: 21 } as const
const issue = (state: IssueState, more = {}) => board({ issue: [{ id: 'i1', state, ...more }] })
const advance = (from: IssueState, to: IssueState, more = {}) => ({ issue: 'i1', from, to, ...more })

it('[I1] [F24] a reported issue is found, numbered in order, due by its severity, with how its position was got', () => {
  const given = board({ counter: [{ id: 'issue', value: 41 }] })
  const made = after('issue', given, who.inspector, 'reportIssue', { ...report, accuracy: 9, source: 'gps', deviceAt: noon - 5000, photos: ['p1'] })
  expect(made).toMatchObject({ no: 42, state: 'found', deadline: noon + 6 * hour, foundBy: 'ina', foundAt: noon, accuracy: 9, source: 'gps', deviceAt: noon - 5000, photos: ['p1'] })
  expect(after('counter', given, who.inspector, 'reportIssue', report)).toEqual({ id: 'issue', value: 42 })
})

it('[C7] the same issue is not reported twice; an issue at a place that is not there is refused', () => {
  expect(when(issue('found'), who.inspector, 'reportIssue', report)).toBe('exists')
  expect(when(board(), who.inspector, 'reportIssue', { ...report, place: 'p9' })).toBe('not_found')
  expect(when(board(), who.inspector, 'commentIssue', { issue: 'i9', text: 'x' })).toBe('not_found')
})

it('[C8] township, aspect and unit must stand in the county folder', () => {
  expect(when(board(), who.inspector, 'reportIssue', { ...report, township: 'west' })).toBe('invalid')
  expect(when(board(), who.inspector, 'reportIssue', { ...report, aspect: 'luck' })).toBe('invalid')
  expect(when(board(), who.inspector, 'reportIssue', { ...report, unit: 'navy' })).toBe('invalid')
})

describe('[I2] [F30] every step that is listed is taken, every other is refused', () => {
  const roles = [who.coordinator, who.inspector, who.officer, who.unit, who.admin]
  for (const from of issueStates) {
    for (const to of issueStates) {
      it(`${from} → ${to}`, () => {
        const step = stepOf(from, to)
        const answers = roles.map(actor => when(issue(from), actor, 'advanceIssue', advance(from, to, { reason: 'because', nextDate: noon + 48 * hour })))
        if (!step) return expect(answers).toEqual(roles.map(() => 'illegal_step'))
        roles.forEach((actor, i) => step.roles.includes(actor.role) ? expect(answers[i]).toBeInstanceOf(Array) : expect(answers[i]).toBe('forbidden'))
      })
    }
  }
})

it('[I2] a step from an older state is refused for everybody', () => {
  expect(when(issue('rectifying'), who.coordinator, 'advanceIssue', advance('told', 'rectifying'))).toBe('illegal_step')
})

it('[I3] an issue without a unit does not leave found', () => {
  expect(when(issue('found', { unit: null }), who.coordinator, 'advanceIssue', advance('found', 'told'))).toBe('needs_unit')
})

it('[I4] a fix, a return, a relapse and a deferral say why, a deferral until when', () => {
  for (const { from, to, needs } of steps.filter(step => step.needs)) {
    expect(when(issue(from[0]!), who.coordinator, 'advanceIssue', advance(from[0]!, to))).toBe('needs_reason')
    if (needs === 'date') expect(when(issue(from[0]!), who.coordinator, 'advanceIssue', advance(from[0]!, to, { reason: 'x', nextDate: noon - 1 }))).toBe('needs_date')
  }
})

it('[I5] the person who sent in the fix does not re-check it; somebody else does', () => {
  const sent = after('issue', issue('rectifying'), who.coordinator, 'advanceIssue', advance('rectifying', 'awaiting', { reason: 'done' }))
  expect(sent.rectifiedBy).toBe('ann')
  const given = board({ issue: [sent] })
  expect(when(given, who.coordinator, 'advanceIssue', advance('awaiting', 'closed'))).toBe('recheck_by_another')
  expect(after('issue', given, who.inspector, 'advanceIssue', advance('awaiting', 'closed')).state).toBe('closed')
})

it('[I6] after a relapse or a deferral the time starts anew; more time needs a reason and a later day', () => {
  const later = noon + 100 * hour
  expect(after('issue', issue('closed'), who.inspector, 'advanceIssue', advance('closed', 'relapsed', { reason: 'again' }), later).deadline).toBe(later + 24 * hour)
  expect(after('issue', issue('deferred'), who.unit, 'advanceIssue', advance('deferred', 'rectifying'), later).deadline).toBe(later + 24 * hour)
  const base = { deadline: noon + 24 * hour }
  expect(when(issue('told'), who.coordinator, 'extendIssue', { issue: 'i1', set: { deadline: later }, base })).toBe('needs_reason')
  expect(when(issue('told'), who.coordinator, 'extendIssue', { issue: 'i1', set: { deadline: noon }, base, reason: 'x' })).toBe('needs_date')
  expect(when(issue('closed'), who.coordinator, 'extendIssue', { issue: 'i1', set: { deadline: later }, base, reason: 'x' })).toBe('illegal_step')
  expect(after('issue', issue('told'), who.coordinator, 'extendIssue', { issue: 'i1', set: { deadline: later }, base, reason: 'x' }).deadline).toBe(later)
})

it('[I7] found = closed + followed; what awaits its re-check is not overdue, a deferred one by its own date', () => {
  const all = issueStates.map((state, i) => make('issue', { id: `i${i}`, state }))
  expect(all.filter(followed).length + all.filter(one => one.state === 'closed').length).toBe(all.length)
  const late = noon + 25 * hour
  expect(all.filter(one => overdue(one, late)).map(one => one.state)).toEqual(['found', 'told', 'rectifying', 'relapsed', 'deferred'])
  expect(overdue(make('issue', { id: 'd', state: 'deferred', nextDate: late + 1 }), late)).toBe(false)
})

it('[C9] [F82] different fields merge; the same field changed by another is a conflict with both values', () => {
  const given = issue('told', { title: 'no gloves at all', note: 'call first' })
  expect(after('issue', given, who.inspector, 'editIssue', { issue: 'i1', set: { note: 'ring the bell' }, base: { note: 'call first' } })).toMatchObject({ title: 'no gloves at all', note: 'ring the bell' })
  expect(when(given, who.inspector, 'editIssue', { issue: 'i1', set: { title: 'two boxes left' }, base: { title: 'no gloves' } })).toBe('conflict')
  expect(after('issue', given, who.inspector, 'editIssue', { issue: 'i1', set: { title: 'no gloves at all' }, base: { title: 'no gloves' } }).title).toBe('no gloves at all')
  expect(when(given, who.inspector, 'editIssue', { issue: 'i1', set: {}, base: {} })).toBe('invalid')
})

it('[I1] another severity moves the deadline, from the finding; a comment and a photo are counted', () => {
  const milder = { issue: 'i1', set: { severity: 'threeDays' }, base: { severity: 'day' } } as const
  expect(after('issue', issue('told'), who.inspector, 'editIssue', { ...milder, reason: 'only two of thirty beds' }).deadline).toBe(noon + 72 * hour)
  expect(after('issue', issue('told'), who.unit, 'commentIssue', { issue: 'i1', text: 'on the way' }).comments).toBe(1)
  expect(after('issue', issue('told'), who.unit, 'attachPhoto', { issue: 'i1', photo: 'p1' }).photos).toEqual(['p1'])
  expect(when(issue('told', { photos: ['p1'] }), who.unit, 'attachPhoto', { issue: 'i1', photo: 'p1' })).toBe('exists')
  expect(when(issue('told', { photos: Array.from({ length: 30 }, (_, i) => `p${i}`) }), who.unit, 'attachPhoto', { issue: 'i1', photo: 'q' })).toBe('too_large')
})

it('[C4] an officer acts on their township, as it was and as it becomes', () => {
  const given = board({ issue: [{ id: 'i1' }, { id: 'i2', township: 'south' }], place: [{ id: 'p1', township: 'south' }] })
  expect(when(given, who.officer, 'editIssue', { issue: 'i1', set: { title: 'y' }, base: { title: 'no gloves' } })).toBeInstanceOf(Array)
  expect(when(given, who.officer, 'editIssue', { issue: 'i2', set: { title: 'y' }, base: { title: 'no gloves' } })).toBe('outside_area')
  expect(when(given, who.officer, 'moveIssue', { issue: 'i1', set: { township: 'south' }, base: { township: 'north' } })).toBe('outside_area')
  expect(when(given, who.officer, 'reportIssue', { ...report, issue: 'i3', township: 'south' })).toBe('outside_area')
  expect(when(given, who.officer, 'reportIssue', { ...report, issue: 'i3' })).toBeInstanceOf(Array)
})

it('[C5] a unit acts on what is assigned to it, a viewer on nothing', () => {
  const given = board({ issue: [{ id: 'i1', state: 'told' }, { id: 'i2', state: 'told', unit: 'civil' }] })
  expect(when(given, who.unit, 'advanceIssue', advance('told', 'rectifying'))).toBeInstanceOf(Array)
  expect(when(given, who.unit, 'advanceIssue', { ...advance('told', 'rectifying'), issue: 'i2' })).toBe('outside_area')
  expect(when(given, who.viewer, 'commentIssue', { issue: 'i1', text: 'x' })).toBe('forbidden')
})

it('[I3] a unit is assigned and assigned again, from the one that was seen', () => {
  expect(after('issue', issue('found', { unit: null }), who.coordinator, 'assignIssue', { issue: 'i1', set: { unit: 'civil' }, base: { unit: undefined } }).unit).toBe('civil')
  expect(when(issue('found', { unit: 'civil' }), who.coordinator, 'assignIssue', { issue: 'i1', set: { unit: 'gov-north' }, base: { unit: 'health' } })).toBe('conflict')
  expect(facts.units.has('gov-north')).toBe(true)
})

it('[I12] an issue without a unit is given one from a screen that saw none, and it is never taken away', () => {
  const none = issue('found', { unit: null })
  expect(after('issue', none, who.inspector, 'assignIssue', { issue: 'i1', set: { unit: 'civil' }, base: { unit: null } }).unit).toBe('civil')
  expect(when(issue('found', { unit: 'health' }), who.inspector, 'assignIssue', { issue: 'i1', set: { unit: 'civil' }, base: { unit: null } })).toBe('conflict')
  expect(when(none, who.inspector, 'assignIssue', { issue: 'i1', set: { unit: null as never }, base: { unit: null } })).toBe('invalid')
})

it('[I13] a unit that sends its fix in time is in time, however late the re-check comes', () => {
  const sent = make('issue', { state: 'closed', foundAt: noon, dueFrom: noon, deadline: noon + 10 * hour, fixedAt: noon + 5 * hour, since: noon + 90 * hour })
  expect([wasLate(sent, noon + 99 * hour), timeTaken(sent), timeUsed(sent)]).toEqual([false, 5 * hour, 0.5])
  const late = { ...sent, fixedAt: noon + 11 * hour }
  expect([wasLate(late, noon + 99 * hour), timeUsed(late)]).toEqual([true, 1.1])
})

it('[I6] another severity counts from when the time began: after a relapse from the relapse, taken up again from then', () => {
  const sharper = { issue: 'i1', set: { severity: 'immediate' }, base: { severity: 'day' } } as const
  const long = noon - 128 * hour
  expect(after('issue', board({ issue: [{ id: 'i1', state: 'relapsed', foundAt: long, dueFrom: noon - hour, relapsedAt: noon - hour }] }), who.inspector, 'editIssue', sharper).deadline).toBe(noon + 5 * hour)
  // Written before it was kept.
  expect(after('issue', board({ issue: [{ id: 'i1', state: 'relapsed', foundAt: long, relapsedAt: noon - hour }] }), who.inspector, 'editIssue', sharper).deadline).toBe(noon + 5 * hour)
  const again = after('issue', board({ issue: [{ id: 'i1', state: 'deferred', foundAt: long, nextDate: noon }] }), who.coordinator, 'advanceIssue', { issue: 'i1', from: 'deferred', to: 'rectifying', reason: 'the parts have come' })
  expect(again).toMatchObject({ dueFrom: noon, deadline: noon + 24 * hour })
  // What was said once more is no change, and keeps the time that was given.
  const given = board({ issue: [{ id: 'i1', state: 'told', deadline: noon + 90 * hour }] })
  expect(after('issue', given, who.inspector, 'editIssue', { issue: 'i1', set: { severity: 'day', note: 'x' }, base: { severity: 'day', note: '' } }).deadline).toBe(noon + 90 * hour)
})

it('[I6] a severity that gives more time says why, and is not for the township to choose', () => {
  const milder = { issue: 'i1', set: { severity: 'threeDays' }, base: { severity: 'day' } } as const
  expect(when(issue('told'), who.inspector, 'editIssue', milder)).toBe('needs_reason')
  expect(when(issue('told'), who.officer, 'editIssue', { ...milder, reason: 'we need longer' })).toBe('forbidden')
  expect(when(issue('told'), who.officer, 'editIssue', { issue: 'i1', set: { severity: 'immediate' }, base: { severity: 'day' } })).toBeInstanceOf(Array)
})

it('[I6] the unit\'s time stops with the fix it sends in, and runs anew when that is sent back or does not hold', () => {
  const step = (from: 'rectifying' | 'awaiting' | 'closed', to: 'rectifying' | 'awaiting' | 'closed' | 'relapsed', fixedAt: number | null) =>
    after('issue', board({ issue: [{ id: 'i1', state: from, fixedAt, foundBy: 'zoe' }] }), who.coordinator, 'advanceIssue', { issue: 'i1', from, to, reason: 'x' }).fixedAt
  expect(step('rectifying', 'awaiting', null)).toBe(noon)
  expect(step('awaiting', 'closed', noon - 5)).toBe(noon - 5)
  expect(step('awaiting', 'rectifying', noon - 5)).toBe(null)
  expect(step('closed', 'relapsed', noon - 5)).toBe(null)
})
