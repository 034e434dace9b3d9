import type { Doubt } from '../../shared/transfer/place-rows.ts'
import { describe, expect, it } from 'vitest'
import { guess, headKey, placeHints } from '../../shared/transfer/columns.ts'
import { batches } from '../../shared/transfer/place-batches.ts'
import { sortPlaces } from '../../shared/transfer/place-rows.ts'
import { county } from '../support/county.ts'
import { make } from '../support/given.ts'

const head = ['名称', '类型', '所属镇街', '经度', '纬度', '备注']
const answers = { kind: new Map<string, string>(), township: new Map<string, string>() }
const options = { county, head, mapping: guess(placeHints, head), datum: 'WGS-84', kind: 'school', township: 'north', places: [], answers, confirmed: new Set<Doubt>() } as const
const row = (name: string, more: Partial<Record<'kind' | 'township' | 'lng' | 'lat' | 'note', string>> = {}) =>
  [name, more.kind ?? '', more.township ?? '', more.lng ?? '-20.1', more.lat ?? '64.4', more.note ?? '']
const sortRows = (rows: readonly (readonly string[])[], options: Parameters<typeof sortPlaces>[1]) => sortPlaces(rows.map((cells, i) => ({ line: i + 2, cells })), options)
const placesOf = (rows: readonly (readonly string[])[]) => sortRows(rows, options).fresh.map(({ place, line: _, ...rest }) => make('place', { id: place, ...rest }))

