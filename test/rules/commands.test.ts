import type { CommandName } from '../../shared/commands.ts'
import { describe, expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { roles } from '../../shared/core/actor.ts'
import { decide } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { calls, givenFor as given, may } from '../support/calls.ts'
import { board, facts, make, noon, outcome, when, who } from '../support/given.ts'

describe.each(Object.keys(commands) as CommandName[])('%s', (name) => {
  const allowed = may[name]

  it.each(roles)('[C3] [C10] %s', (role) => {
    // No step of an issue is open to every role: the finder and the fixer take different steps.
    const call = name === 'advanceIssue' && (role === 'inspector' || role === 'overseer') ? { issue: 'i2', from: 'awaiting', to: 'closed' } : calls[name]
    const answer = when(given(name, who[role]), who[role], name, call as never)
    if (allowed.includes(role)) expect(answer).toBeInstanceOf(Array)
    else expect(answer).toBe('forbidden')
  })

  it('[C2] an unknown key is refused, and so is every wrong type', () => {
    const actor = who[allowed[0]!]
    expect(when(given(name), actor, name, { ...calls[name], extra: 1 } as never)).toBe('invalid')
    for (const field of Object.keys(calls[name])) {
      expect(when(given(name), actor, name, { ...calls[name], [field]: { toString: 'x' } } as never)).toBe('invalid')
    }
    for (const args of [null, undefined, 7, 'x', [], () => {}]) expect(when(given(name), actor, name, args as never)).toBe('invalid')
  })

  it('[C6] deciding twice gives the same, and the board is untouched', () => {
    const actor = who[allowed[0]!]
    const on = given(name)
    expect(when(on, actor, name, Object.freeze(calls[name]) as never)).toEqual(when(on, actor, name, calls[name] as never))
  })
})

it('[C1] unknown names, and names every object has, are refused', () => {
  for (const name of ['fly', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
    expect(() => decide(board(), { id: 'c', name, args: {} }, { actor: who.admin, now: noon, real: noon, facts })).toThrow(new Rejection('unknown_command', name))
  }
})

it('[C2] text that is too long, positions off the earth and times out of range are refused', () => {
  const on = given('')
  expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, title: 'x'.repeat(81) } as never)).toBe('invalid')
  expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, title: '   ' } as never)).toBe('invalid')
  for (const lng of [181, -181, Number.NaN, Infinity, '110']) expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, lng } as never)).toBe('invalid')
  for (const startsAt of [-1, 1.5, 9e15, '1']) expect(when(on, who.coordinator, 'openShift', { ...calls.openShift, startsAt } as never)).toBe('invalid')
  for (const id of ['', 'a b', '../x', 'x'.repeat(65), '<b>']) expect(when(on, who.inspector, 'reportIssue', { ...calls.reportIssue, issue: id } as never)).toBe('invalid')
})

/** The records that a call makes under an id that stands in its arguments, and an actor who may make them. */
function madeBy(name: CommandName) {
  for (const role of may[name]) {
    const on = given(name, who[role])
    const made = outcome(on, who[role], name, calls[name])
    if (!Array.isArray(made)) continue
    const fresh = made.filter(({ kind, id, value }) => value && !on.get(kind, id) && JSON.stringify(calls[name]).includes(`"${id}"`) && !/^\d{4}-/.test(id))
    return fresh.map(({ id }) => ({ name, id, role }))
  }
  return []
}

it('[C12] ids with a tilde are made by rules and the server: nothing new takes one from outside', () => {
  const made = (Object.keys(commands) as CommandName[]).flatMap(madeBy)
  expect(made.length).toBeGreaterThan(20)
  for (const { name, id, role } of made) {
    const args = JSON.parse(JSON.stringify(calls[name]).replaceAll(`"${id}"`, '"price~p1~rice"')) as never
    // A record that goes by another's id, as a head count does, needs that one to be there.
    expect(['invalid', 'not_found'], `${name} ${id}`).toContain(when(given(name, who[role]), who[role], name, args))
  }
})

it('[C12] what a rule makes later is named by nobody before: the issue of a price, the lines of a delivery, the shifts of a plan', () => {
  const on = given('')
  const ids = (name: CommandName) => (outcome(on, who.admin, name, calls[name]) as { kind: string, id: string }[]).filter(one => ['issue', 'move', 'shift'].includes(one.kind)).map(one => one.id)
  on.set({ kind: 'marketDay', id: 'p1_2030-05-05', value: make('marketDay', { id: 'p1_2030-05-05', place: 'p1', day: '2030-05-05', staples: { rice: { price: 100, stock: 'ample' } } }) })
  const made = [...ids('confirmRise'), ...ids('dispatchDelivery'), ...ids('receiveDelivery'), ...ids('planShifts')]
  expect(made.length).toBeGreaterThan(3)
  for (const id of made) expect(id).toContain('~')
})

