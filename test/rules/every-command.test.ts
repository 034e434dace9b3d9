import type { CommandName } from '../../shared/commands/all.ts'
import type { AnyRecord } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { roles } from '../../shared/actor.ts'
import { commands } from '../../shared/commands/all.ts'
import { examples } from '../support/examples.ts'
import { admin, board, coordinator, dump, everybody, inspector, officer, refusal, southOfficer, when } from '../support/given.ts'

const names = Object.keys(commands) as CommandName[]
const headquarters = (name: CommandName) => examples[name].may.includes('coordinator') ? coordinator : admin
const withSubject = names.filter(name => examples[name].subject)

/** Everything of the example's board, in the other township. */
function moved(name: CommandName) {
  const south = Object.entries(dump(examples[name].given)).map(([kind, list]) => [kind, (list as AnyRecord[]).map(one => ({ ...one, township: 'south' }))])
  return board(Object.fromEntries(south))
}

it.each(['claimshift', '', 'toString', 'constructor', '__proto__', 'hasOwnProperty'])('[C1] a name that is no command is unknown: %j', (name) => {
  expect(when(board(), admin, name, {})).toBe('unknown_command')
})

describe.each(names)('%s', (name) => {
  const { given, args, may, subject } = examples[name]
  const who = headquarters(name)

  it.each(roles)('[C2] is for whom the table says: %s', (role) => {
    const outcome = when(given, everybody[role], name, args)
    if (may.includes(role)) expect(outcome).toBeTypeOf('object')
    else expect(outcome).toBe('forbidden')
  })

  it('[C2] tells one who may not nothing else: the role is asked before the arguments', () => {
    for (const role of roles.filter(role => !may.includes(role))) expect(when(given, everybody[role], name, { what: 'ever' })).toBe('forbidden')
  })

  it('[C3] refuses a key it does not know, at any depth', () => {
    expect(when(given, who, name, { ...args, extra: 1 })).toBe('invalid')
    const nested = Object.entries(args).find(([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value))
    if (nested) expect(when(given, who, name, { ...args, [nested[0]]: { ...nested[1] as object, extra: 1 } })).toBe('invalid')
  })

  it('[C3] refuses a missing or mistaken argument', () => {
    for (const key of Object.keys(args).filter(key => key !== 'reason')) {
      const { [key]: _, ...rest } = args
      expect(when(given, who, name, rest), key).toBe('invalid')
      expect(when(given, who, name, { ...args, [key]: { wrong: true } }), key).toBe('invalid')
      expect(when(given, who, name, { ...args, [key]: Number.NaN }), key).toBe('invalid')
    }
    for (const wrong of [null, undefined, 7, 'text', [], [args], true]) expect(when(given, who, name, wrong)).toBe('invalid')
  })

  it.runIf(subject)('[C5] needs its record', () => {
    expect(when(board(), who, name, args)).toBe('not_found')
  })

  it.runIf(subject && may.includes('officer') && subject !== 'announcement')('[C7] is refused to an officer of another township', () => {
    expect(when(moved(name), officer, name, args)).toBe('outside_area')
    expect(when(moved(name), { ...southOfficer, id: officer.id }, name, args)).toBeTypeOf('object')
  })
})

it('[C4] an id that is taken is not taken again', () => {
  const makers = names.filter(name => !examples[name].subject && name !== 'importPlaces')
  expect(makers.length).toBe(7)
  for (const name of makers) {
    const { given, args } = examples[name]
    const who = headquarters(name)
    const made = when(given, who, name, args)
    if (typeof made === 'string') throw new Error(made)
    expect(when(board(Object.fromEntries(Object.entries(made).map(([kind, value]) => [kind, [value]]))), who, name, args), name).toBe('exists')
  }
})

it('[C6] a township, kind, aspect or unit that the county does not list is refused', () => {
  const wrong: [CommandName, string, unknown][] = [
    ['reportIssue', 'township', 'atlantis'],
    ['reportIssue', 'aspect', 'weather'],
    ['reportIssue', 'unit', 'navy'],
    ['editIssue', 'set', { aspect: 'weather' }],
    ['moveIssue', 'set', { township: 'atlantis' }],
    ['assignIssue', 'set', { unit: 'navy' }],
    ['addPlace', 'kind', 'castle'],
    ['addPlace', 'township', 'atlantis'],
    ['editPlace', 'set', { kind: 'castle' }],
    ['movePlace', 'set', { township: 'atlantis' }],
    ['importPlaces', 'places', [{ ...examples.addPlace.args, kind: 'castle' }]],
    ['openShift', 'township', 'atlantis'],
    ['postShortage', 'township', 'atlantis'],
  ]
  for (const [name, key, value] of wrong) expect(when(examples[name].given, coordinator, name, { ...examples[name].args, [key]: value }), name).toBe('invalid')
})

it('[C5] a place that is named must be there', () => {
  for (const name of ['reportIssue', 'openShift', 'postShortage'] as const) {
    const { given, args } = examples[name]
    expect(when(given, coordinator, name, { ...args, place: 'p9' }), name).toBe('not_found')
    expect(when(board({ place: [{ id: 'p9' }] }), coordinator, name, { ...args, place: 'p9' }), name).toBeTypeOf('object')
  }
  const { given, args } = examples.moveIssue
  expect(when(given, coordinator, 'moveIssue', { ...args, set: { place: 'p9' }, base: { place: null } })).toBe('not_found')
})

it('[C10] a refusal tells nothing of a record its reader may not see', () => {
  for (const name of withSubject.filter(name => examples[name].may.includes('officer'))) {
    const { args } = examples[name]
    const wrong = 'set' in args ? { ...args, base: {} } : args
    const told = refusal(moved(name), officer, name, wrong)
    expect(told.code, name).toBe('outside_area')
    expect(told.detail, name).toBeUndefined()
    expect(told.clashes, name).toBeUndefined()
  }
})

it('[B6] an edit without a field to set is refused', () => {
  for (const name of names.filter(name => 'set' in examples[name].args)) {
    const { given, args } = examples[name]
    expect(when(given, headquarters(name), name, { ...args, set: {} }), name).toBe('invalid')
  }
})

it('[B6][F82] what another has changed since is a conflict with both values, and writes nothing', () => {
  for (const name of names.filter(name => 'set' in examples[name].args)) {
    const { given, args } = examples[name]
    const [field, mine] = Object.entries(args.set as object)[0]!
    const theirs = (args.base as Record<string, unknown>)[field]
    const told = refusal(given, headquarters(name), name, { ...args, base: {} })
    if (theirs !== null) expect(told).toMatchObject({ code: 'conflict', clashes: [{ field, mine, theirs }] })
  }
})

it('[C2] an inspector sees to issues everywhere, whoever found them', () => {
  expect(when(moved('editIssue'), inspector, 'editIssue', examples.editIssue.args)).toMatchObject({ issue: { title: 'None' } })
})
