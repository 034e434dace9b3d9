import type { Place } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { visible } from '../../shared/core/sight.ts'
import { lists, reconcile } from '../../shared/register/reconcile.ts'
import { after, board, make, noon, outcome, when, who } from '../support/given.ts'

const prefixes = { county: ['海滨', '海滨县'], townships: new Map([['north', ['石城镇', '石城']], ['south', ['良垌镇', '良垌']]]) }
const place = (id: string, name: string, given: Partial<Place> = {}) => make('place', { id, name, kind: 'school', ...given })
const held = (names: readonly (readonly [string, string | null])[], places: Place[], scope: string | null = null) =>
  reconcile({ kind: 'school', scope, names: names.map(([name, township]) => ({ name, township })) }, places, prefixes)

describe('[F11] a department\'s list against the register', () => {
  it('[F11] [REC1] 31 care homes on the list of which 29 are registered: the two missing are named', () => {
    const names = Array.from({ length: 31 }, (_, i) => [`第${i + 1}养老院`, i % 2 ? 'north' : 'south'] as const)
    const places = names.slice(0, 29).map(([name, township], i) => place(`p${i}`, name, { township, inspectedAt: i < 7 ? noon : null }))
    const found = held(names, places)
    expect(found.matched).toHaveLength(29)
    expect(found.missing.map(one => one.name)).toEqual(['第30养老院', '第31养老院'])
    expect([found.extra, found.twice, found.inspected.length]).toEqual([[], [], 7])
  })

  it('[REC1] full-width forms, spaces, and the county and township before a name make no difference', () => {
    const places = [place('a', '石城镇敬老院'), place('b', '夕阳红养老院(东区)'), place('c', 'ABC幼儿园')]
    expect(held([['海滨县石城镇 敬老院', 'north'], ['夕阳红养老院（东区）', 'north'], ['ＡＢＣ 幼儿园', null]], places)).toMatchObject({ missing: [], extra: [] })
    expect(held([['敬老院', 'north']], [place('a', '石城敬老院')]).matched).toHaveLength(1)
  })

  it('[REC1] another township is another place, also when only the name says which', () => {
    const there = [place('a', '敬老院', { township: 'south' })]
    expect(held([['敬老院', 'north']], there)).toMatchObject({ matched: [], missing: [{ name: '敬老院' }], extra: [{ id: 'a' }] })
    expect(held([['石城镇敬老院', null]], there).matched).toEqual([])
    expect(held([['敬老院', null]], [place('a', '石城镇敬老院')]).matched).toEqual([])
  })

  it('[REC1] what is merely alike, or fits two, is offered and never merged', () => {
    const places = [place('a', '夕阳红养老中心'), place('b', '福利院')]
    const { matched, missing, extra } = held([['夕阳红养老院', 'north']], places)
    expect(matched).toEqual([])
    expect(missing.map(one => one.near.map(near => near.id))).toEqual([['a']])
    expect(extra.map(one => one.id)).toEqual(['a', 'b'])
    expect(held([['敬老院', 'north']], [place('a', '石城敬老院'), place('b', '石城镇敬老院')])).toMatchObject({ matched: [], missing: [{ near: [{ id: 'a' }, { id: 'b' }] }] })
  })

  it('[REC1] a name twice counts once; retired places, other kinds and other townships are not in the register', () => {
    const found = held([['甲园', 'north'], ['甲 园', 'north']], [place('a', '甲园', { retired: true }), place('b', '甲园', { kind: 'shop' }), place('c', '乙园', { township: 'south' })], 'north')
    expect(found).toMatchObject({ matched: [], extra: [], twice: [{ name: '甲 园' }], missing: [{ name: '甲园' }] })
  })
})

