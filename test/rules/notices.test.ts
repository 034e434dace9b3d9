import type { Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { dueCommands } from '../../shared/incident/due.ts'
import { mustAct } from '../../shared/issues/rechecks.ts'
import { addressed } from '../../shared/notices/notices.ts'
import { owed } from '../../shared/notices/owed.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'

const issue = (more: Partial<Records['issue']> = {}) => board({ incident: [{ id: 'incident' }], issue: [{ id: 'i1', state: 'rectifying', deadline: noon, since: noon - 5 * hour, ...more }] })
const rules = (given: ReturnType<typeof issue>, at: number) => owed(given, at, facts).map(({ rule, to }) => [rule, to.unit ?? to.township ?? to.role])

it('[NT1] [F31] who must act is told once when it is handed to them, and once when the time is over; so is headquarters, once', () => {
  expect(rules(issue({ state: 'told' }), noon - hour)).toEqual([['told', 'health']])
  expect(rules(issue(), noon)).toEqual([])
  expect(rules(issue(), noon + 1)).toEqual([['late', 'health'], ['lateLeader', 'coordinator']])
  expect(rules(issue({ unit: 'gov-north' }), noon + 1)).toEqual([['late', 'north'], ['lateLeader', 'coordinator']])
  expect(rules(issue({ unit: null }), noon + 1)).toEqual([])
  expect(rules(issue({ state: 'awaiting' }), noon + 1)).toEqual([['answered', 'coordinator']])
})

it('[NT1] an assignment, a return and a letter are told once to those who must act, and forgotten after a day', () => {
  const hourAgo = noon - hour
  expect(rules(issue({ assignedAt: hourAgo }), noon - 1)).toEqual([['assigned', 'health']])
  expect(rules(issue({ returns: [{ reason: 'x', by: 'ina', at: hourAgo }] }), noon - 1)).toEqual([['returned', 'health']])
  expect(rules(issue({ assignedAt: noon - 30 * hour, returns: [{ reason: 'x', by: 'ina', at: noon - 30 * hour }] }), noon - 1)).toEqual([])
  expect(rules(issue({ state: 'closed', assignedAt: hourAgo }), noon - 1)).toEqual([])
  const on = board({ incident: [{ id: 'incident' }], letter: [{ id: 'l1', unit: 'gov-north', township: 'north', at: hourAgo }, { id: 'l0', at: noon - 30 * hour }] })
  expect(owed(on, noon, facts)).toMatchObject([{ rule: 'letter', letter: 'l1', issue: null, to: { township: 'north' } }])
  expect(after('issue', issue({ state: 'found' }), who.coordinator, 'assignIssue', { issue: 'i1', set: { unit: 'civil' }, base: { unit: 'health' } }).assignedAt).toBe(noon)
  expect(after('issue', issue({ state: 'found' }), who.coordinator, 'assignIssue', { issue: 'i1', set: { unit: 'health' }, base: { unit: 'health' } }).assignedAt).toBe(null)
})

it('[NT1] a notice names the place and the issue for the time when the issue has left the boards', () => {
  const given = issue({ state: 'told', place: 'p1', title: 'no gloves' })
  given.set({ kind: 'place', id: 'p1', value: make('place', { id: 'p1', name: 'North school' }) })
  expect(owed(given, noon - hour, facts)[0]).toMatchObject({ rule: 'told', about: 'North school · no gloves' })
  expect(owed(issue({ title: 'no gloves' }), noon + 1, facts).map(one => one.about)).toEqual(['no gloves', 'no gloves'])
})

it('[NT6] a fix that was sent in is told to the team that may re-check it, else to headquarters; a late re-check to headquarters once', () => {
  const sent = { id: 'i1', state: 'awaiting' as const, since: noon, rectifiedBy: 'ivo', township: 'north' }
  const to = (given: ReturnType<typeof board>, at: number) => owed(given, at, facts).map(({ rule, to }) => [rule, to.person ?? to.role])
  const team = board({ team: [{ id: 't1', townships: ['north'], members: ['ina', 'ivo', 'ida'] }], issue: [sent] })
  expect(to(team, noon + 1)).toEqual([['answered', 'ina'], ['answered', 'ida']])
  expect(new Set(owed(team, noon + 1, facts).map(({ id }) => id)).size).toBe(2)
  expect(to(board({ issue: [sent] }), noon + 1)).toEqual([['answered', 'coordinator']])
  const due = noon + facts.rules.recheckHours * hour
  expect(to(team, due).filter(([rule]) => rule === 'recheckLate')).toEqual([])
  expect(to(team, due + 1).filter(([rule]) => rule === 'recheckLate')).toEqual([['recheckLate', 'coordinator']])
})

it('[I14] each person\'s inbox holds what they must do next, and nobody else\'s', () => {
  const on = board({ team: [{ id: 't1', townships: ['north'], members: ['ina', 'ivo'] }] })
  const wait = (more: Partial<Records['issue']>, at = noon) => {
    const one = make('issue', { township: 'north', unit: 'health', foundBy: 'x', rectifiedBy: 'una', since: noon, ...more })
    const people = { unit: who.unit, other: { ...who.unit, id: 'uri', unit: 'civil' }, officer: who.officer, ina: who.inspector, far: { ...who.inspector, id: 'far' }, hq: who.coordinator, viewer: who.viewer }
    return Object.entries(people).filter(([, actor]) => mustAct(on, one, actor, at, facts)).map(([name]) => name)
  }
  for (const state of ['told', 'rectifying', 'relapsed', 'deferred'] as const) expect(wait({ state }), state).toEqual(['unit'])
  expect(wait({ state: 'told', unit: 'gov-north' })).toEqual(['officer'])
  expect(wait({ state: 'awaiting' })).toEqual(['ina'])
  expect(wait({ state: 'awaiting', township: 'south' })).toEqual(['hq'])
  expect(wait({ state: 'awaiting', rectifiedBy: 'ina' })).toEqual([])
  expect(wait({ state: 'awaiting' }, noon + facts.rules.recheckHours * hour + 1)).toEqual(['ina', 'hq'])
  expect(wait({ state: 'found', unit: null })).toEqual(['hq'])
  expect(wait({ state: 'found', foundBy: 'far' })).toEqual(['far'])
  expect(wait({ state: 'closed' })).toEqual([])
})

it('[NT1] [F31] however often the clock looks, a notice is given once; more time makes room for one more', () => {
  const on = issue()
  const look = (at: number) => {
    for (const command of dueCommands(on, at, facts)) {
      for (const change of outcome(on, who.system, command.name, command.args, at) as never[]) on.set(change)
    }
    return [...on.all('notice')].length
  }
  expect(look(noon - 1)).toBe(0)
  expect([look(noon + 1), look(noon + hour), look(noon + 30 * hour)]).toEqual([2, 2, 2])
  on.set({ kind: 'issue', id: 'i1', value: { ...on.get('issue', 'i1')!, deadline: noon + 40 * hour } })
  expect([look(noon + 39 * hour), look(noon + 41 * hour)]).toEqual([2, 4])
})

it('[NT1] what becomes due within the minute of a round is told by the next round of that minute, not a minute later', () => {
  const on = issue()
  const seen = new Set<string>()
  const look = (at: number) => dueCommands(on, at, facts).map(({ id, name, args }) => {
    for (const change of (seen.has(id) ? [] : outcome(on, who.system, name, args, at)) as never[]) on.set(change)
    seen.add(id)
    return id
  }).length && [...on.all('notice')].length
  expect([look(noon + 1), look(noon + 2)]).toEqual([2, 0])
  on.set({ kind: 'issue', id: 'i2', value: { ...on.get('issue', 'i1')!, id: 'i2', no: 2 } })
  expect(look(noon + 3)).toBe(4)
})

it('[NT2] one reads one’s own notices, and only the server gives any', () => {
  const to = { role: null, unit: 'health', township: null, person: null, place: null, grid: null }
  const on = board({ notice: [{ id: 'r1', to }] })
  expect(after('notice', on, who.unit, 'readNotices', { notices: ['r1'] }).readBy).toEqual(['una'])
  expect(when(on, who.coordinator, 'readNotices', { notices: ['r1'] })).toBe('forbidden')
  expect(when(on, who.admin, 'giveNotices', { minute: 1 })).toBe('forbidden')
  const notice = on.get('notice', 'r1')!
  expect([who.unit, who.officer, who.coordinator, { ...who.unit, unit: 'civil' }].map(actor => addressed(notice, actor))).toEqual([true, false, false, false])
})

it('[NT3] [F32] a letter is numbered, to one unit, about what is overdue there and nothing else', () => {
  const late = board({ issue: [{ id: 'i1', state: 'rectifying', deadline: noon - hour }, { id: 'i2', state: 'told', deadline: noon + hour }, { id: 'i3', unit: 'civil', state: 'told', deadline: noon - hour }] })
  const letter = { letter: 'l1', unit: 'health', issues: ['i1', 'i1'], dueAt: noon + 12 * hour }
  expect(after('letter', late, who.coordinator, 'issueLetter', letter)).toMatchObject({ no: 1, unit: 'health', items: [{ issue: 'i1', no: late.get('issue', 'i1')?.no, deadline: noon - hour }] })
  expect(after('letter', board({ counter: [{ id: 'letter', value: 4 }], issue: [{ id: 'i1', state: 'told', deadline: noon - 1 }] }), who.coordinator, 'issueLetter', letter).no).toBe(5)
  for (const issues of [['i2'], ['i3'], ['i1', 'i2']]) expect(when(late, who.coordinator, 'issueLetter', { ...letter, issues })).toBe('not_overdue')
  expect(when(late, who.coordinator, 'issueLetter', { ...letter, dueAt: noon })).toBe('needs_date')
})

it('[NT1] two issues whose ids are as long as ids may be, and alike but for their end, each have their notice', () => {
  const ids = ['a', 'b'].map(end => `${'x'.repeat(63)}${end}`)
  const on = board({ issue: ids.map(id => ({ id, state: 'rectifying' as const, deadline: noon, since: noon - 5 * hour })) })
  const given = owed(on, noon + 1, facts)
  expect(new Set(given.map(({ id }) => id)).size).toBe(4)
  for (const { id } of given) expect(id).toMatch(/^[\w-]{1,64}$/)
})
