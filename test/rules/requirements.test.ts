import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { endOf } from '../../shared/core/versions.ts'
import { requirements } from '../../shared/county/lianjiang/requirements.ts'
import { owed } from '../../shared/notices/owed.ts'
import { arrivalDue } from '../../shared/requirements/arrivals.ts'
import { duesAt } from '../../shared/requirements/dues.ts'
import { effectOf } from '../../shared/requirements/effect.ts'
import { heldIn } from '../../shared/requirements/held.ts'
import { requirementsAt } from '../../shared/requirements/in-force.ts'
import { zoneOver, zoningOf } from '../../shared/requirements/zoning.ts'
import { inForce } from '../../shared/zones/in-force.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const around = (west: number, size = 0.1): [number, number][] => [[west, 20.95], [west + size, 20.95], [west + size, 21.05], [west, 21.05]]
const home = { id: 'p1', lng: 110.05, lat: 21 }
const incident = { incident: [{ startedAt: noon - 100 * hour }] }
const duesOf = (records: Parameters<typeof board>[0], now = noon) => {
  const made = board({ ...incident, ...records })
  return duesAt(made, facts, zoningOf(made.all('place'), made.all('zone')), now)
}
const first = (records: Parameters<typeof board>[0], now = noon) => duesOf(records, now)[0]

describe('what is due follows from where a place lies', () => {
  it('[F21] [RQ1] the zone of a place decides which requirement applies, and drawing a zone makes the next act due by the stricter one, also in the past', () => {
    const tested = { fulfilment: [{ at: noon - 33 * hour }] }
    expect(first({ place: [home], ...tested })).toMatchObject({ level: 'outside', rule: { id: 'tests-1' }, dueAt: noon + 51 * hour })
    const drawn = first({ place: [home], ...tested, zone: [{ ring: around(110), validFrom: noon }] })
    expect(drawn).toMatchObject({ level: 'control', rule: { id: 'daily-1' }, zone: { id: 'z1' }, last: { by: 'olaf' }, dueAt: noon - 9 * hour })
  })

  it('[RQ1] an act that was never done is due within the first hours since the requirement began to apply', () => {
    expect(first({ place: [home], zone: [{ ring: around(110), validFrom: noon - hour }] })?.dueAt).toBe(noon + 23 * hour)
    expect(first({ place: [home] })?.dueAt).toBe(noon - 100 * hour + 84 * hour)
  })

  it('[RQ1] the strictest zone in force counts; one that has not begun, is lifted or has expired does not; retired places and other kinds have nothing due', () => {
    const ring = around(110)
    const of = (...zone: Partial<Records['zone']>[]) => first({ place: [home], zone: zone.map((one, i) => ({ id: `z${i}`, ring, ...one })) })?.level
    expect(of({ level: 'precaution' }, { level: 'lockdown' }, { level: 'control' })).toBe('lockdown')
    expect(of({ level: 'lockdown', validFrom: noon + 1 })).toBe('outside')
    expect(of({ level: 'lockdown', liftedAt: noon - 1 })).toBe('outside')
    expect(of({ level: 'lockdown', validTo: noon })).toBe('outside')
    expect(duesOf({ place: [{ ...home, retired: true }, { ...home, id: 'p2', kind: 'shop' }] })).toEqual([])
  })

  it('[RQ1] of several requirements for one act the most frequent applies, and only in its phases', () => {
    const visits = { requirement: [{ phases: ['emergency' as const] }, { id: 'often-1', rule: 'often', phases: ['emergency' as const], every: 12 }] }
    expect(duesOf({ place: [home], ...visits }).map(one => one.rule.id).sort()).toEqual(['often-1', 'tests-1'])
    expect(duesOf({ place: [home], ...visits, incident: [{ phase: 'recovery' }] })).toEqual([])
  })
})

