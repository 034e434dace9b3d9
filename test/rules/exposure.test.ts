import type { Args } from '../../shared/commands.ts'
import type { Board, Change, Reader } from '../../shared/core/board.ts'
import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { circle } from '../../shared/core/distance.ts'
import { looksPersonal } from '../../shared/core/impersonal.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { geodesic, neighboursOf } from '../../shared/exposure/neighbours.ts'
import { exposureOwed } from '../../shared/exposure/owed.ts'
import { publicLines } from '../../shared/exposure/public-lines.ts'
import { standingOf } from '../../shared/exposure/standing.ts'
import { zoneLink } from '../../shared/exposure/zone-link.ts'
import { owed } from '../../shared/notices/owed.ts'
import { fields } from '../../shared/records.ts'
import { settledAt } from '../../shared/settled.ts'
import { allTicked, calls, may } from '../support/calls/exposure.ts'
import { board, facts, hour, noon, outcome, when, who } from '../support/given.ts'

const mark = calls.markExposure as Args<'markExposure'>
/** The record as the changes leave it; undefined if they were refused. */
const value = (changes: readonly Change[] | string, kind: 'exposure', id: string) => typeof changes === 'string' ? undefined : changes.find(one => one.kind === kind && one.id === id)?.value as Records['exposure'] | undefined
const given = (...exposure: Partial<Records['exposure']>[]) => board({ incident: [{ id: 'incident' }], place: [{ id: 'p1' }, { id: 'p5', unit: 'health', name: 'market', lng: 110, lat: 21 }, { id: 'p6', retired: true }], exposure })

describe('marking', () => {
  it('[XP1] a place of the register brings its name, township, department and position; a point needs its own', () => {
    const made = value(when(given(), who.coordinator, 'markExposure', mark), 'exposure', 'e9')
    expect(made).toMatchObject({ place: 'p5', name: 'market', township: 'north', unit: 'health', lng: 110, lat: 21, by: who.coordinator.id, at: noon, line: null, releasedAt: null })
    const point = { exposure: 'e9', name: 'bus stop', township: 'south', lng: 110, lat: 21, windows: mark.windows, origin: 'case', reason: 'x' }
    expect(value(when(given(), who.coordinator, 'markExposure', point), 'exposure', 'e9')).toMatchObject({ place: null, name: 'bus stop', unit: null })
    expect(when(given(), who.coordinator, 'markExposure', { ...point, name: undefined })).toBe('invalid')
    expect(when(given(), who.coordinator, 'markExposure', { ...point, township: 'nowhere' })).toBe('invalid')
    expect(when(given(), who.coordinator, 'markExposure', { ...mark, origin: 'rumour' })).toBe('invalid')
    expect(when(given(), who.coordinator, 'markExposure', { ...mark, place: 'p6' })).toBe('retired')
  })

  it('[XP1] a place is marked once until it is released; several windows stand in one record, each over and the right way round', () => {
    expect(when(given({ place: 'p5' }), who.coordinator, 'markExposure', mark)).toBe('exists')
    expect(when(given({ place: 'p5', releasedAt: noon, releasedBy: 'ann' }), who.coordinator, 'markExposure', mark)).toBeInstanceOf(Array)
    const windows = [{ from: noon - 9 * hour, to: noon - 8 * hour }, { from: noon - 5 * hour, to: noon }]
    expect(value(when(given(), who.coordinator, 'markExposure', { ...mark, windows }), 'exposure', 'e9')?.windows).toEqual(windows)
    expect(when(given(), who.coordinator, 'markExposure', { ...mark, windows: [{ from: noon - hour, to: noon - hour }] })).toBe('ends_before_start')
    expect(when(given(), who.coordinator, 'markExposure', { ...mark, windows: [{ from: noon - hour, to: noon + 1 }] })).toBe('in_future')
    expect(when(given({}), who.coordinator, 'editExposure', { exposure: 'e1', set: { windows: [{ from: noon, to: noon + 1 }] }, base: { windows: [{ from: noon - 30 * hour, to: noon - 28 * hour }] } })).toBe('in_future')
  })

  it('[XP2] no field of the record can hold a person', () => {
    expect(fields.exposure.map(({ name }) => name).filter(name => /person|phone|gender|age|idNumber|address|contact/i.test(name))).toEqual([])
  })

  it.each(['13812345678', '电话138 1234 5678', '１３８１２３４５６７８', '一三八一二三四五六七八', '+86 138-1234-5678', '0759-6612345', '440881 19900101 123X', '身份证44088119900101123x', '440881900101123', '1 3 8 1 2 3 4 5 6 7 8'])('[XP2] %s looks like a number of a person and is refused', (text) => {
    expect(looksPersonal(text)).toBe(true)
    expect(when(given(), who.coordinator, 'markExposure', { ...mark, reason: `CDC ${text}` })).toBe('personal_data')
    expect(when(given({}), who.coordinator, 'editExposure', { exposure: 'e1', set: { reason: text }, base: { reason: 'CDC report 7' } })).toBe('personal_data')
    expect(when(given({}), who.coordinator, 'releaseLine', { exposure: 'e1', text })).toBe('personal_data')
    expect(when(given({ checks: allTicked }), who.coordinator, 'releaseExposure', { exposure: 'e1', note: text })).toBe('personal_data')
  })

  it.each(['疾控第12号报告，5月8日14:00至15:30', '2022-05-08 14:00-15:30', '20220508', '2楼201至215室，3个出口', '请拨12345或120', 'report 7, 8 and 9', '2022-05-08 2022-05-10', '共1,234人次'])('[XP2] %s is no number of a person', (text) => {
    expect(looksPersonal(text)).toBe(false)
  })
})