describe('[F10] the rows of a list', () => {
  it('[IM3] a bad row stops no good one, and each says what is wrong with it', () => {
    const rows = [
      row('one'),
      row(''),
      row('x'.repeat(81)),
      row('four', { lng: 'abc' }),
      row('five', { lng: '1.1E+02' }),
      row(' O N E '),
      row('six', { kind: 'shop', township: 'South', lng: '', lat: '' }),
      row('👨‍👩‍👧'.repeat(80)),
    ]
    const { fresh, bad, known, unplaced } = sortRows(rows, options)
    expect(bad.map(({ line, fault }) => [line, fault])).toEqual([[3, 'no_name'], [4, 'long_name'], [5, 'bad_position'], [6, 'lost_digits'], [7, 'twice']])
    expect(fresh).toMatchObject([{ line: 2, name: 'one', kind: 'school', township: 'north', source: 'import' }, { line: 8, name: 'six', kind: 'shop', township: 'south', lng: -20, lat: 63.5, source: 'approximate' }, { line: 9 }])
    expect([known, unplaced]).toEqual([0, 1])
  })

  it('[I12] [IM3] a list of places brings the responsible unit, the unit that runs it and the post in charge; an unknown unit is said', () => {
    const named = ['名称', '责任单位', '运营单位', '责任岗位']
    const rows = [['one', 'health', 'the oil works', 'head'], ['two', '', '', ''], ['three', 'navy', '', '']]
    const { fresh, bad } = sortRows(rows, { ...options, head: named, mapping: guess(placeHints, named) })
    expect(fresh).toMatchObject([{ unit: 'health', keeper: 'the oil works', keeperPost: 'head' }, { unit: null, keeper: '', keeperPost: '' }])
    expect(bad.map(({ line, fault }) => [line, fault])).toEqual([[4, 'no_unit']])
  })

  it('[EX3] registered places come in as they went out: two of one name are two, an approximate one has not moved', () => {
    const places = [
      make('place', { id: 'a', name: 'Shop', kind: 'shop', township: 'north', lng: -20.1, lat: 64.4, source: 'map' }),
      make('place', { id: 'b', name: 'Shop', kind: 'shop', township: 'north', lng: -20.2, lat: 64.5, source: 'map' }),
      make('place', { id: 'c', name: 'Seat', kind: 'school', township: 'north', lng: -20.15, lat: 64.45, source: 'approximate' }),
    ]
    const rows = [row('Shop', { kind: 'shop' }), row('Shop', { kind: 'shop', lng: '-20.2', lat: '64.5' }), row('Seat', { lng: '-20.15', lat: '64.45' })]
    expect(sortRows(rows, { ...options, places })).toMatchObject({ known: 3, fresh: [], moved: [], bad: [], doubtful: [] })
    expect(sortRows([...rows, rows[0] ?? []], { ...options, places }).bad.map(one => one.fault)).toEqual(['twice'])
  })

  it('[IM4] an unknown word is one question for all its rows; its answer brings them in or leaves them out', () => {
    const rows = [row('one', { kind: '火车站' }), row('two', { kind: ' 火车站' }), row('three', { township: '西镇' }), row('four')]
    const { fresh, asked, bad } = sortRows(rows, options)
    expect([fresh.length, bad.length, asked.kind, asked.township.map(one => one.lines)]).toEqual([1, 0, [{ word: '火车站', lines: [2, 3], likely: null }], [[4]]])
    const after = sortRows(rows, { ...options, answers: { kind: new Map([['火车站', 'shop']]), township: new Map([['西镇', '']]) } })
    expect([after.fresh.map(one => one.kind), after.bad.map(one => one.fault)]).toEqual([['shop', 'shop', 'school'], ['left_out']])
  })

  it('[Z3] [IM5] a position outside the county, or turned, is named with its distance and taken only when confirmed', () => {
    const [lng, lat] = county.townships[0]!.label
    const square: [number, number][] = [[lng - 0.1, lat - 0.1], [lng + 0.1, lat - 0.1], [lng + 0.1, lat + 0.1], [lng - 0.1, lat + 0.1], [lng - 0.1, lat - 0.1]]
    const walled = { ...county, outline: { type: 'FeatureCollection' as const, features: [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [square] } }] } }
    const rows = [row('in', { lng: String(lng), lat: String(lat) }), row('out', { lng: String(lng), lat: String(lat + 0.2) }), row('turned', { lng: String(lat), lat: String(lng) })]
    const before = sortRows(rows, { ...options, county: walled })
    expect([before.fresh.map(one => one.name), before.doubtful.map(one => [one.line, one.doubt, Math.round(one.metres / 100)])]).toEqual([['in'], [[3, 'outside', 111], [4, 'turned', 0]]])
    const { fresh, outside } = sortRows(rows, { ...options, county: walled, confirmed: new Set(['outside', 'turned']) })
    expect(fresh.map(one => [one.name, one.lng, one.lat])).toEqual([['in', lng, lat], ['out', lng, lat + 0.2], ['turned', lng, lat]])
    expect([...outside.keys()]).toEqual([fresh[1]!.place])
  })

  it('the same file a second time adds nothing, also in another order', () => {
    const rows = [row('one'), row('two'), row('three')]
    expect(sortRows([...rows].reverse(), { ...options, places: placesOf(rows) })).toMatchObject({ fresh: [], known: 3, bad: [], moved: [] })
  })

  it('[IM5] a known place that gains a position is offered it; one that was retired comes back only when confirmed', () => {
    const places = placesOf([row('one', { lng: '', lat: '' }), row('two')])
    const { known, moved, fresh } = sortRows([row('one'), row('two')], { ...options, places })
    expect([known, fresh.length, moved.map(one => [one.line, one.place.name, one.set])]).toEqual([1, 0, [[2, 'one', { lng: -20.1, lat: 64.4, accuracy: null, source: 'import' }]]])
    const retired = places.map(place => ({ ...place, retired: true }))
    expect(sortRows([row('two')], { ...options, places: retired })).toMatchObject({ fresh: [], known: 0, doubtful: [{ doubt: 'retired' }] })
    expect(sortRows([row('two')], { ...options, places: retired, confirmed: new Set(['retired']) }).fresh.map(one => one.place)).toEqual([places[1]!.id])
  })

  it('[IM6] an officer\'s list with a foreign row brings in the others', () => {
    const { fresh, bad } = sortRows([row('one'), row('two', { township: 'South', kind: '火车站' })], { ...options, scope: 'north' })
    expect([fresh.length, bad.map(one => one.fault)]).toEqual([1, ['other_township']])
  })

  it('positions in another datum are converted to WGS-84', () => {
    const china = { ...county, townships: [{ ...county.townships[0]!, label: [110.27, 21.6] as const }] }
    const [bd] = sortRows([row('a', { lng: '110.28', lat: '21.6' })], { ...options, county: china, datum: 'BD-09' }).fresh
    const [gcj] = sortRows([row('a', { lng: '110.28', lat: '21.6' })], { ...options, county: china, datum: 'GCJ-02' }).fresh
    expect(110.28 - bd!.lng).toBeGreaterThan(0.009)
    expect(110.28 - gcj!.lng).toBeGreaterThan(0.003)
    expect(110.28 - gcj!.lng).toBeLessThan(0.006)
  })

  it('heads like __proto__ and constructor mean nothing and harm nothing', () => {
    const mapping = guess(placeHints, ['__proto__', 'constructor', '名称', 'toString'])
    expect(mapping).toEqual({ name: 2 })
    expect(headKey(['__proto__'])).toBe('yixian:columns:["__proto__"]')
    const { fresh } = sortRows([['x', 'y', 'one', 'z']], { ...options, mapping })
    expect(fresh.map(one => one.name)).toEqual(['one'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(sortRows([['x', 'y', 'one', 'z']], { ...options, mapping: { name: 2, kind: 0 }, kind: '' }).asked.kind.map(one => one.word)).toEqual(['x'])
  })

  it('are sent in commands of at most a hundred rows, none larger than the message limit', () => {
    const rows = Array.from({ length: 450 }, (_, i) => row(`place ${i}`, { note: '很长的备注'.repeat(80) }))
    const all = batches(sortRows(rows, options).fresh)
    expect(all.flat()).toHaveLength(450)
    for (const batch of all) {
      expect(batch.length).toBeLessThanOrEqual(100)
      expect(new TextEncoder().encode(JSON.stringify(batch)).length).toBeLessThan(60_000)
    }
  })
})