const taken: Partial<Record<CommandName, string>> = { reportIssue: 'i1', addPlace: 'p1', openShift: 's1', openPost: 'g1', formCrew: 'k1', postShortage: 'n1', drawZone: 'z1', announce: 'a1', startInspection: 'v1', planInspection: 'v1', formTeam: 't1' }
const subjects = ['inspection', 'team', 'issue', 'place', 'shift', 'post', 'crew', 'shortage', 'zone', 'announcement', 'reopening'] as const

it.each(Object.keys(taken) as CommandName[])('[C7] %s does not take an id that is taken', (name) => {
  const subject = subjects.find(kind => kind in calls[name])!
  expect(when(given(name), who.admin, name, { ...calls[name], [subject]: taken[name] } as never)).toBe('exists')
})

const onOne = (Object.keys(commands) as CommandName[]).filter(name => !(name in taken) && subjects.some(kind => kind in calls[name]))

it.each(onOne.filter(name => may[name].includes('admin')))('[C7] %s needs its record to be there', (name) => {
  expect(when(board(), who.admin, name, calls[name] as never)).toBe('not_found')
})

/** The same board with everything in the other township, assigned to another unit. */
function elsewhere(name: CommandName) {
  const there = given(name)
  for (const kind of ['issue', 'place', 'shift', 'post', 'shortage', 'marketDay', 'fulfilment', 'sampling', 'tube', 'quarantine', 'batch', 'transfer', 'reopening', 'selfReport'] as const) {
    for (const record of [...there.all(kind)]) there.set({ kind, id: record.id, value: make(kind, { ...record, township: 'south', ...kind === 'issue' && { unit: 'civil' } } as never) })
  }
  return there
}

// A team of volunteers belongs to no township.
it.each(onOne.filter(name => may[name].includes('officer') && !['joinCrew', 'leaveCrew', 'withdrawRequest', 'acceptMember', 'declineMember'].includes(name)))('[C4] [C11] %s by an officer of another township is refused, and the refusal tells nothing of the record', (name) => {
  for (const args of [calls[name], { ...calls[name], base: {} }, { ...calls[name], from: 'found', to: 'told' }]) {
    const told = outcome(elsewhere(name), who.officer, name, Object.fromEntries(Object.entries(args).filter(([key]) => key in calls[name])))
    expect(told).toEqual(new Rejection('outside_area'))
    expect(told).toMatchObject({ code: 'outside_area', detail: undefined, clashes: undefined })
  }
})

it.each(['commentIssue', 'attachPhoto', 'advanceIssue'] as const)('[C5] [C11] %s by a unit on a record of another is refused, and the refusal tells nothing of the record', (name) => {
  for (const args of [calls[name], { ...calls[name], ...name === 'advanceIssue' && { from: 'found', to: 'told' } }]) {
    expect(outcome(elsewhere(name), who.unit, name, args)).toMatchObject({ code: 'outside_area', detail: undefined })
  }
})

it.each((Object.keys(commands) as CommandName[]).filter(name => 'set' in calls[name]))('[C9] [F82] %s from an older picture is a conflict that carries both values', (name) => {
  const { set, base } = calls[name] as { set: Record<string, unknown>, base: Record<string, unknown> }
  const [field, mine] = Object.entries(set)[0]!
  const told = outcome(given(name), who.coordinator, name, { ...calls[name], base: { [field]: mine } })
  expect(told).toMatchObject({ code: 'conflict', clashes: [{ field, mine, theirs: base[field] }] })
})

const texts: [CommandName, string, number][] = [
  ['reportIssue', 'title', 80],
  ['reportIssue', 'note', 2000],
  ['commentIssue', 'text', 2000],
  ['addPlace', 'address', 200],
  ['postShortage', 'measure', 10],
  ['drawZone', 'approver', 40],
  ['announce', 'text', 500],
]

it.each(texts)('[L5] [C2] %s keeps a %s of up to %i characters as it was written', (name, field, most) => {
  const html = '<i>"&\'`'
  const full = html.repeat(most).slice(0, most)
  const written = (text: string) => when(given(name), who.admin, name, { ...calls[name], [field]: text } as never)
  expect(JSON.stringify(written(full))).toContain(name === 'commentIssue' ? '"comments":1' : JSON.stringify(full))
  expect(written(`${full}x`)).toBe('invalid')
})

const unlisted: [CommandName, object][] = [
  ['editIssue', { set: { aspect: 'luck' } }],
  ['moveIssue', { set: { township: 'west' } }],
  ['assignIssue', { set: { unit: 'navy' } }],
  ['addPlace', { township: 'west' }],
  ['editPlace', { set: { kind: 'castle' } }],
  ['movePlace', { set: { township: 'west' } }],
  ['openShift', { township: 'west' }],
  ['postShortage', { township: 'west' }],
]

it.each(unlisted)('[C8] %s takes only what the county folder lists', (name, wrong) => {
  expect(when(given(name), who.admin, name, { ...calls[name], ...wrong } as never)).toBe('invalid')
})
