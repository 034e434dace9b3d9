import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { owed } from '../../shared/notices/owed.ts'
import { latestOf, paceOf, projectedOf, samplingId, sumOf } from '../../shared/testing/figures.ts'
import { needsOf, planSites } from '../../shared/testing/planning.ts'
import { lastNegativeRound } from '../../shared/testing/results.ts'
import { after, board, facts, hour, make, noon, when, who } from '../support/given.ts'

const entry = (sampled: number, reported = 0, at = noon, by = 'olaf') => ({ at, by, sampled, reported, tubes: 0 })
const round = { id: 'rd1', startsAt: noon, endsAt: noon + 12 * hour, targets: { north: 3000 } }
const site = (place: string, given: Partial<Records['sampling']> = {}) => ({ id: samplingId(given.round ?? 'rd1', place), place, ...given })
const given = (more: Parameters<typeof board>[0] = {}) => board({ place: [{ id: 'p1' }, { id: 'p3' }, { id: 'p5', unit: 'health' }, { id: 'p7', township: 'south' }], round: [round], sampling: [site('p1', { target: 1200 }), site('p5', { unit: 'health' })], ...more })
const figures = { round: 'rd1', place: 'p5', tubes: 0, at: noon }

describe('a round', () => {
  const open = { round: 'rd9', startsAt: noon, endsAt: noon + hour, targets: { south: 500 }, sites: [{ place: 'p7', target: 500 }] }

  it('[TR1] [F39] is opened by headquarters for townships, with the sites and their targets, and gets the next number', () => {
    const changes = when(given(), who.coordinator, 'openRound', open)
    expect(changes).toMatchObject([{ kind: 'counter', value: { value: 1 } }, { kind: 'round', value: { no: 1, closedAt: null } }, { kind: 'sampling', value: { place: 'p7', township: 'south', target: 500, entries: [] } }])
    expect(when(given(), who.officer, 'openRound', open)).toBe('forbidden')
    expect(when(given(), who.coordinator, 'openRound', { ...open, endsAt: noon })).toBe('ends_before_start')
    expect(when(given(), who.coordinator, 'openRound', { ...open, sites: [{ place: 'p1', target: 5 }] })).toBe('not_in_round')
    expect(when(given(), who.coordinator, 'openRound', { ...open, targets: {} })).toBe('invalid')
  })

  it('[TR1] a township takes part in one open round at a time, also when one is opened again', () => {
    expect(when(given(), who.coordinator, 'openRound', { ...open, targets: { south: 500, north: 5 } })).toBe('round_open')
    const two = given({ round: [round, { ...round, id: 'rd2', closedAt: noon }] })
    expect(when(two, who.coordinator, 'reopenRound', { round: 'rd2' })).toBe('round_open')
  })

  it('[TR1] the township adds sites, changes targets, and takes out a site without figures', () => {
    expect(after('sampling', given(), who.officer, 'setSite', { round: 'rd1', place: 'p3', target: 700 })).toMatchObject({ place: 'p3', target: 700 })
    const entered = given({ sampling: [site('p1', { entries: [entry(5)] })] })
    expect(after('sampling', entered, who.officer, 'setSite', { round: 'rd1', place: 'p1', target: 800 })).toMatchObject({ target: 800, entries: [entry(5)] })
    expect(when(given(), who.officer, 'setSite', { round: 'rd1', place: 'p7', target: 1 })).toBe('outside_area')
    expect(when(given(), who.coordinator, 'setSite', { round: 'rd1', place: 'p7', target: 1 })).toBe('not_in_round')
    expect(when(entered, who.officer, 'dropSite', { round: 'rd1', place: 'p1' })).toBe('has_figures')
    expect(when(given(), who.officer, 'dropSite', { round: 'rd1', place: 'p1' })).toMatchObject([{ value: null }])
  })
})

