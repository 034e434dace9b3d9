import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { ranking } from '../../shared/bulletins/ranking.ts'
import { rowsBehind } from '../../shared/bulletins/rows-behind.ts'
import { fateOf, sampleOf, weights } from '../../shared/bulletins/sampling.ts'
import { counted, issuesBehind, splits, summary } from '../../shared/bulletins/summary.ts'
import { spanAt, spanOf, unfrozen } from '../../shared/core/cut-off.ts'
import { visible } from '../../shared/core/sight.ts'
import { correctionsIn } from '../../shared/issues/corrections.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

const today = spanAt(noon, facts)
const cut = Date.parse('2030-05-05T18:00:00Z')
const states = ['found', 'told', 'rectifying', 'awaiting', 'closed', 'relapsed', 'deferred'] as const

/** A board of many different issues, the same for the same seed. */
function crowd(seed: number, size = 200) {
  const random = chance(seed)
  const issue = Array.from({ length: size }, (_, i): Partial<Records['issue']> => {
    const foundAt = noon - random.below(96) * hour
    return {
      id: `i${i}`,
      no: i + 1,
      state: random.one(states),
      aspect: random.one(['safety', 'supplies']),
      township: random.one(['north', 'south']),
      unit: random.one(['health', 'civil', 'gov-north', null]),
      severity: random.one(['immediate', 'day', 'threeDays']),
      foundAt,
      deadline: foundAt + 24 * hour,
      since: foundAt + random.below(1 + (noon - foundAt) / hour) * hour,
      relapses: random.below(2),
      relapsedAt: random.maybe(0.2) ? noon - random.below(40) * hour : null,
    }
  })
  return board({ incident: [{ id: 'incident' }], issue })
}

describe('[DB2] a day is from one cut-off to the next, by the county\'s clock', () => {
  it('[F73] the moment of the cut-off belongs to the day it ends', () => {
    expect(today).toEqual({ day: '2030-05-06', from: cut, until: cut + 24 * hour })
    expect(spanAt(cut, facts).day).toBe('2030-05-05')
    expect(spanAt(cut + 1, facts).day).toBe('2030-05-06')
    expect(spanOf('2030-05-06', { ...facts, timeZone: 'Asia/Shanghai' }).until).toBe(Date.parse('2030-05-06T18:00:00+08:00'))
  })

  it('[F73] every day since the incident began and without a bulletin is owed, the oldest first', () => {
    const days = (given: Parameters<typeof board>[0], at: number) => unfrozen(board(given), at, facts).map(one => one.day)
    const incident = [{ id: 'incident', startedAt: cut - 30 * hour }]
    expect(days({ incident }, noon)).toEqual(['2030-05-04', '2030-05-05'])
    expect(days({ incident, bulletin: [{ id: '2030-05-04' }] }, cut)).toEqual(['2030-05-05'])
    expect(days({ incident, bulletin: [{ id: '2030-05-04' }] }, cut - 1)).toEqual([])
    expect(days({ incident: [{ id: 'incident', startedAt: cut }] }, noon)).toEqual([])
    // Days before the board was opened have no figures, however long ago the outbreak began.
    expect(days({ incident: [{ id: 'incident', startedAt: 0, openedAt: cut - 30 * hour }] }, noon)).toEqual(['2030-05-04', '2030-05-05'])
    expect(days({}, noon)).toEqual([])
  })

  it('[F73] only the server freezes, each day once, and not before it is over', () => {
    const args = { day: '2030-05-06', seq: 4, figures: make('bulletin', {}).figures, sample: [] }
    expect(when(board(), who.system, 'freezeBulletin', args, cut + 24 * hour - 1)).toBe('illegal_step')
    expect(after('bulletin', board(), who.system, 'freezeBulletin', args, cut + 24 * hour)).toMatchObject({ id: '2030-05-06', from: cut, until: cut + 24 * hour, no: null })
    expect(when(board({ bulletin: [{ id: '2030-05-06' }] }), who.system, 'freezeBulletin', args, cut + 48 * hour)).toBe('exists')
    expect(when(board(), who.admin, 'freezeBulletin', args, cut + 48 * hour)).toBe('forbidden')
  })
})