describe('versions of a requirement', () => {
  const change = { rule: 'tests', version: 1, act: 'test' as const, kinds: ['school'], levels: ['outside' as const], phases: ['emergency' as const], every: 24, first: 24, zh: '每日一检', source: { zh: '指挥部' }, validFrom: noon + hour }
  const changed = (more: object = {}) => after('requirement', board(incident), who.coordinator, 'changeRequirement', { ...change, ...more })
  const refused = (more: object = {}) => when(board(incident), who.coordinator, 'changeRequirement', { ...change, ...more })

  it('[RQ2] a new version counts from its beginning on and never changes the past', () => {
    const made = board({ requirement: [{ id: 'tests-2', rule: 'tests', version: 2, act: 'test', every: 24, validFrom: noon }] })
    const rule = (at: number) => requirementsAt(made, facts, at).find(one => one.rule === 'tests')?.version
    expect([rule(noon - 1), rule(noon)]).toEqual([1, 2])
    const ended = board({ requirement: [{ id: 'tests-2', rule: 'tests', version: 2, validFrom: noon, validTo: noon + hour }] })
    expect(requirementsAt(ended, facts, noon + hour).some(one => one.rule === 'tests')).toBe(false)
  })

  it('[RQ2] a new version does not begin the first hours again where the former one applied', () => {
    const never = (more: Partial<Records['requirement']>) => first({ place: [home], requirement: [{ id: 'tests-2', rule: 'tests', version: 2, act: 'test', every: 84, first: 84, phases: ['emergency'], validFrom: noon, ...more }] })
    expect(never({})).toMatchObject({ rule: { version: 2 }, dueAt: noon - 100 * hour + 84 * hour })
    const apart = board({ ...incident, place: [home], requirement: [{ id: 'tests-2', rule: 'tests', version: 2, levels: ['control'], validFrom: noon - 50 * hour }, { id: 'tests-3', rule: 'tests', version: 3, act: 'test', phases: ['emergency'], every: 84, first: 84, validFrom: noon }] })
    expect(duesAt(apart, facts, zoningOf(apart.all('place'), []), noon)[0]?.dueAt).toBe(noon + 84 * hour)
  })

  it('[RQ2] a version counts until a later one begins or until its own end', () => {
    const versions = [make('requirement', { id: 'a-1', rule: 'a' }), make('requirement', { id: 'a-2', rule: 'a', version: 2, validFrom: noon, validTo: noon + hour })]
    expect(versions.map(one => endOf(one, versions))).toEqual([noon, noon + hour])
    expect(endOf(make('requirement', { id: 'b-1', rule: 'b' }), versions)).toBeNull()
  })

  it('[RQ2] headquarters makes the next version, which begins now at the earliest', () => {
    expect(changed()).toMatchObject({ id: 'tests-2', version: 2, every: 24, validFrom: noon + hour, by: 'ann' })
    expect(changed({ validFrom: noon - 50 * hour }).validFrom).toBe(noon)
    expect(after('requirement', board(incident), who.coordinator, 'changeRequirement', { ...change, validFrom: noon }, noon + 119_000).validFrom).toBe(noon + 60_000)
    expect(changed({ rule: 'new', version: 0, act: 'visit' })).toMatchObject({ id: 'new-1', version: 1 })
  })

  it('[RQ2] a version that somebody else has replaced, another act, an unknown kind and an end before the beginning are refused', () => {
    expect(refused({ version: 0 })).toBe('newer_version')
    expect(refused({ act: 'visit' })).toBe('invalid')
    expect(refused({ kinds: ['castle'] })).toBe('invalid')
    expect(refused({ validTo: noon + hour })).toBe('ends_before_start')
    expect(refused({ every: 0 })).toBe('invalid')
  })
})

it('[F44] [Z6] the history of a zone tells which requirement held when: the one before it was drawn, and those that followed from each level', () => {
  const zone = make('zone', { level: 'precaution', validFrom: noon, history: [
    { step: 'drawn', at: noon, by: 'ann', level: 'control', reason: 'cases', approver: 'Ann', overridden: false },
    { step: 'level', at: noon + 10 * hour, by: 'ann', level: 'precaution', reason: 'none new', approver: 'Ann', overridden: false },
  ] })
  const versions = [...facts.requirements, make('requirement', { id: 'daily-2', rule: 'daily', version: 2, act: 'test', levels: ['lockdown', 'control'], validFrom: noon + 4 * hour }), make('requirement', { id: 'later-1', rule: 'later', levels: ['precaution'], validFrom: noon + 99 * hour })]
  const told = (kinds: string[]) => heldIn(zone, new Set(kinds), versions, noon + 20 * hour).map(({ level, rules }) => [level, rules.map(({ rule, from, to }) => [rule.id, Math.max(-1, (from - noon) / hour), to && (to - noon) / hour])])
  expect(told(['school'])).toEqual([
    ['precaution', [['tests-1', 10, null]]],
    ['control', [['daily-1', 0, 4], ['daily-2', 4, 10]]],
    ['outside', [['tests-1', -1, 0]]],
  ])
  expect(told(['shop']).map(([, rules]) => rules)).toEqual([[], [], []])
})

