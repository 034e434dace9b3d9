import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { rowsBehind } from '../../shared/bulletins/rows-behind.ts'
import { counted, issuesBehind, splits, summary } from '../../shared/bulletins/summary.ts'
import { spanAt, spanOf, unfrozen } from '../../shared/core/cut-off.ts'
import { visible } from '../../shared/core/sight.ts'
import { correctionsIn } from '../../shared/issues/corrections.ts'
import { crowd } from '../support/crowd.ts'
import { after, board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'

const today = spanAt(noon, facts)
const cut = Date.parse('2030-05-05T18:00:00Z')
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