describe('[DB1] the figures', () => {
  it.each([1, 2, 3, 4, 5])('[F73] [F09] found = closed + followed, every split adds up to it, every figure has exactly its rows (seed %i)', (seed) => {
    const given = crowd(seed)
    const figures = summary(given, today, noon, facts)
    expect(figures.found).toBe(figures.closed + figures.followed)
    const rows = (filter: object) => rowsBehind(given, 'issue', filter, noon, facts).length
    for (const measure of counted) {
      expect(rows(issuesBehind(measure, today.from)), measure).toBe(figures[measure])
      for (const group of splits) {
        const parts = Object.entries(figures[group])
        expect(parts.reduce((sum, [, part]) => sum + part[measure], 0), `${measure} ${group}`).toBe(figures[measure])
        for (const [name, part] of parts) expect(rows(issuesBehind(measure, today.from, group, name)), `${measure} ${name}`).toBe(part[measure])
      }
    }
    expect(rows(issuesBehind('relapsedToday', today.from))).toBe(figures.relapsedToday)
    expect(figures.relapsedToday).toBeGreaterThan(0)
  })

  it('[F73] inspections, places, silent teams, shortages, empty shifts and zones are those of the day', () => {
    const checkIn = (at: number) => ({ at, lng: null, lat: null, accuracy: null, how: 'code' as const, proven: true, metres: null, deviceAt: null, reason: '' })
    const given = board({
      inspection: [{ id: 'v1', checkIn: checkIn(cut + 1) }, { id: 'v2', checkIn: checkIn(cut) }, { id: 'v3' }],
      place: [{ id: 'p1', inspectedAt: cut + 1 }, { id: 'p2', inspectedAt: cut }, { id: 'p3' }],
      team: [{ id: 't1' }, { id: 't2', no: 2, members: [] }],
      dayReport: [{ id: '2030-05-06_t1' }],
      shortage: [{ id: 'n1' }, { id: 'n2', state: 'covered' }],
      shift: [{ id: 's1', startsAt: today.until, endsAt: today.until + hour, needed: 3, claimedBy: ['ann'] }, { id: 's2', open: false, startsAt: today.until, endsAt: today.until + hour }],
      zone: [{ id: 'z1' }, { id: 'z2', liftedAt: noon }],
    })
    const figures = summary(given, today, today.until, facts)
    expect(figures).toMatchObject({ inspections: 1, placesSeen: 1, silentTeams: ['t2'], shortages: 1, gaps: 1, missing: 2, zones: 1 })
    for (const [kind, n] of [['inspection', 1], ['place', 1], ['shortage', 1], ['shift', 1], ['zone', 1]] as const) {
      expect(rowsBehind(given, kind, { from: String(today.from) }, today.until, facts), kind).toHaveLength(n)
    }
  })

  it('[F38] a relapse is counted when it happens and stays counted after it is put right', () => {
    const closed = board({ issue: [{ id: 'i1', state: 'closed', since: cut - hour }] })
    const again = after('issue', closed, who.inspector, 'advanceIssue', { issue: 'i1', from: 'closed', to: 'relapsed', reason: 'x' })
    expect(again).toMatchObject({ relapses: 1, relapsedAt: noon })
    const fixed = board({ issue: [{ ...again, state: 'closed', since: noon + hour }] })
    expect(summary(fixed, today, noon + 2 * hour, facts)).toMatchObject({ relapsedToday: 1, closed: 1, closedToday: 1, byUnit: { health: { relapses: 1 } } })
    const awaiting = board({ issue: [{ id: 'i1', state: 'awaiting' }] })
    expect(after('issue', awaiting, who.inspector, 'advanceIssue', { issue: 'i1', from: 'awaiting', to: 'closed' }).closedBy).toBe('ina')
  })
})

