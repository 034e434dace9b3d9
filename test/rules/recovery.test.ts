import type { Role } from '../../shared/core/actor.ts'
import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { owed } from '../../shared/notices/owed.ts'
import { isMissing, missingFrom } from '../../shared/recovery/reports.ts'
import { statusOf, ways } from '../../shared/recovery/steps.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const day = 24 * hour
const items = ['works-recovery-1', 'works-recovery-2']
const on = (reopening: Partial<Records['reopening']> = {}, more: Parameters<typeof board>[0] = {}) => board({ incident: [{}], place: [{ unit: 'health' }], reopening: [{ unit: 'health', kind: 'works', ...reopening }], ...more })
const contact = { id: 'con', role: 'contact', place: 'p1' } as const
const file = { reopening: 'p1', note: '' }
const check = { reopening: 'p1', list: 'works-recovery-1', passed: items, note: '' }

describe('reopening by steps', () => {
  it('[RE1] [F69] an application goes filed, checked on site, approved, reopened, and each step says who and when', () => {
    let made = on({ step: 'halted' })
    const steps = [
      [contact, 'fileReopening', file],
      [who.inspector, 'checkReopening', check],
      [who.coordinator, 'approveReopening', file],
      [contact, 'confirmReopening', file],
      [who.officer, 'relapsePlace', { reopening: 'p1', reason: 'two cases' }],
    ] as const
    steps.forEach(([actor, name, args], i) => {
      const next = after('reopening', made, actor, name, args, noon + i * hour)
      made = on(next)
    })
    const { step, steps: told } = made.get('reopening', 'p1')!
    expect(step).toBe('relapsed')
    expect(told.map(one => [one.step, one.by, (one.at - noon) / hour])).toEqual([['filed', 'con', 0], ['checked', 'ina', 1], ['approved', 'ann', 2], ['reopened', 'con', 3], ['relapsed', 'olaf', 4]])
    expect(told.at(-1)?.note).toBe('two cases')
  })

  it('[RE1] no step is left out, and none is taken twice', () => {
    for (const [name, args, right] of [['fileReopening', file, ['halted', 'relapsed']], ['checkReopening', check, ['filed']], ['approveReopening', file, ['checked']], ['confirmReopening', file, ['approved']], ['relapsePlace', { reopening: 'p1', reason: 'x' }, ['reopened']], ['haltPlace', { reopening: 'p1', reason: 'x' }, ['running']], ['refuseReopening', { reopening: 'p1', reason: 'x' }, ['filed', 'checked']]] as const) {
      for (const step of ['running', 'halted', 'filed', 'checked', 'approved', 'reopened', 'relapsed'] as const) {
        const told = when(on({ step }), who.admin, name, args as never)
        expect(told === 'illegal_step', `${name} from ${step}`).toBe(!(right as readonly string[]).includes(step))
      }
    }
  })

  it('[RE2] a step back needs its reason, is kept with it, and after the check on site only headquarters refuses', () => {
    for (const [name, step] of [['haltPlace', 'running'], ['refuseReopening', 'filed'], ['relapsePlace', 'reopened']] as const) expect(when(on({ step }), who.officer, name, { reopening: 'p1', reason: ' ' })).toBe('needs_reason')
    const back = after('reopening', on({ step: 'filed' }), who.inspector, 'refuseReopening', { reopening: 'p1', reason: 'no room', failed: ['works-recovery-2'] })
    expect(back).toMatchObject({ step: 'halted', failed: ['works-recovery-2'], steps: [{ step: 'refused', by: 'ina', note: 'no room' }] })
    expect(when(on({ step: 'checked' }), who.inspector, 'refuseReopening', { reopening: 'p1', reason: 'x' })).toBe('forbidden')
    expect(after('reopening', on({ step: 'checked' }), who.coordinator, 'refuseReopening', { reopening: 'p1', reason: 'x' }).step).toBe('halted')
  })

  it('[RE3] the check on site names the checklist of its kind, and passes only when every item did', () => {
    expect(when(on({ step: 'filed' }), who.inspector, 'checkReopening', { ...check, passed: items.slice(1) })).toBe('items_open')
    expect(when(on({ step: 'filed' }), who.inspector, 'checkReopening', { ...check, list: 'school-1' })).toBe('invalid')
    expect(when(on({ step: 'filed', kind: 'shop' }), who.inspector, 'checkReopening', check)).toBe('invalid')
    expect(after('reopening', on({ step: 'filed', failed: items }), who.inspector, 'checkReopening', check)).toMatchObject({ step: 'checked', list: 'works-recovery-1', failed: [] })
  })

  it('[RE1] a contact takes the steps of the own place only, a department those of its places, an officer those of the township', () => {
    expect(when(on({ step: 'halted' }), { ...contact, place: 'p9' }, 'fileReopening', file)).toBe('outside_area')
    expect(when(on({ step: 'halted' }), { ...who.unit, unit: 'civil' }, 'fileReopening', file)).toBe('outside_area')
    expect(when(on({ step: 'halted' }), { ...who.officer, township: 'south' }, 'fileReopening', file)).toBe('outside_area')
    expect(when(on({ step: 'filed' }), contact, 'checkReopening', check)).toBe('forbidden')
    const approvers: readonly Role[] = ways.approved.roles
    expect(approvers).toEqual(['coordinator', 'admin'])
  })

  it('[RE4] files are opened for many places at once, running or halted, once each and only for kinds that reopen', () => {
    const given = board({ place: [{}, { id: 'p2', unit: 'civil' }, { id: 'p3', kind: 'shop' }, { id: 'p4', retired: true }], reopening: [{ id: 'p1', step: 'reopened' }] })
    const made = when(given, who.coordinator, 'registerRecovery', { places: ['p1', 'p2'], running: false, unit: 'health', reason: 'since monday' })
    expect(made).toMatchObject([{ id: 'p2', value: { step: 'halted', unit: 'civil', steps: [{ step: 'halted', note: 'since monday' }] } }])
    expect(when(given, who.coordinator, 'registerRecovery', { places: ['p3'], running: true })).toBe('invalid')
    expect(when(given, who.coordinator, 'registerRecovery', { places: ['p4'], running: true })).toBe('retired')
  })

  it('[RE5] [F71] a school says its batch, grades with heads and times, teachers and rooms; more ready than there are is refused', () => {
    const grades = [{ grade: 'g9', heads: 120, arrives: '07:10' }, { grade: 'g12', heads: 200, arrives: '07:40' }]
    const say = (set: Partial<Records['reopening']>, actor: Parameters<typeof when>[1] = who.officer) => when(on(), actor, 'describeRecovery', { reopening: 'p1', set, base: Object.fromEntries(Object.keys(set).map(key => [key, make('reopening', {})[key as 'grades']])) } as never)
    expect(say({ batch: 1, grades, teachers: 40, teachersReady: 38 })).toMatchObject([{ value: { batch: 1, grades, teachersReady: 38 } }])
    expect(say({ teachers: 40, teachersReady: 41 })).toBe('invalid')
    expect(say({ rooms: 3, roomsReady: 4 })).toBe('invalid')
    expect(say({ grades: [...grades, grades[0]!] })).toBe('invalid')
    expect(say({ grades: [{ grade: 'g1', heads: 1, arrives: '07:00' }] })).toBe('invalid')
    expect(say({ grades: [{ grade: 'g9', heads: 1, arrives: '25:00' }] })).toBe('invalid')
    expect(say({ batch: 2 }, contact)).toBe('forbidden')
    expect(say({ teachers: 4 }, contact)).toMatchObject([{ value: { teachers: 4 } }])
  })
})