describe('[F10] the people at the places of a list', () => {
  const counted = ['名称', 'guest', 'Infants数', '备注']
  const known = [make('place', { id: 'p1', name: 'one', kind: 'school', township: 'north' })]
  const groups = { ...county, groups: [{ id: 'guest', zh: '隔离人员', en: 'guest' }, { id: 'infant', zh: 'infants', en: 'infants' }] }
  const sorted = (rows: readonly (readonly string[])[], headsAt: (place: string) => Record<string, number> | undefined) =>
    sortRows(rows, { ...options, county: groups, head: counted, mapping: guess(placeHints, counted), places: known, headsAt })

  it('[IM22] a known place that gains a head count is offered the change; the same count is no change, and an empty cell says nothing', () => {
    const one = sorted([['one', '30人', '', '']], () => ({ guest: 20, infant: 3 }))
    expect(one.moved).toMatchObject([{ line: 2, set: {}, heads: { guest: 30, infant: 3 } }])
    expect(sorted([['one', '２０', '', '']], () => ({ guest: 20 }))).toMatchObject({ moved: [], known: 1 })
    expect(sorted([['one', '', '', '']], () => undefined)).toMatchObject({ moved: [], known: 1 })
    expect(sorted([['one', '0', '5', '']], () => undefined).moved).toMatchObject([{ heads: { guest: 0, infant: 5 } }])
  })

  it('[IM22] a new place brings its people, and a number that cannot be one is refused', () => {
    const { fresh, heads, bad } = sorted([['two', '1,200', '', ''], ['three', '1.5', '', ''], ['four', 'many', '', '']], () => undefined)
    expect(heads.get(fresh[0]!.place)).toEqual({ guest: 1200 })
    expect(bad.map(({ line, fault }) => [line, fault])).toEqual([[3, 'bad_count'], [4, 'bad_count']])
  })
})