describe('the figures of a site', () => {
  it('[TR2] [F39] are since the round began; of two the later by its time counts, whichever arrives first', () => {
    const late = given({ sampling: [site('p5', { entries: [entry(400, 100, noon + 2 * hour)] })] })
    const written = after('sampling', late, who.officer, 'recordSampling', { ...figures, sampled: 250, reported: 90, at: noon + hour })
    expect(latestOf(written)).toMatchObject({ sampled: 400 })
    expect(written.entries.map(one => one.sampled)).toEqual([250, 400])
    expect(latestOf(after('sampling', late, who.officer, 'recordSampling', { ...figures, sampled: 500, reported: 100, at: noon + 9 * hour }, noon + 3 * hour))).toMatchObject({ sampled: 500, at: noon + 3 * hour })
  })

  it('[TR2] a lower one is asked about, and more results than samples are refused', () => {
    const some = given({ sampling: [site('p5', { entries: [entry(400, 100)] })] })
    expect(when(some, who.officer, 'recordSampling', { ...figures, sampled: 40, reported: 40 })).toBe('lower_figure')
    expect(when(some, who.officer, 'recordSampling', { ...figures, sampled: 500, reported: 90 })).toBe('lower_figure')
    expect(latestOf(after('sampling', some, who.officer, 'recordSampling', { ...figures, sampled: 40, reported: 40, lower: true }))).toMatchObject({ sampled: 40 })
    expect(when(some, who.officer, 'recordSampling', { ...figures, sampled: 500, reported: 501 })).toBe('more_than_sampled')
  })

  it('[TR2] are entered by the contact of the site and its department, by nobody for another site, and not after the closing', () => {
    const args = { ...figures, sampled: 10, reported: 0 }
    for (const actor of [who.contact, who.unit, who.officer, who.coordinator]) expect(when(given(), actor, 'recordSampling', args), actor.role).toHaveLength(1)
    expect(when(given(), who.contact, 'recordSampling', { ...args, place: 'p1' })).toBe('outside_area')
    expect(when(given(), who.unit, 'recordSampling', { ...args, place: 'p1' })).toBe('outside_area')
    expect(when(given(), { ...who.officer, township: 'south' }, 'recordSampling', args)).toBe('outside_area')
    for (const actor of [who.inspector, who.viewer, who.volunteer]) expect(when(given(), actor, 'recordSampling', args), actor.role).toBe('forbidden')
    expect(when(given({ round: [{ ...round, closedAt: noon }] }), who.officer, 'recordSampling', args)).toBe('round_closed')
    expect(when(given(), who.officer, 'recordSampling', { ...args, at: noon - 49 * hour })).toBe('over')
  })

  it('[TR2] a site keeps a bounded number of entries, the newest', () => {
    const full = given({ sampling: [site('p5', { entries: Array.from({ length: 48 }, (_, n) => entry(n, 0, noon - hour + n)) })] })
    const { entries } = after('sampling', full, who.officer, 'recordSampling', { ...figures, sampled: 99, reported: 0 })
    expect([entries.length, entries[0]?.sampled, entries.at(-1)?.sampled]).toEqual([48, 1, 99])
  })

  it('[TR2] [F39] add up for a township, whose own target replaces the sum of its sites', () => {
    const sites = [make('sampling', site('p1', { target: 1200, entries: [entry(300, 200)] })), make('sampling', site('p5', { target: 600, entries: [entry(100)] })), make('sampling', site('p3', { target: 10 }))]
    expect(sumOf(sites)).toEqual({ target: 1810, sampled: 400, reported: 200, tubes: 0, sites: 3 })
    expect(sumOf(sites, 3000).target).toBe(3000)
  })
})

