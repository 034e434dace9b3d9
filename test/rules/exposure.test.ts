import type { Args } from '../../shared/commands.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { circle } from '../../shared/core/distance.ts'
import { looksPersonal } from '../../shared/core/impersonal.ts'
import { geodesic, neighboursOf } from '../../shared/exposure/neighbours.ts'
import { exposureOwed } from '../../shared/exposure/owed.ts'
import { publicLines } from '../../shared/exposure/public-lines.ts'
import { standingOf } from '../../shared/exposure/standing.ts'
import { zoneLink } from '../../shared/exposure/zone-link.ts'
import { owed } from '../../shared/notices/owed.ts'
import { fields } from '../../shared/records.ts'
import { settledAt } from '../../shared/settled.ts'
import { allTicked, calls } from '../support/calls/exposure.ts'
import { board, facts, hour, noon, when, who } from '../support/given.ts'

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

it('[XP1] the zone drawn for a place is the one into which it was merged, and is over once lifted or expired; then another may be drawn', () => {
  const merged = (at: number) => ({ step: 'merged' as const, at, by: 'ann', level: 'control' as const, reason: '', approver: '', overridden: false })
  const drawn = { ...merged(noon - 9 * hour), step: 'drawn' as const }
  const zones = (...zone: Partial<Records['zone']>[]) => board({ zone })
  const link = (on: ReturnType<typeof zones>) => {
    const found = zoneLink(on, { zone: 'z1' }, noon)
    return found && [found.zone.id, found.over]
  }
  const z1 = { id: 'z1', validFrom: noon - 9 * hour }
  const into = { id: 'z2', validFrom: noon - 9 * hour, history: [drawn, merged(noon - hour)] }
  const gone = { ...z1, liftedAt: noon - hour, history: [drawn, merged(noon - hour)] }
  expect(link(zones(z1))).toEqual(['z1', false])
  expect(link(zones(gone, into))).toEqual(['z2', false])
  expect(link(zones(gone, { ...into, liftedAt: noon - 1 }))).toEqual(['z2', true])
  expect(link(zones({ ...z1, liftedAt: noon - hour }))).toEqual(['z1', true])
  expect(link(zones({ ...z1, validTo: noon - hour }))).toEqual(['z1', true])
  expect(link(zones({ id: 'z9' }))).toBeNull()
  expect(zoneLink(zones(z1), { zone: null }, noon)).toBeNull()
})

it('[XP5] [NT1] what is told of exposure places is found by its day: a place marked or released since then, and no older one', () => {
  const days = (n: number) => noon - n * 24 * hour
  const on = given({ id: 'new', at: noon - hour }, { id: 'old', place: 'p1', at: days(3) }, { id: 'done', place: null, at: days(3), releasedAt: noon - 2 * hour, releasedBy: 'ann' })
  expect(exposureOwed(on, days(1)).map(({ rule, of, moment }) => [rule, of.id, moment]).sort()).toEqual([['exposed', 'new', noon - hour], ['exposureReleased', 'done', noon - 2 * hour]])
})