describe('[DB3] corrections', () => {
  const old = (more: object = {}) => board({ counter: [{ id: 'correction', value: 6 }], issue: [{ id: 'i1', foundAt: cut, ...more }] })
  const lines = (given: ReturnType<typeof board>, name: 'editIssue' | 'moveIssue' | 'assignIssue', set: object, base: object) =>
    (outcome(given, who.coordinator, name, { issue: 'i1', set, base }) as { kind: string, value: Records['correction'] }[]).filter(one => one.kind === 'correction').map(one => one.value)

  it('[F73] an edit of what yesterday\'s bulletin counted is a numbered line, with what it was', () => {
    expect(lines(old(), 'editIssue', { title: 'y', aspect: 'supplies' }, { title: 'no gloves', aspect: 'safety' })).toMatchObject([
      { no: 7, day: '2030-05-05', issue: 'i1', field: 'title', was: 'no gloves', is: 'y', by: 'ann', at: noon },
      { no: 8, field: 'aspect', was: 'safety', is: 'supplies' },
    ])
    expect(lines(old(), 'moveIssue', { township: 'south' }, { township: 'north' })).toMatchObject([{ field: 'township', was: 'north', is: 'south' }])
    expect(lines(old(), 'assignIssue', { unit: 'civil' }, { unit: 'health' })).toMatchObject([{ field: 'unit', was: 'health', is: 'civil' }])
  })

  it('[F73] [C4] a township officer corrects their own issues, and sees that line; nobody else outside headquarters does', () => {
    const line = after('correction', old(), who.officer, 'editIssue', { issue: 'i1', set: { title: 'y' }, base: { title: 'no gloves' } })
    expect(['staff', 'viewer', 'township:north', 'township:south', 'unit:health', 'unit:civil', 'volunteer'].filter(audience => visible(audience, 'correction', line))).toEqual(['staff', 'viewer', 'township:north', 'unit:health'])
  })

  it('[F73] an edit of something that no bulletin counted or shows is no correction', () => {
    expect(lines(old({ foundAt: cut + 1 }), 'editIssue', { title: 'y' }, { title: 'no gloves' })).toEqual([])
    expect(lines(old(), 'editIssue', { note: 'y' }, { note: '' })).toEqual([])
    expect(lines(old(), 'moveIssue', { lng: 111 }, { lng: 110 })).toEqual([])
    expect(lines(old({ unit: null }), 'assignIssue', { unit: 'civil' }, {})).toEqual([])
  })

  it('[F73] each line is in the bulletin of the day on which it was made', () => {
    const given = board({ correction: [{ id: 'a', no: 2, at: cut + 1 }, { id: 'b', no: 1, at: cut }, { id: 'c', no: 3, at: today.until }, { id: 'd', no: 4, at: today.until + 1 }] })
    expect(correctionsIn(given, today).map(one => one.no)).toEqual([2, 3])
  })
})

describe('[DB4] signing', () => {
  it('[F74] gives the next number, once; then townships and units read it, never volunteers', () => {
    const given = board({ counter: [{ id: 'bulletin', value: 17 }], bulletin: [{ id: '2030-05-05' }] })
    const signed = after('bulletin', given, who.coordinator, 'issueBulletin', { day: '2030-05-05' })
    expect(signed).toMatchObject({ no: 18, issuedBy: 'ann', issuedAt: noon })
    expect(when(board({ bulletin: [signed] }), who.coordinator, 'issueBulletin', { day: '2030-05-05' })).toBe('bulletin_signed')
    expect(when(board(), who.coordinator, 'issueBulletin', { day: '2030-05-05' })).toBe('not_found')
    const readers = (record: Records['bulletin']) => ['staff', 'viewer', 'township:north', 'unit:health', 'volunteer'].filter(audience => visible(audience, 'bulletin', record))
    expect(readers(make('bulletin', {}))).toEqual(['staff', 'viewer'])
    expect(readers(signed)).toEqual(['staff', 'viewer', 'township:north', 'unit:health'])
  })
})