describe('a site that is falling behind', () => {
  const norms = facts.testing
  const open = make('round', round)
  const at = (sampled: number, hours: number, now: number) => paceOf(make('sampling', site('p1', { target: 1200, entries: [entry(sampled, 0, noon + hours * hour)] })), open, noon + now * hour, norms)

  it('[TR3] [F39] is marked while there is still time, by its rate against the hours left', () => {
    expect(at(300, 3, 3)).toBe('steady')
    expect(at(299, 3, 3)).toBe('behind')
    expect(projectedOf(make('sampling', site('p1', { entries: [entry(250, 0, noon + 3 * hour)] })), open, norms)).toBe(1000)
    expect(at(1200, 3, 4)).toBe('done')
    expect(at(1199, 12, 12)).toBe('missed')
  })

  it('[TR3] its rate does not fall from one entry to the next; without an entry for too long it is silent', () => {
    expect(at(300, 3, 4.9)).toBe('steady')
    expect(at(300, 3, 5.1)).toBe('silent')
    const none = make('sampling', site('p1', { target: 1200 }))
    expect([0.5, 1.5, 2.5, 12].map(now => paceOf(none, open, noon + now * hour, norms))).toEqual(['waiting', 'waiting', 'silent', 'missed'])
    expect(at(50, 0.1, 0.5)).toBe('waiting')
    expect(paceOf(none, { ...open, closedAt: noon + hour }, noon + hour, norms)).toBe('missed')
  })

  it('[TR3] its township is told once in a round', () => {
    const slow = given({ sampling: [site('p1', { target: 1200, entries: [entry(10, 0, noon + 2 * hour)] })] })
    const told = owed(slow, noon + 3 * hour, facts).filter(one => one.rule === 'siteBehind')
    expect(told).toMatchObject([{ to: { township: 'north' }, place: 'p1', about: 'North school' }])
    slow.set({ kind: 'notice', id: told[0]!.id, value: told[0]! })
    expect(owed(slow, noon + 9 * hour, facts).filter(one => one.rule === 'siteBehind')).toEqual([])
  })
})

describe('a positive mixed tube', () => {
  const tube = { tube: 'tb9', round: 'rd1', place: 'p5', code: 'A-17', people: 10 }
  const found = { id: 'tb1', round: 'rd1', place: 'p5', at: noon, dueAt: noon + 6 * hour }

  it('[TR4] [F39] opens a follow-up with a clock and names nobody', () => {
    expect(after('tube', given(), who.contact, 'reportTube', tube)).toMatchObject({ state: 'open', dueAt: noon + 6 * hour, township: 'north' })
    for (const code of ['张三', 'Li Lei', 'x'.repeat(25), '']) expect(when(given(), who.contact, 'reportTube', { ...tube, code }), code).toBe('invalid')
    expect(when(given(), who.contact, 'reportTube', { ...tube, place: 'p1' })).toBe('outside_area')
  })

  it('[TR4] township and headquarters are told when it is found, and once more when its retest is late', () => {
    const rules = (now: number) => owed(given({ tube: [found] }), now, facts).map(one => one.rule).filter(rule => rule.startsWith('tube'))
    expect(rules(noon)).toEqual(['tubeFound', 'tubeFoundLeader'])
    expect(rules(noon + 7 * hour)).toEqual(['tubeFound', 'tubeFoundLeader', 'tubeLate', 'tubeLateLeader'])
  })

  it('[TR4] is settled once, by those who may, while the round is open', () => {
    expect(after('tube', given({ tube: [found] }), who.officer, 'settleTube', { tube: 'tb1', confirmed: true })).toMatchObject({ state: 'confirmed', settledAt: noon })
    expect(when(given({ tube: [{ ...found, state: 'cleared' }] }), who.officer, 'settleTube', { tube: 'tb1', confirmed: true })).toBe('tube_settled')
    expect(when(given({ tube: [found], round: [{ ...round, closedAt: noon }] }), who.officer, 'settleTube', { tube: 'tb1', confirmed: true })).toBe('round_closed')
    expect(when(given({ tube: [found] }), who.contact, 'settleTube', { tube: 'tb1', confirmed: true })).toBe('forbidden')
  })
})