describe('closing and release', () => {
  it('[XP3] a condition is ticked with who and when, the first tick stays, and it can be taken back', () => {
    const ticked = when(given({}), who.officer, 'tickExposure', { exposure: 'e1', item: 'sealed', met: true })
    expect(value(ticked, 'exposure', 'e1')?.checks).toEqual({ sealed: { by: who.officer.id, at: noon } })
    expect(when(given({ checks: allTicked }), who.officer, 'tickExposure', { exposure: 'e1', item: 'sealed', met: true })).toEqual([])
    expect(Object.keys(value(when(given({ checks: allTicked }), who.officer, 'tickExposure', { exposure: 'e1', item: 'sealed', met: false }), 'exposure', 'e1')?.checks ?? {})).toEqual(['cleaned', 'sampled'])
    expect(when(given({}), who.officer, 'tickExposure', { exposure: 'e1', item: 'unheard', met: true })).toBe('invalid')
    expect(when(given({ township: 'south' }), who.officer, 'tickExposure', { exposure: 'e1', item: 'sealed', met: true })).toBe('outside_area')
    expect(when(given({ unit: 'civil' }), who.unit, 'tickExposure', { exposure: 'e1', item: 'sealed', met: true })).toBe('outside_area')
  })

  it('[XP3] it is released when every condition is ticked, with who, when and why; nothing about it changes then', () => {
    expect(when(given({ checks: { sealed: { by: 'a', at: noon } } }), who.coordinator, 'releaseExposure', { exposure: 'e1' })).toBe('steps_open')
    const line = { text: 'Closed', by: 'ann', at: noon }
    const done = value(when(given({ checks: allTicked, line }), who.coordinator, 'releaseExposure', { exposure: 'e1', note: 'negative' }), 'exposure', 'e1')
    expect(done).toMatchObject({ releasedBy: who.coordinator.id, releasedAt: noon, released: 'negative', line: null })
    expect(done && standingOf(done, facts.exposure)).toBe('released')
    expect(done && settledAt('exposure', done)).toBe(noon)
    const over = given({ checks: allTicked, releasedAt: noon, releasedBy: 'ann' })
    expect(when(over, who.coordinator, 'releaseExposure', { exposure: 'e1' })).toBe('over')
    expect(when(over, who.officer, 'tickExposure', { exposure: 'e1', item: 'sealed', met: false })).toBe('over')
    expect(when(over, who.coordinator, 'releaseLine', { exposure: 'e1', text: 'x' })).toBe('over')
    expect(value(when(over, who.coordinator, 'closeExposureAgain', { exposure: 'e1' }), 'exposure', 'e1')).toMatchObject({ releasedAt: null, releasedBy: null })
    const anew = given({ id: 'e1', place: 'p5', releasedAt: noon, releasedBy: 'ann' }, { id: 'e2', place: 'p5' })
    expect(when(anew, who.coordinator, 'closeExposureAgain', { exposure: 'e1' })).toBe('exists')
  })

  it('[XP4] the public reads the text that headquarters wrote and nothing else, until it is withdrawn', () => {
    const told = when(given({}), who.coordinator, 'releaseLine', { exposure: 'e1', text: 'The market is closed.' })
    const line = value(told, 'exposure', 'e1')?.line ?? null
    const on = given({ line }, { id: 'e2', place: 'p5' })
    expect(publicLines(on)?.lines).toEqual([{ text: 'The market is closed.', at: noon }])
    expect(JSON.stringify(publicLines(on))).not.toContain('CDC')
    expect(value(when(on, who.coordinator, 'withdrawLine', { exposure: 'e1' }), 'exposure', 'e1')?.line).toBeNull()
    expect(publicLines(given({}))?.lines).toEqual([])
    expect(publicLines(board())).toBeNull()
  })

  it('[XP5] the township, the department and the place itself learn once that it is closed, and that it is released', () => {
    const told = (one: Partial<Records['exposure']>) => owed(given({ unit: 'health', ...one }), noon + hour, facts).filter(({ rule }) => rule.startsWith('exposure') || rule === 'exposed').map(({ rule, to }) => `${rule} ${to.township ?? to.unit ?? to.place}`)
    expect(told({})).toEqual(['exposed north', 'exposed health', 'exposed p1'])
    expect(told({ unit: 'gov-north' })).toEqual(['exposed north', 'exposed p1'])
    expect(told({ releasedAt: noon })).toEqual(['exposureReleased north', 'exposureReleased health', 'exposureReleased p1'])
    expect(told({ at: noon - 30 * hour })).toEqual([])
    expect(told({ place: null, unit: null })).toEqual(['exposed north'])
  })
})

