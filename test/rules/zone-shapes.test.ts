import type { Records } from '../../shared/records.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossesItself, inside } from '../../shared/core/ring.ts'
import { levelSpans } from '../../shared/zones/history.ts'
import { splitRing } from '../../shared/zones/split.ts'
import { union } from '../../shared/zones/union.ts'
import { board, hour, noon, outcome, when, who } from '../support/given.ts'

type Ring = [number, number][]
const square = (west: number, south: number, size = 1): Ring => [[west, south], [west + size, south], [west + size, south + size], [west, south + size]]
const corners = (ring: readonly (readonly [number, number])[] | null) => ring && [...ring].map(point => point.map(n => Number(n.toFixed(5))).join(' ')).sort()
const area = (ring: Ring) => Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length]![1] - ring[(i + 1) % ring.length]![0] * y, 0)) / 2

describe('the shapes', () => {
  it('[F17] [Z8] a line that crosses a ring twice cuts it in two; one that misses it, ends inside or crosses it more often does not', () => {
    const [a, b] = splitRing(square(0, 0), [[0.5, -1], [0.5, 2]])!
    expect([corners(a), corners(b)].sort()).toEqual([['0 0', '0 1', '0.5 0', '0.5 1'], ['0.5 0', '0.5 1', '1 0', '1 1']])
    const [c, d] = splitRing(square(0, 0), [[-1, 0.5], [0.5, 0.5], [0.5, -1]])!
    expect([area(c), area(d)].sort()).toEqual([0.25, 0.75])
    expect(splitRing(square(0, 0), [[2, -1], [2, 2]])).toBeNull()
    expect(splitRing(square(0, 0), [[0.5, -1], [0.5, 0.5]])).toBeNull()
    const comb: Ring = [[0, 0], [5, 0], [5, 2], [4, 2], [4, 1], [3, 1], [3, 2], [0, 2]]
    expect(splitRing(comb, [[-1, 1.5], [6, 1.5]])).toBeNull()
  })

  it('[F17] [Z8] rings that share a border or overlap become one; those that meet in a corner, lie apart or enclose a hole do not', () => {
    expect(corners(union(square(0, 0), square(1, 0)))).toEqual(['0 0', '0 1', '2 0', '2 1'])
    expect(corners(union(square(0, 0), [...square(1, 0)].reverse()))).toEqual(['0 0', '0 1', '2 0', '2 1'])
    expect(area(union(square(0, 0), square(0.5, 0.5))!)).toBeCloseTo(1.75)
    expect(corners(union(square(0, 0, 3), square(1, 1)))).toEqual(corners(square(0, 0, 3)))
    expect(union(square(0, 0), square(1, 1))).toBeNull()
    expect(union(square(0, 0), square(3, 0))).toBeNull()
    const horseshoe: Ring = [[0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3]]
    expect(union(horseshoe, [[0, 2], [3, 2], [3, 4], [0, 4]])).toBeNull()
  })

  it('[F17] [Z8] both parts of a split hold exactly what the whole held, and merge to the whole again', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 5, maxLength: 30 }), fc.double({ min: 0, max: Math.PI, noNaN: true }), fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 40, maxLength: 40 }), (radii, angle, points) => {
      const ring = radii.map((r, i): [number, number] => [110 + Math.cos(i / radii.length * 2 * Math.PI) * r, 21 + Math.sin(i / radii.length * 2 * Math.PI) * r])
      const line: Ring = [[110 - Math.cos(angle) * 2, 21 - Math.sin(angle) * 2], [110 + Math.cos(angle) * 2, 21 + Math.sin(angle) * 2]]
      const parts = splitRing(ring, line)
      fc.pre(parts !== null)
      const [a, b] = parts!
      expect(area(a) + area(b)).toBeCloseTo(area(ring), 5)
      expect([crossesItself(a), crossesItself(b)]).toEqual([false, false])
      for (const [x, y] of points) {
        const point: [number, number] = [110 + x, 21 + y]
        expect(Number(inside(point, a)) + Number(inside(point, b))).toBe(Number(inside(point, ring)))
      }
      const whole = union(a, b)
      expect(area(whole!)).toBeCloseTo(area(ring), 5)
    }), { seed: 17 })
  })
})