describe('[DB8] [F74] a signed bulletin is withdrawn while nobody has read it', () => {
  const signed = { id: '2030-05-05', no: 18, issuedBy: 'ann', issuedAt: noon }
  const withdraw = { day: '2030-05-05', reason: 'a wrong case' }
  const on = (more: object = {}) => board({ counter: [{ id: 'bulletin', value: 18 }], bulletin: [{ ...signed, ...more }] })

  it('it is hidden again, its number is void, and the next signature gets a new one', () => {
    const given = on()
    const back = after('bulletin', given, who.coordinator, 'withdrawBulletin', withdraw, noon + 1)
    expect(back).toMatchObject({ no: null, issuedAt: null, withdrawn: [{ no: 18, reason: 'a wrong case', by: 'ann', at: noon + 1 }] })
    expect(visible('township:north', 'bulletin', back)).toBe(false)
    given.set({ kind: 'bulletin', id: back.id, value: back })
    expect(after('bulletin', given, who.coordinator, 'issueBulletin', { day: '2030-05-05' }).no).toBe(19)
    expect(when(given, who.coordinator, 'withdrawBulletin', withdraw)).toBe('illegal_step')
    expect(when(on(), who.coordinator, 'withdrawBulletin', { ...withdraw, reason: ' ' })).toBe('invalid')
  })
  it('once a township or a unit has opened it, it stays', () => {
    for (const [reader, id] of [[who.officer, 'north'], [who.unit, 'health']] as const) {
      const read = after('bulletin', on(), reader, 'readBulletin', { day: '2030-05-05' })
      expect(read.readBy).toEqual([id])
      expect(when(on({ readBy: read.readBy }), who.coordinator, 'withdrawBulletin', withdraw)).toBe('bulletin_read')
      expect(when(on({ readBy: read.readBy }), reader, 'readBulletin', { day: '2030-05-05' })).toEqual([])
      expect(when(board({ bulletin: [{ id: '2030-05-05' }] }), reader, 'readBulletin', { day: '2030-05-05' })).not.toBeInstanceOf(Array)
    }
  })
  it('cases and requirements are written before it is signed, never after', () => {
    const edit = { day: '2030-05-05', set: { cases: 'One case.' }, base: { cases: '' } }
    expect(after('bulletin', board({ bulletin: [{ id: '2030-05-05' }] }), who.coordinator, 'editBulletin', edit).cases).toBe('One case.')
    expect(when(on(), who.coordinator, 'editBulletin', edit)).toBe('bulletin_signed')
  })
})

