import { expect, it } from 'vitest'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { addressBook, linesOf, mostLines } from '../../shared/transfer/addresses.ts'
import { standingAt } from '../../shared/zones/standing.ts'
import { hour, make, noon } from '../support/given.ts'

const { county } = folder
const jishui = county.townships.find(one => one.name === '吉水镇')!
/** A square zone around a position, `half` degrees to each side. */
const square = (id: string, level: 'lockdown' | 'control' | 'precaution', [lng, lat]: readonly [number, number], half: number, more = {}) =>
  make('zone', { id, level, name: id, ring: [[lng - half, lat - half], [lng + half, lat - half], [lng + half, lat + half], [lng - half, lat + half]], validFrom: noon - hour, validTo: null, liftedAt: null, ...more })
const middle = [110.28, 21.61] as const
const at = (dLng: number) => ({ lng: middle[0] + dLng, lat: middle[1] })

it('[Z5] [F20] the strictest zone in force around a position counts, and the distance to its edge; outside, the nearest zone', () => {
  const zones = [square('wide', 'precaution', middle, 0.1), square('tight', 'lockdown', middle, 0.01), square('over', 'lockdown', middle, 0.2, { liftedAt: noon - 1 }), square('later', 'lockdown', middle, 0.2, { validFrom: noon + hour })]
  const here = standingAt(at(0), zones, noon)
  expect([here?.zone.id, here?.within]).toEqual(['tight', true])
  // 0.01° of longitude at this latitude.
  expect(here!.metres).toBeCloseTo(1034, -1)
  expect(standingAt(at(0.05), zones, noon)).toMatchObject({ zone: { id: 'wide' }, within: true })
  const outside = standingAt(at(0.3), zones, noon)
  expect([outside?.zone.id, outside?.within]).toEqual(['wide', false])
  expect(outside!.metres).toBeCloseTo(20_680, -2)
  expect(standingAt(at(0), [zones[2]!, zones[3]!], noon)).toBeNull()
})

it('[Z5] [F20] a line is a place by name or address, a township by its seat, or a position in its datum; anything else is asked and never guessed', () => {
  const places = [
    make('place', { id: 'a', name: '吉水镇华仁养老院', address: '吉水镇解放路 1 号', lng: 110.2, lat: 21.7 }),
    make('place', { id: 'b', name: '便民超市', township: 't1' }),
    make('place', { id: 'c', name: '便民超市', township: 't2' }),
    make('place', { id: 'd', name: '旧药店', retired: true }),
  ]
  const locate = addressBook(county, places)
  expect(locate(' 吉水镇 华仁养老院', 'WGS-84')).toMatchObject({ as: 'place', key: 'place/a', spot: { lng: 110.2, lat: 21.7 } })
  expect(locate('吉水镇解放路1号', 'WGS-84')).toMatchObject({ as: 'place', key: 'place/a' })
  expect(locate('廉江市吉水镇人民政府', 'WGS-84')).toMatchObject({ as: 'township', key: `township/${jishui.code}`, spot: { lng: jishui.seat[0], lat: jishui.seat[1] } })
  expect(locate('便民超市', 'WGS-84')).toMatchObject({ as: 'several', spot: null, among: [{ id: 'b' }, { id: 'c' }] })
  expect(locate('便民超市', 'WGS-84', 'c')).toMatchObject({ as: 'place', key: 'place/c' })
  expect(locate('华仁养老院', 'WGS-84')).toMatchObject({ as: 'unknown', spot: null, among: [{ id: 'a' }] })
  expect(locate('旧药店', 'WGS-84')).toMatchObject({ as: 'unknown', among: [] })
  expect(locate('constructor', 'WGS-84')).toMatchObject({ as: 'unknown', among: [] })
})

it('[Z5] [F20] a position is read in its datum; exchanged coordinates and one outside the county are said', () => {
  const locate = addressBook(county, [])
  expect(locate('110.28, 21.61', 'WGS-84')).toMatchObject({ as: 'position', spot: { lng: 110.28, lat: 21.61 }, turned: false, astray: 0 })
  const shifted = locate('110.28, 21.61', 'GCJ-02').spot!
  expect(Math.abs(shifted.lng - 110.28)).toBeGreaterThan(0.001)
  expect(locate('21.61, 110.28', 'WGS-84')).toMatchObject({ spot: { lng: 110.28, lat: 21.61 }, turned: true })
  expect(locate('116.4, 39.9', 'WGS-84').astray).toBeGreaterThan(1_000_000)
  expect(locate('999, 999', 'WGS-84')).toMatchObject({ as: 'unknown', spot: null })
})

it('[F20] blank lines do not count, and no more lines are read than one answer may have', () => {
  expect(linesOf(' a \r\n\n  \nb')).toEqual(['a', 'b'])
  expect(linesOf('x\n'.repeat(mostLines + 5))).toHaveLength(mostLines)
})