describe('the commands', () => {
  const known = { case: null, contact: null, round: null }
  const z1 = { id: 'z1', ring: square(110, 21), level: 'lockdown' as const, validFrom: noon - hour }
  const zones = (...all: Partial<Records['zone']>[]) => board({ zone: all })
  const split = { zone: 'z1', other: 'z2', name: 'east', line: [[110.7, 20], [110.7, 23]] as Ring, base: square(110, 21) }
  const done = (given: ReturnType<typeof board>, name: string, args: object, now = noon) => {
    const changes = outcome(given, who.coordinator, name, args, now)
    if (!Array.isArray(changes)) throw changes
    changes.forEach(change => given.set(change))
    return given
  }
  const ring = (given: ReturnType<typeof board>, id: string) => corners(given.get('zone', id)!.ring)

  it('[F17] [Z8] a split leaves the larger part with the zone, gives the other the same level and history, and is taken back', () => {
    const given = done(zones(z1), 'splitZone', split)
    expect([ring(given, 'z1'), ring(given, 'z2')]).toEqual([['110 21', '110 22', '110.7 21', '110.7 22'], ['110.7 21', '110.7 22', '111 21', '111 22']])
    expect(given.get('zone', 'z2')).toMatchObject({ name: 'east', level: 'lockdown', validFrom: noon - hour, liftedAt: null, history: [{ step: 'drawn' }, { step: 'split', by: 'ann' }] })
    done(given, 'unsplitZone', { zone: 'z1', other: 'z2', base: square(110, 21) }, noon + hour)
    expect(ring(given, 'z1')).toEqual(corners(square(110, 21)))
    expect(given.get('zone', 'z2')).toMatchObject({ liftedAt: noon + hour, history: [{}, {}, { step: 'merged' }] })
  })

  it('[F17] [Z8] a merge ends the other zone without lifting what is inside, keeps both histories, and is taken back', () => {
    const fact = (at: number) => ({ at, by: 'ann', enteredAt: noon, evidence: 'x' })
    const other = { ...z1, id: 'z2', ring: square(111, 21), validTo: noon + 9 * hour, known: { case: fact(noon - 5), contact: fact(noon), round: fact(noon - 5) } }
    const own = { case: fact(noon - 9), contact: null, round: fact(noon - 9) }
    const args = { zone: 'z1', other: 'z2', base: { ring: square(110, 21), validTo: null, known: own }, otherBase: square(111, 21) }
    const given = done(zones({ ...z1, known: own }, other), 'mergeZones', args)
    expect(ring(given, 'z1')).toEqual(['110 21', '110 22', '112 21', '112 22'])
    expect(given.get('zone', 'z1')).toMatchObject({ validTo: null, liftedAt: null, known: { case: { at: noon - 5 }, contact: null, round: { at: noon - 9 } } })
    expect(given.get('zone', 'z2')).toMatchObject({ liftedAt: noon, history: [{ step: 'drawn' }, { step: 'merged' }] })
    expect(levelSpans(given.get('zone', 'z2')!).map(({ to }) => to)).toEqual([noon])
    done(given, 'unmergeZones', args, noon + hour)
    expect(given.get('zone', 'z1')).toMatchObject({ ring: square(110, 21), validTo: null, known: own })
    expect(given.get('zone', 'z2')?.liftedAt).toBeNull()
  })

  it('[F17] [Z8] refused: another level, zones apart, a ring that changed meanwhile, a lifted zone, a line that does not cut, an undo after another change', () => {
    const merge = (more: Partial<Records['zone']>, args: object = {}) => when(zones(z1, { ...z1, id: 'z2', ring: square(111, 21), ...more }), who.coordinator, 'mergeZones', { zone: 'z1', other: 'z2', base: { ring: square(110, 21), validTo: null, known }, otherBase: more.ring as Ring ?? square(111, 21), ...args })
    expect([merge({ level: 'control' }), merge({ ring: square(114, 21) }), merge({}, { otherBase: square(111, 22) }), merge({ liftedAt: noon })]).toEqual(['other_level', 'not_touching', 'conflict', 'lifted'])
    expect(when(zones(z1), who.coordinator, 'mergeZones', { zone: 'z1', other: 'z1', base: { ring: square(110, 21), validTo: null, known }, otherBase: square(110, 21) })).toBe('not_touching')
    const cut = (more: object) => when(zones(z1), who.coordinator, 'splitZone', { ...split, ...more })
    expect([cut({ line: [[115, 20], [115, 23]] }), cut({ base: square(0, 0) }), cut({ other: 'z1' })]).toEqual(['no_split', 'conflict', 'exists'])
    expect(when(zones({ ...z1, liftedAt: noon }), who.coordinator, 'splitZone', split)).toBe('lifted')
    const cutOff = done(zones(z1), 'splitZone', split)
    expect(when(cutOff, who.coordinator, 'unsplitZone', { zone: 'z1', other: 'z2', base: square(110, 21, 0.9) })).toBe('conflict')
    const merged = done(zones(z1, { ...z1, id: 'z2', ring: square(111, 21), validTo: noon + hour }), 'mergeZones', { zone: 'z1', other: 'z2', base: { ring: square(110, 21), validTo: null, known }, otherBase: square(111, 21) })
    const unmerge = (base: object) => when(merged, who.coordinator, 'unmergeZones', { zone: 'z1', other: 'z2', base: { ring: square(110, 21), validTo: null, known, ...base }, otherBase: square(111, 21) })
    expect([unmerge({ ring: square(110.2, 21, 0.8) }), unmerge({ validTo: noon + 2 * hour })]).toEqual(['conflict', 'conflict'])
    const given = done(zones(z1), 'splitZone', split)
    done(given, 'liftZone', { zone: 'z2', reason: 'over', approver: 'Ann', override: true })
    expect(when(given, who.coordinator, 'unsplitZone', { zone: 'z1', other: 'z2', base: square(110, 21) })).toBe('newer_version')
  })
})