describe('neighbours', () => {
  const centre = { lng: 110.28, lat: 21.61 }
  it('[F45] distances are geodesic on the ellipsoid of WGS-84, to a centimetre at 200 metres', () => {
    // One arc second of latitude and of longitude at 21.61° N, by the series for the ellipsoid (Rapp, Geometric Geodesy).
    expect(geodesic(centre, { ...centre, lat: centre.lat + 1 / 3600 })).toBeCloseTo(30.7571, 2)
    expect(geodesic(centre, { ...centre, lng: centre.lng + 1 / 3600 })).toBeCloseTo(28.7631, 2)
  })

  it('[F45] marking a place as exposed lists the places within 200 m, nearest first, with people and zone; one at 201 m is not one', () => {
    const north = (metres: number) => centre.lat + metres / geodesic(centre, { ...centre, lat: centre.lat + 0.001 }) * 0.001
    const east = (metres: number) => centre.lng + metres / geodesic(centre, { ...centre, lng: centre.lng + 0.001 }) * 0.001
    const on = board({
      place: [
        { id: 'own', ...centre },
        { id: 'far', lng: centre.lng, lat: north(201) },
        { id: 'edge', lng: east(199.9), lat: centre.lat },
        { id: 'near', lng: centre.lng, lat: north(-60) },
        { id: 'gone', lng: centre.lng, lat: north(10), retired: true },
        { id: 'south', lng: east(-120), lat: north(120) },
      ],
      headcount: [{ id: 'near', groups: { guest: 40, infant: 2 } }],
      reopening: [{ id: 'edge', place: 'edge', workers: 310 }],
      zone: [{ id: 'wide', level: 'control', ring: circle(centre, 150) }, { id: 'core', level: 'lockdown', ring: circle(centre, 100) }, { id: 'over', level: 'lockdown', ring: circle(centre, 900), liftedAt: noon }],
    })
    const listed = neighboursOf(on, { place: 'own', ...centre }, facts.exposure.near, noon)
    expect(listed.map(({ place, people, zone }) => [place.id, people, zone?.id])).toEqual([['near', 42, 'core'], ['south', null, undefined], ['edge', 310, undefined]])
    expect(listed.map(({ away }) => Math.round(away))).toEqual([60, 170, 200])
  })
})