describe('closing a round', () => {
  const all = [site('p1', { entries: [entry(1200, 1200)] }), site('p5', { entries: [entry(600, 600)] })]
  const close = (more: Parameters<typeof board>[0], reason = '') => when(given({ sampling: all, ...more }), who.coordinator, 'closeRound', { round: 'rd1', reason })

  it('[TR5] [F39] its result follows from figures and tubes; missing results need a reason and never count as negative', () => {
    expect(close({})).toMatchObject([{ value: { result: 'negative', closedAt: noon } }, { value: { closedAt: noon } }, { value: { closedAt: noon } }])
    expect(close({ tube: [{ round: 'rd1', place: 'p5', state: 'confirmed' }] })).toMatchObject([{ value: { result: 'positive' } }, {}, {}])
    for (const missing of [{ tube: [{ round: 'rd1', place: 'p5' }] }, { sampling: [site('p1', { entries: [entry(9, 8)] })] }, { sampling: [site('p1')] }, { sampling: [] }]) {
      expect(close(missing)).toBe('needs_reason')
      const changes = close(missing, 'rain')
      expect(changes[0]).toMatchObject({ value: { result: 'incomplete', reason: 'rain' } })
    }
  })

  it('[TR5] can be taken back', () => {
    const closed = given({ round: [{ ...round, closedAt: noon, closedBy: 'ann', result: 'negative' }], sampling: all.map(one => ({ ...one, closedAt: noon })) })
    expect(when(closed, who.coordinator, 'reopenRound', { round: 'rd1' })).toMatchObject([{ value: { closedAt: null, result: null } }, { value: { closedAt: null } }, { value: { closedAt: null } }])
  })
})

describe('the last negative round of the places inside a zone', () => {
  const places = [{ id: 'p1', township: 'north' }, { id: 'p9', township: 'north' }]
  const closed = (id: string, closedAt: number) => ({ ...round, id, closedAt })
  const full = (rd: string, place: string, more = {}) => site(place, { round: rd, entries: [entry(5, 5)], ...more })

  it('[TR6] [F39] counts the sites inside alone, whatever was found elsewhere', () => {
    const made = given({ round: [closed('rd2', noon)], sampling: [full('rd2', 'p1'), full('rd2', 'p5')], tube: [{ round: 'rd2', place: 'p5', state: 'confirmed' }] })
    expect(lastNegativeRound(made, places)?.id).toBe('rd2')
    expect(lastNegativeRound(made, [{ id: 'p5', township: 'north' }])).toBe(null)
  })

  it('[TR6] without a site inside, the sites of the townships count; an open round and one elsewhere do not', () => {
    const made = given({ round: [closed('rd2', noon), { ...round, id: 'rd3' }], sampling: [full('rd2', 'p5'), full('rd3', 'p1')] })
    expect(lastNegativeRound(made, [{ id: 'p8', township: 'north' }])?.id).toBe('rd2')
    expect(lastNegativeRound(made, [{ id: 'p7', township: 'south' }])).toBe(null)
  })

  it('[TR6] a newer round that was not negative there is not made up for by an older one', () => {
    const rounds = { round: [closed('rd2', noon), closed('rd3', noon + hour)] }
    const missing = given({ ...rounds, sampling: [full('rd2', 'p1'), full('rd3', 'p1', { entries: [entry(5, 4)] })] })
    expect(lastNegativeRound(missing, places)).toBe(null)
    const waiting = given({ ...rounds, sampling: [full('rd2', 'p1'), full('rd3', 'p1')], tube: [{ round: 'rd3', place: 'p1', state: 'open' }] })
    expect(lastNegativeRound(waiting, places)).toBe(null)
    expect(lastNegativeRound(given({ ...rounds, sampling: [full('rd2', 'p1'), full('rd3', 'p1')] }), places)?.id).toBe('rd3')
  })
})

it('[TR7] [F40] 9,000 people need three to five sites and twelve to fifteen tables, and what their staff uses is set against the stock', () => {
  const plan = planSites(9000, facts.testing)
  expect(plan).toEqual({ sites: [3, 5], tables: [12, 15], staff: [36, 50] })
  expect(needsOf(50, facts.supplies.values(), new Map([['glove', 420]]))).toEqual([{ supply: 'glove', needed: 500, stock: 420, short: 80 }])
  expect(needsOf(50, facts.supplies.values(), new Map([['glove', 900]]))[0]?.short).toBe(0)
  expect(planSites(1, facts.testing)).toMatchObject({ sites: [1, 1], tables: [1, 1] })
})