describe('[DB5] ranking', () => {
  const unit = (more: object) => ({ found: 10, foundToday: 0, closed: 8, closedToday: 0, followed: 2, overdue: 0, relapses: 0, pace: 50, late: null, ...more })

  it('[F79] a unit with 2 issues is not ranked against 80', () => {
    const { ranked, unranked } = ranking({ big: unit({ found: 80, closed: 70, overdue: 4 }), small: unit({ found: 2, closed: 2, pace: 1 }), fair: unit({}), none: unit({ found: 90 }) }, 5)
    expect(ranked.map(one => one.unit)).toEqual(['fair', 'big'])
    expect(unranked).toEqual([{ unit: 'small', found: 2, closed: 2 }])
  })

  it('[F79] units are ranked by shares: twice the issues with twice the faults rank equal', () => {
    const { ranked } = ranking({ a: unit({ overdue: 1, relapses: 1, closed: 9 }), b: unit({ found: 20, closed: 18, overdue: 2, relapses: 2 }), slow: unit({ pace: 90, overdue: 3 }) }, 5)
    expect(ranked.map(one => [one.unit, one.place])).toEqual([['b', 1], ['a', 1], ['slow', 3]])
    expect(ranked[0]).toMatchObject({ relapse: 10, late: 10, pace: 50 })
  })

  it('[F79] time used and late are one clock: waiting for the re-check does not count, and a slow fix is late', () => {
    const closed = (id: string, fixed: number, checked: number) => ({ id, state: 'closed' as const, foundAt: noon - 90 * hour, dueFrom: noon - 90 * hour, deadline: noon - 66 * hour, fixedAt: noon - (90 - fixed) * hour, since: noon - (90 - checked) * hour })
    const unit = (issue: object[]) => summary(board({ issue: issue as [] }), today, noon, facts).byUnit.health!
    const inTime = unit([closed('a', 6, 80), closed('b', 12, 80), closed('c', 18, 80)])
    expect([inTime.pace, inTime.late]).toEqual([50, 0])
    const slow = unit([closed('a', 12, 80), closed('b', 48, 80), closed('c', 60, 80)])
    expect([slow.pace, slow.late, slow.overdue]).toEqual([200, 2, 0])
    expect(unit([closed('a', 6, 80), closed('b', 12, 80)]).pace).toBe(38)
    expect(rowsBehind(board({ issue: [closed('a', 12, 80), closed('b', 48, 80)] }), 'issue', { ...issuesBehind('late', 0, 'byUnit', 'health') }, noon, facts).map(one => one.id)).toEqual(['b'])
    const first = ranking({ health: { ...slow, closed: 5 } }, 5).ranked[0]!
    expect([first.pace > 100, first.late > 50]).toEqual([true, true])
  })

  it('[F36] [F79] a relapse is counted with the closings it came after, and gives the fix anew its own time', () => {
    const again = board({ issue: [{ id: 'i1', state: 'closed', foundAt: noon - 90 * hour, dueFrom: noon - 20 * hour, deadline: noon + 4 * hour, fixedAt: noon - 8 * hour, since: noon - 2 * hour, relapses: 1, relapsedAt: noon - 20 * hour }] })
    expect(summary(again, today, noon, facts).byUnit.health).toMatchObject({ relapses: 1, pace: 50, late: 0 })
  })

  it('[F79] speed is a share of the time allowed, so that urgent issues do not make a unit look slow or fast', () => {
    const closed = (id: string, severity: 'immediate' | 'threeDays', hours: number) => ({ id, severity, state: 'closed' as const, foundAt: noon - 90 * hour, deadline: noon - 90 * hour + facts.hours[severity] * hour, since: noon - 90 * hour + hours * hour })
    const given = board({ issue: [closed('a', 'immediate', 3), closed('b', 'threeDays', 36), closed('c', 'threeDays', 72)] })
    expect(summary(given, today, noon, facts).byUnit.health!.pace).toBe(50)
  })
})