it('[XP5] [NT1] what is told of exposure places is found by its day: a place marked or released since then, and no older one', () => {
  const days = (n: number) => noon - n * 24 * hour
  const on = given({ id: 'new', at: noon - hour }, { id: 'old', place: 'p1', at: days(3) }, { id: 'done', place: null, at: days(3), releasedAt: noon - 2 * hour, releasedBy: 'ann' })
  expect(exposureOwed(on, days(1)).map(({ rule, of, moment }) => [rule, of.id, moment]).sort()).toEqual([['exposed', 'new', noon - hour], ['exposureReleased', 'done', noon - 2 * hour]])
})

it('[XP5] the notices of each minute ask for the places of the last day only, however many there are', () => {
  const day = 24 * hour
  const on = given(...Array.from({ length: 300 }, (_, i) => ({ id: `old-${i}`, at: noon - 9 * day, ...i % 2 && { releasedAt: noon - 3 * day, releasedBy: 'ann' } })), { id: 'new', place: 'p5' }, { id: 'free', place: 'p5', at: noon - 9 * day, releasedAt: noon - hour, releasedBy: 'ann' })
  let read = 0
  function* counted<T>(records: Iterable<T>) {
    for (const one of records) {
      read++
      yield one
    }
  }
  const watched: Reader = { get: (...of) => on.get(...of), all: kind => counted(on.all(kind)), by: (...of) => counted(on.by(...of)), within: (...of) => on.within(...of), keys: (...of) => on.keys(...of) }
  expect(exposureOwed(watched, noon + hour - day).map(({ rule, of, moment }) => [rule, of.id, moment]).sort()).toEqual([['exposed', 'new', noon], ['exposureReleased', 'free', noon - hour]])
  expect(read).toBe(2)
})

describe('the zone that was drawn for it', () => {
  const box = (west: number, east: number) => [[west, 21.60], [east, 21.60], [east, 21.61], [west, 21.61]] as [number, number][]
  const zone = (id: string, west: number) => ({ id, ring: box(west, west + 0.01) })
  const start = () => board({ incident: [{ id: 'incident' }], zone: [zone('z1', 110.28), zone('z2', 110.29), zone('z3', 110.30)], exposure: [{ zone: 'z2' }] })
  const put = (on: Board, changes: readonly Change[] | string) => typeof changes === 'string' ? expect.fail(changes) : changes.forEach(one => on.set(one))
  function merge(on: Board, id: string, other: string, at: number) {
    const [kept, gone] = [on.get('zone', id)!, on.get('zone', other)!]
    put(on, when(on, who.coordinator, 'mergeZones', { zone: id, other, base: { ring: kept.ring, validTo: kept.validTo, known: kept.known }, otherBase: gone.ring }, at))
  }
  const linked = (on: Board, now = noon + 9 * hour) => {
    const found = zoneLink(on, on.get('exposure', 'e1')!, now)
    return found && [found.zone.id, found.over]
  }

  it('[XP6] [F45] is the one into which it was merged, also after a second merge, and itself again when the merge is taken back', () => {
    const on = start()
    expect(linked(on)).toEqual(['z2', false])
    const before = on.get('zone', 'z1')!
    merge(on, 'z1', 'z2', noon + hour)
    expect(linked(on)).toEqual(['z1', false])
    merge(on, 'z3', 'z1', noon + 2 * hour)
    expect(linked(on)).toEqual(['z3', false])
    const again = start()
    merge(again, 'z1', 'z2', noon + hour)
    put(again, when(again, who.coordinator, 'unmergeZones', { zone: 'z1', other: 'z2', base: { ring: before.ring, validTo: before.validTo, known: before.known }, otherBase: again.get('zone', 'z2')!.ring }, noon + 2 * hour))
    expect(linked(again)).toEqual(['z2', false])
  })

  it('[XP6] [F45] is over once it was lifted or has expired, so that another may be drawn; one that left the board is none', () => {
    const on = start()
    put(on, when(on, who.coordinator, 'liftZone', { zone: 'z2', reason: 'negative', approver: 'Li', override: true }, noon + hour))
    expect(linked(on)).toEqual(['z2', true])
    expect(linked(board({ zone: [{ id: 'z2', validTo: noon + hour }], exposure: [{ zone: 'z2' }] }))).toEqual(['z2', true])
    expect(linked(board({ zone: [{ id: 'z2', validFrom: noon + 99 * hour }], exposure: [{ zone: 'z2' }] }))).toEqual(['z2', false])
    expect(linked(board({ exposure: [{ zone: 'gone' }] }))).toBeNull()
    expect(linked(board({ exposure: [{ zone: null }] }))).toBeNull()
  })
})

