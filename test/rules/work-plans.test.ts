import type { Records } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { visible } from '../../shared/core/sight.ts'
import { owed } from '../../shared/notices/owed.ts'
import { unreadBy } from '../../shared/recovery/plans.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const to = ['township:north', 'township:south', 'unit:health', 'place:p1', 'team:1']
const args = { plan: 'w1', version: 0, title: 'Back to school', text: '# Gate\nIn turns.', addressees: to }
const on = (plan: Partial<Records['workPlan']> = {}) => board({ incident: [{}], place: [{}], team: [{}], workPlan: [{ addressees: to, ...plan }] })
const seen = { plan: 'w1', version: 1 }
const contact = { id: 'con', role: 'contact', place: 'p1' } as const
const { inspector } = who

it('[RE10] [F72] a plan is published to townships, departments, places and teams; its department has read it', () => {
  const made = after('workPlan', board({ place: [{}] }), who.unit, 'publishWorkPlan', args)
  expect(made).toMatchObject({ id: 'w1-1', version: 1, unit: 'health', by: 'una', reads: { 'unit:health': { by: 'una', at: noon } } })
  expect(unreadBy(made)).toEqual(['township:north', 'township:south', 'place:p1', 'team:1'])
  for (const wrong of ['township:west', 'unit:nobody', 'place:p9', 'people:all']) expect(when(board(), who.coordinator, 'publishWorkPlan', { ...args, addressees: [wrong] })).toBe('invalid')
  expect(when(board(), who.coordinator, 'publishWorkPlan', { ...args, addressees: [] })).toBe('invalid')
})

it('[RE11] [F72] each addressee reads for itself, once, and those who have not are listed', () => {
  for (const [actor, key] of [[who.officer, 'township:north'], [who.unit, 'unit:health'], [contact, 'place:p1'], [inspector, 'team:1']] as const) {
    const read = after('workPlan', on(), actor, 'readWorkPlan', seen)
    expect(read.reads).toEqual({ [key]: { by: actor.id, at: noon } })
    expect(unreadBy(read)).toEqual(to.filter(one => one !== key))
    expect(when(on(read), actor, 'readWorkPlan', seen, noon + hour)).toEqual([])
  }
  expect(when(on({ addressees: ['township:south'] }), inspector, 'readWorkPlan', seen)).toBe('forbidden')
})

it('[RE12] [F72] a new version replaces the former one and must be read again; nobody publishes over a version they have not seen', () => {
  const old = on({ reads: { 'township:north': { by: 'olaf', at: noon } } })
  const made = when(old, who.coordinator, 'publishWorkPlan', { ...args, version: 1 }, noon + hour)
  expect(made).toMatchObject([{ id: 'w1-1', value: { replacedAt: noon + hour } }, { id: 'w1-2', value: { version: 2, reads: {}, replacedAt: null } }])
  expect(unreadBy(old.get('workPlan', 'w1-1')!)).not.toContain('township:north')
  expect(Array.isArray(made) && unreadBy(made[1]!.value as Records['workPlan'])).toEqual(to)
  const both = board({ place: [{}], workPlan: [{ replacedAt: noon }, { id: 'w1-2', version: 2, addressees: to }] })
  expect(when(both, who.coordinator, 'publishWorkPlan', { ...args, version: 1 })).toBe('newer_version')
  expect(when(both, who.coordinator, 'publishWorkPlan', args)).toBe('newer_version')
  expect(when(both, who.officer, 'readWorkPlan', seen)).toBe('newer_version')
  expect(when(on({ replacedAt: noon }), who.officer, 'readWorkPlan', seen)).toBe('over')
})

it('[RE12] a department changes, withdraws and reminds of its own plans only', () => {
  for (const [name, more] of [['publishWorkPlan', { ...args, version: 1 }], ['remindWorkPlan', seen], ['withdrawWorkPlan', seen]] as const) {
    expect(when(on({ unit: 'civil' }), who.unit, name, more as never)).toBe('outside_area')
    expect(when(on({ unit: 'health' }), who.unit, name, more as never)).not.toBe('outside_area')
  }
  expect(after('workPlan', on(), who.coordinator, 'withdrawWorkPlan', seen).replacedAt).toBe(noon)
})

it('[RE13] [F72] publication tells every addressee once, a reminder only those who have not read it', () => {
  const rules = (plan: Partial<Records['workPlan']>, at = noon) => owed(on(plan), at, facts).map(({ rule, to }) => `${rule} ${to.township ?? to.unit ?? to.place ?? to.person}`)
  expect(rules({})).toEqual(['planIssued north', 'planIssued south', 'planIssued health', 'planIssued p1', 'planIssued ina'])
  const reads = Object.fromEntries(to.slice(0, 4).map(key => [key, { by: 'x', at: noon }]))
  expect(rules({ at: noon - 48 * hour, reads, remindedAt: noon })).toEqual(['planReminder ina'])
  expect(rules({ replacedAt: noon })).toEqual([])
  expect(when(on({ reads: { ...reads, 'team:1': { by: 'x', at: noon } } }), who.coordinator, 'remindWorkPlan', seen)).toBe('exists')
  const given = on()
  for (const one of owed(given, noon, facts)) given.set({ kind: 'notice', id: one.id, value: one })
  expect(owed(given, noon + hour, facts)).toEqual([])
})

it('[RE10] a plan is seen by headquarters, teams and those it is for, and by nobody else', () => {
  const plan = make('workPlan', { addressees: ['township:north', 'place:p1'] })
  expect(['staff', 'township:north', 'place:p1', 'township:south', 'place:p2', 'unit:health', 'viewer', 'volunteer', 'newcomer'].filter(one => visible(one, 'workPlan', plan))).toEqual(['staff', 'township:north', 'place:p1'])
})