describe('[DB6] the sample', () => {
  it('[F35] is the county\'s share of the closed, the same whenever it is drawn, and another on another day', () => {
    const given = crowd(7, 400)
    const closed = [...given.all('issue')].filter(issue => issue.state === 'closed').length
    const drawn = sampleOf(given, '2030-05-06', facts)
    expect(drawn).toHaveLength(Math.ceil(closed * facts.rules.sampleShare))
    expect(sampleOf(crowd(7, 400), '2030-05-06', facts)).toEqual(drawn)
    expect(sampleOf(given, '2030-05-07', facts)).not.toEqual(drawn)
    expect(drawn.every(id => given.get('issue', id)!.state === 'closed')).toBe(true)
  })

  it('[F35] draws the issues of a unit whose closings do not hold more often', () => {
    const issue = Array.from({ length: 400 }, (_, i) => ({ id: `i${i}`, state: 'closed' as const, unit: i % 2 ? 'health' : 'civil', relapses: i % 2 && i % 4 === 1 ? 1 : 0 }))
    const given = board({ incident: [{ id: 'incident' }], issue })
    expect(weights(given.all('issue'))('civil')).toBe(1)
    expect(weights(given.all('issue'))('health')).toBeCloseTo(1 + 10 / 3)
    const ofHealth = sampleOf(given, '2030-05-06', { rules: { ...facts.rules, sampleShare: 0.2 } }).filter(id => given.get('issue', id)!.unit === 'health').length
    expect(ofHealth).toBeGreaterThan(50)
    expect(ofHealth).toBeLessThan(80)
  })

  it('[F35] [DB7] a spot check is proved by a new photo, or by an inspection on the spot since the closing', () => {
    const checkIn = (how: 'gps' | 'remote', at: number) => ({ at, lng: null, lat: null, accuracy: null, how, proven: false, metres: null, deviceAt: null, reason: '' })
    const given = (visit: object) => board({ issue: [{ id: 'i1', state: 'closed', place: 'p1', photos: ['old'], since: cut - hour, closedBy: 'zoe', rectifiedBy: 'una' }], inspection: [{ id: 'v1', place: 'p1', ...visit }], bulletin: [{ id: '2030-05-05', sample: ['i1'] }] })
    const confirm = (visit: object, photo: string | null) => when(given(visit), who.inspector, 'confirmSample', { day: '2030-05-05', issue: 'i1', photo })
    for (const visit of [{ checkIn: null }, { checkIn: checkIn('remote', cut) }, { checkIn: checkIn('gps', cut - 2 * hour) }, { place: 'p2', checkIn: checkIn('gps', cut) }]) expect(confirm(visit, null)).toBe('needs_proof')
    expect(confirm({ checkIn: null }, 'old')).toBe('needs_proof')
    expect(confirm({ checkIn: checkIn('gps', cut) }, null)).toHaveLength(1)
    expect(after('issue', given({ checkIn: null }), who.inspector, 'confirmSample', { day: '2030-05-05', issue: 'i1', photo: 'new' })).toMatchObject({ photos: ['old', 'new'], after: ['new'], state: 'closed' })
  })

  it('[F35] somebody who neither put it right nor closed it confirms it; what held is not drawn again', () => {
    const given = (more: object = {}) => board({ incident: [{ id: 'incident' }], issue: [{ id: 'i1', state: 'closed', since: cut - hour, closedBy: 'zoe', rectifiedBy: 'una', ...more }], bulletin: [{ id: '2030-05-05', sample: ['i1'] }] })
    const confirm = { day: '2030-05-05', issue: 'i1', photo: 'proof' }
    const held = after('bulletin', given(), who.inspector, 'confirmSample', confirm)
    expect(held.held).toEqual({ i1: 'ina' })
    for (const more of [{ closedBy: 'ina' }, { rectifiedBy: 'ina' }]) expect(when(given(more), who.inspector, 'confirmSample', confirm)).toBe('recheck_by_another')
    expect(when(given({ state: 'relapsed' }), who.inspector, 'confirmSample', confirm)).toBe('illegal_step')
    expect(when(board({ issue: [{ id: 'i1', state: 'closed' }], bulletin: [{ id: '2030-05-05' }] }), who.inspector, 'confirmSample', confirm)).toBe('not_found')

    const again = given()
    again.set({ kind: 'bulletin', id: held.id, value: held })
    expect([fateOf(given(), held, 'i1'), fateOf(given(), { ...held, held: {} }, 'i1'), fateOf(given({ relapsedAt: noon }), { ...held, held: {} }, 'i1')]).toEqual(['held', 'open', 'relapsed'])
    expect(sampleOf(again, '2030-05-06', facts)).toEqual([])
    again.set({ kind: 'issue', id: 'i1', value: { ...again.get('issue', 'i1')!, since: noon } })
    expect(sampleOf(again, '2030-05-06', facts)).toEqual(['i1'])
  })
})