it('[RQ1] an act that was never done is due within the first hours since the zone had a level that asks for it, not since it was drawn', () => {
  const history: Records['zone']['history'] = [
    { step: 'drawn', at: noon - 50 * hour, by: 'ann', level: 'precaution', reason: '', approver: '', overridden: false },
    { step: 'level', at: noon - 5 * hour, by: 'ann', level: 'control', reason: '', approver: '', overridden: false },
  ]
  expect(first({ place: [home], zone: [{ ring: around(110), validFrom: noon - 50 * hour, history }] })?.dueAt).toBe(noon + 19 * hour)
})

describe('the effect of a version before it is in force', () => {
  const outside = { ...home, id: 'p2', lng: 112 }
  const given = { incident: [{ startedAt: noon - 1000 * hour }], place: [home, outside, { ...home, id: 'p3', kind: 'shop' }], zone: [{ ring: around(110) }], fulfilment: [{ at: noon - 30 * hour }, { id: 'p2-test', place: 'p2', at: noon - 30 * hour }] }
  const effect = (more: Partial<Records['requirement']>) => {
    const made = board(given)
    const next = make('requirement', { id: 'tests-2', rule: 'tests', version: 2, act: 'test', phases: ['emergency'], every: 84, first: 84, validFrom: noon, ...more })
    const { sooner, later, begins, ends, overdue } = effectOf(made, facts, zoningOf(made.all('place'), made.all('zone')), next)
    return Object.fromEntries(Object.entries({ sooner, later, begins, ends, overdue }).map(([name, all]) => [name, all.map(one => one.place.id).join()]))
  }

  it('[RQ6] places become due sooner, later, newly or no longer, and some are overdue at once', () => {
    expect(effect({ every: 24 })).toEqual({ sooner: 'p2', later: '', begins: '', ends: '', overdue: 'p2' })
    expect(effect({ every: 96 })).toEqual({ sooner: '', later: 'p2', begins: '', ends: '', overdue: '' })
    expect(effect({ kinds: ['school', 'shop'], levels: ['outside', 'control'] })).toEqual({ sooner: '', later: '', begins: 'p3', ends: '', overdue: '' })
    expect(effect({ kinds: ['shop'] })).toEqual({ sooner: '', later: '', begins: '', ends: 'p2', overdue: '' })
    expect(effect({})).toEqual({ sooner: '', later: '', begins: '', ends: '', overdue: '' })
  })

  it('[RQ6] the effect is that of the moment when the version begins, and agrees with what is due then', () => {
    expect(effect({ every: 36, validFrom: noon + 5 * hour })).toMatchObject({ sooner: 'p2', overdue: '' })
    expect(effect({ every: 36, validFrom: noon + 7 * hour })).toMatchObject({ sooner: 'p2', overdue: 'p2' })
  })
})

it('[F21] [RQ7] people who arrive are to be tested within the first hours of what is required at the place, and next morning the drill’s arrivals are late', () => {
  const dues = duesOf({ place: [home], zone: [{ ring: around(110) }] })
  expect(arrivalDue(dues, 'p1', noon - 30 * hour)).toMatchObject({ rule: { id: 'daily-1' }, dueAt: noon - 6 * hour })
  expect(arrivalDue(dues, 'p2', noon)).toBeNull()
  expect(arrivalDue(duesOf({ place: [{ ...home, kind: 'shop' }] }), 'p1', noon)).toBeNull()
  const [quarantine] = requirements.filter(one => one.rule === 'quarantine-daily')
  const afternoon = Date.parse('2022-05-08T15:00:00+08:00')
  expect(afternoon + quarantine!.first * hour).toBeLessThan(Date.parse('2022-05-09T08:00:00+08:00'))
})