describe('what no honest client sends', () => {
  const names = Object.keys(calls) as (keyof typeof calls)[]
  const full = () => given({ id: 'e1' }, { id: 'e2', place: 'p5', line: { text: 'x', by: 'ann', at: noon } }, { id: 'e3', place: null, checks: allTicked }, { id: 'e4', place: null, releasedAt: noon, releasedBy: 'ann' })
  const wrong: readonly unknown[] = [null, undefined, 7, Number.NaN, 1e300, true, '', 'x'.repeat(9000), [], {}, { $ne: null }, ['x'], '\u202E', '__proto__']

  it.each(names)('[L1] [XP1] %s takes no argument of a wrong kind, none that is missing, and none that nobody named', (name) => {
    const args = calls[name] as Readonly<Record<string, unknown>>
    const refused = (given: unknown) => expect(outcome(full(), who.coordinator, name, given), JSON.stringify(given)?.slice(0, 200)).toBeInstanceOf(Rejection)
    for (const field of Object.keys(args)) {
      for (const value of wrong) {
        const same = JSON.stringify(value) === JSON.stringify(args[field])
        // A condition is taken back with `false`, a place and a zone may be none, and texts may be of any words or empty where they are optional.
        const fits = (typeof value === 'boolean' && typeof args[field] === 'boolean') || (value === null && ['place', 'zone'].includes(field)) || (typeof value === 'string' && value.length < 300 && ['reason', 'text', 'note'].includes(field)) || (value === undefined && ['note', 'zone'].includes(field))
        if (!same && !fits) refused({ ...args, [field]: value })
      }
      if (!['note', 'place', 'zone'].includes(field)) refused(Object.fromEntries(Object.entries(args).filter(([key]) => key !== field)))
    }
    for (const whole of [null, undefined, 7, 'x', [], [args], { ...args, by: 'me' }, { ...args, at: 1 }]) refused(whole)
  })

  it.each(names)('[L4] %s is refused to everybody who may not give it, before anything about the place is told', (name) => {
    for (const [role, actor] of Object.entries(who)) {
      const allowed = (may[name] as readonly string[]).includes(role)
      const got = outcome(full(), actor, name, calls[name])
      if (!allowed) expect([role, got instanceof Rejection && got.code]).toEqual([role, 'forbidden'])
      if (!allowed) expect(outcome(full(), actor, name, { ...calls[name], exposure: 'unheard-of' })).toMatchObject({ code: 'forbidden' })
    }
  })

  it('[L1] more windows than anybody enters, and texts beyond their limit, are refused', () => {
    const windows = Array.from({ length: 13 }, () => mark.windows[0]!)
    expect(when(given(), who.coordinator, 'markExposure', { ...mark, windows })).toBe('invalid')
    expect(when(given(), who.coordinator, 'markExposure', { ...mark, windows: [] })).toBe('invalid')
    expect(when(given({}), who.coordinator, 'releaseLine', { exposure: 'e1', text: '字'.repeat(301) })).toBe('invalid')
    expect(when(given({ checks: allTicked }), who.coordinator, 'releaseExposure', { exposure: 'e1', note: '字'.repeat(301) })).toBe('invalid')
  })
})