describe('daily reports of places in operation', () => {
  const counts = { present: 40, symptoms: 1, measured: 39, disinfected: true, note: '' }
  const send = { reopening: 'p1', at: noon, ...counts }

  it('[RE6] [F70] a report counts for the day of the device, also when it is sent later; of two the later one counts', () => {
    const sent = when(on(), contact, 'sendSelfReport', { ...send, at: noon - 13 * hour }, noon)
    expect(sent).toMatchObject([{ kind: 'selfReport', id: 'p1_2030-05-05', value: counts }, { kind: 'reopening', value: { lastReport: '2030-05-05' } }])
    expect(when(on({}, { selfReport: [{ at: noon + 1, present: 9 }] }), contact, 'sendSelfReport', send, noon + hour)).toEqual([])
    expect(after('selfReport', on({ lastReport: '2030-05-06' }, { selfReport: [{ at: noon - 1, present: 9 }] }), contact, 'sendSelfReport', send).present).toBe(40)
    expect(when(on({ lastReport: '2030-05-06' }), contact, 'sendSelfReport', { ...send, at: noon - 13 * hour })).toHaveLength(1)
  })

  it('[RE6] too old, more people than were there, a place out of operation, and a report that was checked are refused', () => {
    expect(when(on(), contact, 'sendSelfReport', { ...send, at: noon - 49 * hour })).toBe('over')
    expect(when(on(), contact, 'sendSelfReport', { ...send, symptoms: 41 })).toBe('invalid')
    expect(when(on(), contact, 'sendSelfReport', { ...send, measured: 41 })).toBe('invalid')
    expect(when(on({ step: 'halted' }), contact, 'sendSelfReport', send)).toBe('illegal_step')
    expect(when(on({}, { selfReport: [{ check: { by: 'ina', at: noon, agrees: true, note: '', issue: null } }] }), contact, 'sendSelfReport', send)).toBe('illegal_step')
    expect(when(on(), { ...contact, place: 'p2' }, 'sendSelfReport', send)).toBe('outside_area')
  })

  it('[RE7] [F70] a spot check that differs says what and becomes one issue for the department; one that agrees makes none', () => {
    const given = on({}, { selfReport: [{ unit: 'health' }] })
    const args = { reopening: 'p1', day: '2030-05-06', agrees: false, note: 'nobody was measured' }
    expect(when(given, who.inspector, 'checkSelfReport', { ...args, note: '' })).toBe('needs_reason')
    expect(after('issue', given, who.inspector, 'checkSelfReport', args)).toMatchObject({ title: 'report differs: North school', note: 'nobody was measured', unit: 'health', place: 'p1', aspect: 'safety', state: 'found' })
    const checked = after('selfReport', given, who.inspector, 'checkSelfReport', args)
    expect(checked.check).toMatchObject({ by: 'ina', agrees: false, issue: 'report~p1~2030-05-06' })
    expect(when(given, who.inspector, 'checkSelfReport', { ...args, agrees: true, note: '' })).toHaveLength(1)
    expect(when(on({}, { selfReport: [checked] }), who.inspector, 'checkSelfReport', args)).toBe('illegal_step')
  })

  it('[RE8] [F70] two whole days without a report mark the place, since the last one or since it is in operation', () => {
    const midnight = Date.parse('2030-05-06T00:00:00Z')
    const last = (lastReport: string | null, more: Partial<Records['reopening']> = {}) => make('reopening', { since: midnight - 30 * day, lastReport, ...more })
    expect(missingFrom(last('2030-05-03'), facts)).toBe(midnight)
    expect(isMissing(last('2030-05-03'), facts, midnight)).toBe(true)
    expect(isMissing(last('2030-05-03'), facts, midnight - 1)).toBe(false)
    expect(isMissing(last('2030-05-04'), facts, noon)).toBe(false)
    expect(missingFrom(last(null, { step: 'reopened', since: midnight + hour }), facts)).toBe(midnight + 2 * day)
    expect(missingFrom(last('2030-05-01', { step: 'reopened', since: midnight + hour }), facts)).toBe(midnight + 2 * day)
    expect(isMissing(last(null, { step: 'halted' }), facts, noon)).toBe(false)
  })
})

