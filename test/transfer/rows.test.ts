import { describe, expect, it } from 'vitest'
import { guess, headKey } from '../../client/base/transfer/columns.ts'
import { batches, sortRows } from '../../client/register/listed-places.ts'
import { county } from '../support/county.ts'

const head = ['名称', '类型', '所属镇街', '经度', '纬度', '备注']
const options = { county, mapping: guess(head), datum: 'WGS-84', kind: 'school', township: 'north', places: [] } as const
const row = (name: string, more: Partial<Record<'kind' | 'township' | 'lng' | 'lat' | 'note', string>> = {}) =>
  [name, more.kind ?? '', more.township ?? '', more.lng ?? '-20.1', more.lat ?? '64.4', more.note ?? '']

describe('[F10] the rows of a list', () => {
  it('a bad row stops no good one, and each says what is wrong with it', () => {
    const rows = [
      row('one'),
      row(''),
      row('x'.repeat(81)),
      row('two', { kind: '火车站' }),
      row('three', { township: '西镇' }),
      row('four', { lng: 'abc' }),
      row('five', { lng: '110.1', lat: '21.5' }),
      row(' O N E '),
      row('six', { kind: 'shop', township: 'South', lng: '', lat: '' }),
    ]
    const { fresh, bad, known, unplaced } = sortRows(rows, options)
    expect(bad.map(({ line, fault }) => [line, fault])).toEqual([[3, 'no_name'], [4, 'long_name'], [5, 'unknown_kind'], [6, 'unknown_township'], [7, 'bad_position'], [8, 'far_away'], [9, 'twice']])
    expect(fresh).toMatchObject([{ name: 'one', kind: 'school', township: 'north', source: 'import' }, { name: 'six', kind: 'shop', township: 'south', lng: -20, lat: 63.5, source: 'approximate' }])
    expect([known, unplaced]).toEqual([0, 1])
  })

  it('[Z3] a position outside the county is taken, and named with its distance before anything is imported', () => {
    const [lng, lat] = county.townships[0]!.label
    const square: [number, number][] = [[lng - 0.1, lat - 0.1], [lng + 0.1, lat - 0.1], [lng + 0.1, lat + 0.1], [lng - 0.1, lat + 0.1], [lng - 0.1, lat - 0.1]]
    const walled = { ...county, outline: { type: 'FeatureCollection' as const, features: [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [square] } }] } }
    const { fresh, outside, bad } = sortRows([row('in', { lng: String(lng), lat: String(lat) }), row('out', { lng: String(lng), lat: String(lat + 0.2) })], { ...options, county: walled })
    expect([fresh.length, bad.length, outside.size]).toEqual([2, 0, 1])
    const [[id, metres]] = [...outside] as [[string, number]]
    expect(fresh.find(one => one.place === id)?.name).toBe('out')
    expect(Math.round(metres / 100)).toBe(111)
  })

  it('the same file a second time adds nothing, and in another order neither', () => {
    const rows = [row('one'), row('two'), row('three')]
    const { fresh } = sortRows(rows, options)
    const places = fresh.map(({ place, ...rest }) => ({ id: place, accuracy: null, retired: false, ...rest }))
    expect(sortRows([...rows].reverse(), { ...options, places } as never)).toMatchObject({ fresh: [], known: 3, bad: [] })
  })

  it('positions in another datum come to WGS-84', () => {
    const china = { ...county, townships: [{ ...county.townships[0]!, label: [110.27, 21.6] as const }] }
    const [bd] = sortRows([row('a', { lng: '110.28', lat: '21.6' })], { ...options, county: china, datum: 'BD-09' }).fresh
    const [gcj] = sortRows([row('a', { lng: '110.28', lat: '21.6' })], { ...options, county: china, datum: 'GCJ-02' }).fresh
    expect(110.28 - bd!.lng).toBeGreaterThan(0.009)
    expect(110.28 - gcj!.lng).toBeGreaterThan(0.003)
    expect(110.28 - gcj!.lng).toBeLessThan(0.006)
  })

  it('heads like __proto__ and constructor mean nothing and harm nothing', () => {
    const mapping = guess(['__proto__', 'constructor', '名称', 'toString'])
    expect(mapping).toEqual({ name: 2 })
    expect(headKey(['__proto__'])).toBe('yixian:columns:["__proto__"]')
    const { fresh } = sortRows([['x', 'y', 'one', 'z']], { ...options, mapping })
    expect(fresh.map(one => one.name)).toEqual(['one'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(sortRows([['x', 'y', 'one', 'z']], { ...options, mapping: { name: 2, kind: 0 }, kind: '__proto__' }).bad).toMatchObject([{ fault: 'unknown_kind' }])
  })

  it('goes over the line in commands of at most a hundred, none larger than a message may be', () => {
    const rows = Array.from({ length: 450 }, (_, i) => row(`place ${i}`, { note: '很长的备注'.repeat(80) }))
    const all = batches(sortRows(rows, options).fresh)
    expect(all.flat()).toHaveLength(450)
    for (const batch of all) {
      expect(batch.length).toBeLessThanOrEqual(100)
      expect(new TextEncoder().encode(JSON.stringify(batch)).length).toBeLessThan(60_000)
    }
  })
})
