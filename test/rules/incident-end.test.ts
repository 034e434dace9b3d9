import type { CommandName } from '../../shared/commands.ts'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { definitionOf } from '../../shared/core/decide.ts'
import { dueBulletins, dueCommands } from '../../shared/incident/due.ts'
import { calls, givenFor, may } from '../support/calls.ts'
import { after, board, facts, hour, noon, when, who } from '../support/given.ts'

const day = 24 * hour
const figures = { accounts: 3, photos: 2, voices: 1, evidence: 1, files: 0 }
const over = (more: object = {}) => ({ id: 'incident' as const, drill: true, ended: { at: noon - hour, by: 'ann', reason: 'x', due: noon + day, dueReally: noon + day, figures: null, destroyedAt: null, ...more } })

it('[E9] headquarters ends an incident with a reason; the county says after how many days its names, photos and files are destroyed', () => {
  const on = board({ incident: [{ id: 'incident' }] })
  expect(after('incident', on, who.coordinator, 'endIncident', { reason: 'over' }).ended).toEqual({ at: noon, by: 'ann', reason: 'over', due: noon + facts.care.keepDays * day, dueReally: noon + facts.care.keepDays * day, figures: null, destroyedAt: null })
  expect(when(on, who.admin, 'endIncident', {})).toBe('needs_reason')
  for (const actor of [who.officer, who.inspector, who.unit, who.volunteer, who.viewer, who.overseer, who.contact, who.gridWorker]) expect(when(on, actor, 'endIncident', { reason: 'x' })).toBe('forbidden')
})

it('[E9] after the end every command of every role is refused, but for those that take the end back and move a drill’s clock', () => {
  const names = Object.keys(commands) as CommandName[]
  const still = names.filter(name => definitionOf(name)?.afterEnd)
  expect(still.sort()).toEqual(['moveClock', 'resumeIncident', 'runClock', 'stopClock'])
  for (const name of names.filter(one => !still.includes(one))) {
    const on = givenFor(name)
    on.set({ kind: 'incident', id: 'incident', value: after('incident', board({ incident: [{ id: 'incident' }] }), who.admin, 'endIncident', { reason: 'x' }) })
    for (const role of may[name].filter(one => one !== 'system')) expect([name, role, when(on, who[role], name, calls[name] as never)]).toEqual([name, role, 'incident_over'])
  }
})

it('[E9] a wrong end is taken back with a reason until the day comes, and then no more', () => {
  const ended = board({ incident: [over()] })
  expect(after('incident', ended, who.coordinator, 'resumeIncident', { reason: 'a new case' }).ended).toBeNull()
  expect(when(ended, who.coordinator, 'resumeIncident', {})).toBe('needs_reason')
  expect(when(ended, who.officer, 'resumeIncident', { reason: 'x' })).toBe('forbidden')
  expect(when(board({ incident: [{ id: 'incident' }] }), who.admin, 'resumeIncident', { reason: 'x' })).toBe('exists')
  expect(when(ended, who.admin, 'resumeIncident', { reason: 'x' }, noon + day)).toBe('over')
})

it('[E10] the server notes figures once, on the day and not before, and then that it is done', () => {
  expect(when(board({ incident: [over()] }), who.system, 'noteDestruction', { figures })).toBe('too_soon')
  expect(when(board({ incident: [{ id: 'incident' }] }), who.system, 'noteDestruction', { figures })).toBe('too_soon')
  const due = over({ due: noon })
  expect(when(board({ incident: [due] }), who.system, 'noteDestruction', { figures: null })).toBe('invalid')
  const begun = after('incident', board({ incident: [due] }), who.system, 'noteDestruction', { figures })
  expect(begun.ended).toMatchObject({ figures, destroyedAt: null })
  expect(when(board({ incident: [begun] }), who.system, 'noteDestruction', { figures })).toBe('exists')
  const done = after('incident', board({ incident: [begun] }), who.system, 'noteDestruction', { figures: null }, noon + hour)
  expect(done.ended).toMatchObject({ figures, destroyedAt: noon + hour })
  expect(when(board({ incident: [done] }), who.system, 'noteDestruction', { figures: null })).toBe('exists')
  expect(when(board({ incident: [due] }), who.admin, 'noteDestruction', { figures })).toBe('forbidden')
})

it('[E9] nothing is told any more, and the last bulletin is that of the day on which the incident ended', () => {
  const on = (ended: object) => board({ incident: [{ id: 'incident', startedAt: noon - 3 * day, openedAt: noon - 3 * day, ...ended }], issue: [{ id: 'i1', state: 'told', deadline: noon - hour }] })
  expect(dueCommands(on({}), noon, facts).map(one => one.name)).toEqual(['giveNotices'])
  expect(dueCommands(on(over()), noon, facts)).toEqual([])
  const days = (ended: object) => dueBulletins(on(ended), noon + 5 * day, facts).map(span => span.day)
  expect(days({}).at(-1)).toBe('2030-05-10')
  expect(days(over()).at(-1)).toBe('2030-05-06')
})