it('[RE9] each step tells those who act next, and a missing report tells the place and its township, once', () => {
  const rules = (reopening: Partial<Records['reopening']>) => owed(on(reopening), noon, facts).map(({ rule, to }) => [rule, to.unit ?? to.township ?? to.place ?? to.role])
  const fresh = { since: noon - hour }
  expect(rules({ ...fresh, step: 'filed' })).toEqual([['reopenFiled', 'health']])
  expect(rules({ ...fresh, step: 'filed', unit: null })).toEqual([['reopenFiled', 'north']])
  expect(rules({ ...fresh, step: 'checked' })).toEqual([['reopenChecked', 'coordinator']])
  expect(rules({ ...fresh, step: 'approved' })).toEqual([['reopenApproved', 'p1']])
  expect(rules({ ...fresh, step: 'halted', steps: [{ step: 'refused', by: 'ina', at: noon - hour, note: 'x' }] })).toEqual([['reopenRefused', 'p1']])
  expect(rules({ ...fresh, step: 'halted', steps: [{ step: 'halted', by: 'ina', at: noon - hour, note: 'x' }] })).toEqual([])
  const made = on({ lastReport: '2030-05-03' })
  const told = owed(made, noon, facts)
  expect(told.map(({ rule, to }) => [rule, to.place ?? to.township])).toEqual([['reportMissing', 'p1'], ['reportMissingHere', 'north']])
  for (const one of told) made.set({ kind: 'notice', id: one.id, value: one })
  expect(owed(made, noon + hour, facts)).toEqual([])
})

it('[RE1] a place runs, waits or is halted by its step', () => {
  expect((['running', 'reopened', 'filed', 'checked', 'approved', 'halted', 'relapsed'] as const).map(step => statusOf({ step }))).toEqual(['running', 'running', 'waiting', 'waiting', 'waiting', 'halted', 'halted'])
})