describe('[F11] the list is kept for the others', () => {
  const call = { list: 'u9', kind: 'school', scope: null, source: 'the bureau', names: [{ name: 'a', township: 'north' }, { name: 'b', township: 'south' }, { name: 'c', township: null }], skipped: 1, from: 0 }

  it('[REC2] who, when, whose and which names, in parts by township: an officer sees theirs, a unit and a volunteer none', () => {
    const given = board({ place: [{ id: 'p1' }] })
    const changes = outcome(given, who.coordinator, 'recordBaseline', call) as { kind: string, id: string, value: never }[]
    expect(changes.map(one => [one.kind, one.id])).toEqual([['baseline', 'u9_north'], ['baseline', 'u9_south'], ['baseline', 'u9_unsaid']])
    expect(changes[0]?.value).toMatchObject({ source: 'the bureau', by: 'ann', at: noon, skipped: 1, names: [{ name: 'a', township: 'north' }] })
    const sees = (audience: string) => changes.filter(one => visible(audience, 'baseline', one.value)).map(one => one.id)
    expect([sees('staff').length, sees('township:north'), sees('unit:health'), sees('volunteer'), sees('viewer')]).toEqual([3, ['u9_north'], [], [], []])
    expect(lists(changes.map(one => one.value), null)).toMatchObject([{ scope: null, names: call.names }])
    expect(lists([changes[0]!.value], 'north')).toMatchObject([{ scope: 'north', names: [{ name: 'a' }] }])
  })

  it('[REC2] an officer keeps lists of their own township only', () => {
    expect(after('baseline', board(), who.officer, 'recordBaseline', { ...call, scope: 'north', names: [{ name: 'a' }] })).toMatchObject({ township: 'north', names: [{ name: 'a', township: 'north' }] })
    expect(when(board(), who.officer, 'recordBaseline', call)).toBe('outside_area')
    expect(when(board(), who.officer, 'recordBaseline', { ...call, scope: 'south', names: [{ name: 'a' }] })).toBe('outside_area')
    expect(when(board(), who.coordinator, 'recordBaseline', { ...call, scope: 'north' })).toBe('invalid')
  })

  it('[REC2] a list is taken back as a whole by headquarters or its author, and restored', () => {
    const parts = [{ id: 'u1_north', list: 'u1', by: 'ann' }, { id: 'u1_south', list: 'u1', township: 'south', by: 'ann' }]
    const gone = outcome(board({ baseline: parts }), who.coordinator, 'withdrawBaseline', { list: 'u1' }) as unknown as { id: string, value: never }[]
    expect(gone.map(one => one.id)).toEqual(['u1_north', 'u1_south'])
    expect(lists(gone.map(one => one.value), null)).toEqual([])
    const given = board({ baseline: parts.map(part => ({ ...part, withdrawn: true })) })
    expect(when(given, who.coordinator, 'recordBaseline', { ...call, list: 'u1', from: 2 })).toBe('exists')
    const back = outcome(given, who.admin, 'restoreBaseline', { list: 'u1' }) as unknown as { value: never }[]
    expect(lists(back.map(one => one.value), null)).toMatchObject([{ list: 'u1' }])
    expect(when(board(), who.coordinator, 'withdrawBaseline', { list: 'u7' })).toBe('not_found')
  })

  it('[REC2] an officer takes back a list of their own, and no list of another', () => {
    const own = board({ baseline: [{ id: 'u1_north', list: 'u1', by: who.officer.id }] })
    expect(after('baseline', own, who.officer, 'withdrawBaseline', { list: 'u1' })).toMatchObject({ withdrawn: true })
    expect(when(board({ baseline: [{ id: 'u1_north', list: 'u1', by: 'ann' }] }), who.officer, 'withdrawBaseline', { list: 'u1' })).toBe('forbidden')
  })

  it('[REC2] a long list comes in several calls and is never doubled nor mixed with another', () => {
    const given = board({ baseline: [{ id: 'u1_north', list: 'u1', by: 'ann' }] })
    const more = { ...call, list: 'u1', names: [{ name: 'z', township: 'north' }], from: 1 }
    expect(after('baseline', given, who.coordinator, 'recordBaseline', more).names.map(one => one.name)).toEqual(['North school', 'z'])
    expect(when(given, who.coordinator, 'recordBaseline', { ...more, from: 0 })).toBe('exists')
    expect(when(given, who.admin, 'recordBaseline', more)).toBe('exists')
  })
})