describe('answers', () => {
  const note = { place: 'p1', act: 'test' as const, at: noon }
  const on = (records: Parameters<typeof board>[0] = {}) => board({ place: [home], ...records })
  const done = (records: Parameters<typeof board>[0], more: object = {}) => after('fulfilment', on(records), who.officer, 'fulfil', { ...note, ...more })
  const refused = (place: object, more: object = {}, actor = who.officer) => when(on({ place: [{ ...home, ...place }] }), actor, 'fulfil', { ...note, ...more })

  it('[RQ3] a test counts from when it was done, with who did it and for how many people; a device that is ahead counts as now', () => {
    expect(done({}, { at: noon - hour, count: 60 })).toMatchObject({ id: 'p1-test', at: noon - hour, by: 'olaf', count: 60, township: 'north', before: null })
    expect(done({}, { at: noon + hour }).at).toBe(noon)
  })

  it('[RQ3] of two the later one counts, in whatever order they arrive', () => {
    const fulfilment = [{ at: noon - hour, by: 'ina' }]
    expect(done({ fulfilment })).toMatchObject({ at: noon, by: 'olaf', before: { at: noon - hour, by: 'ina', count: 60 } })
    expect(done({ fulfilment }, { at: noon - 2 * hour })).toMatchObject({ at: noon - hour, by: 'ina', before: { by: 'olaf' } })
  })

  it('[RQ3] a retired place, one of another township, department or contact, and an act older than a phone may be offline are refused', () => {
    expect(refused({ retired: true })).toBe('retired')
    expect(refused({ township: 'south' })).toBe('outside_area')
    expect(refused({ unit: 'civil' }, {}, who.unit)).toBe('outside_area')
    expect(refused({}, {}, { ...who.contact, place: 'p2' })).toBe('outside_area')
    expect(refused({}, { at: noon - 49 * hour })).toBe('over')
  })

  it('[RQ3] a note is taken back while nothing newer came', () => {
    const back = (fulfilment: Partial<Records['fulfilment']>) => when(on({ fulfilment: [fulfilment] }), who.officer, 'withdrawFulfilment', note)
    expect(back({ before: { at: noon - hour, by: 'ina', count: 5, note: '' } })).toMatchObject([{ id: 'p1-test', value: { at: noon - hour, by: 'ina', count: 5, before: null } }])
    expect(back({})).toEqual([{ kind: 'fulfilment', id: 'p1-test', value: null }])
    expect(back({ at: noon + 1 })).toBe('newer_version')
  })
})

it('[RQ4] an overdue act gives the officers of the township one notice, once', () => {
  const made = board({ ...incident, place: [home], fulfilment: [{ at: noon - 85 * hour }] })
  const [notice] = owed(made, noon, facts)
  expect(notice).toMatchObject({ rule: 'late_test', place: 'p1', about: 'North school', to: { township: 'north' } })
  made.set({ kind: 'notice', id: notice!.id, value: notice! })
  expect(owed(made, noon + hour, facts)).toEqual([])
})

it('[RQ5] the zoning that follows changes is the one made from nothing', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e6)
  let at = seed
  const random = () => (at = (at * 48271 + 1) % 2147483647) / 2147483647
  const places = Array.from({ length: 200 }, (_, i) => make('place', { id: `p${i}`, lng: 110 + random(), lat: 21 }))
  const zones = Array.from({ length: 8 }, (_, i) => make('zone', { id: `z${i}`, ring: around(110 + random(), 0.3), level: (['lockdown', 'control', 'precaution'] as const)[i % 3]! }))
  let kept = zoningOf(places, zones)
  for (let step = 0; step < 100; step++) {
    const i = Math.floor(random() * 8)
    const n = Math.floor(random() * 200)
    const kind = Math.floor(random() * 4)
    if (kind === 0) zones[i] = make('zone', { ...zones[i], ring: around(110 + random(), 0.3) })
    else if (kind === 1) zones[i] = make('zone', { ...zones[i], level: 'lockdown' })
    else if (kind === 2) places[n] = make('place', { ...places[n], lng: 110 + random() })
    const shown = kind === 3 ? zones.filter((_, at) => at !== i) : zones
    kept = zoningOf(places, shown, kept)
    const fresh = zoningOf(places, shown)
    const seen = (zoning: typeof kept) => places.map(one => [one.id, [...zoning.places.get(one.id)!.within].sort(), zoneOver(zoning, zoning.places.get(one.id)!.within, zone => inForce(zone, noon))?.level])
    expect(seen(kept), `seed ${seed}, step ${step}`).toEqual(seen(fresh))
  }
})
