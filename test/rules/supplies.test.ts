import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { decide } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { toSpare, withdrawnId } from '../../shared/supplies/ledger.ts'
import { after, board, facts, noon, outcome, when, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

const store = { id: 'p1', name: 'depot' }
const school = { id: 'p3', name: 'school', lng: 110.2 }
const shelf = (quantity: number, place = 'p1', supply = 'glove') => ({ id: `${place}_${supply}`, place, supply, quantity })
const need = (more: Partial<Records['shortage']> = {}) => ({ id: 'n1', place: 'p3', quantity: 100, ...more })
const given = (quantity: number, more: Partial<Records['shortage']> = {}) => board({ place: [store, school], stock: [shelf(quantity)], shortage: [need(more)] })
const allocate = { delivery: 'd1', shortage: 'n1', supply: 'glove', quantity: 60, store: 'p1' }

it('[K1] [F46] stock changes only by lines of the ledger, and each says why', () => {
  const on = board({ place: [store] })
  const lines = outcome(on, who.unit, 'receiveStock', { move: 'm9', place: 'p1', supply: 'glove', quantity: 50 }) as { kind: string, value: object }[]
  expect(lines.map(one => one.kind)).toEqual(['move', 'stock'])
  expect(lines[0]?.value).toMatchObject({ change: 50, why: 'received', by: 'una' })
  expect(after('stock', given(50), who.unit, 'useStock', { move: 'm9', place: 'p1', supply: 'glove', quantity: 20 }).quantity).toBe(30)
  expect(when(given(50), who.unit, 'useStock', { move: 'm9', place: 'p1', supply: 'glove', quantity: 51 })).toBe('not_in_stock')
  expect(when(given(50), who.unit, 'useStock', { move: 'm9', place: 'p1', supply: 'glove', quantity: 5, spoiled: true })).toBe('needs_reason')
  expect(when(given(50), who.unit, 'receiveStock', { move: 'm9', place: 'p1', supply: 'gold', quantity: 5 })).toBe('invalid')
})

it('[K2] a count that differs becomes a line with its reason; books that moved meanwhile are a conflict', () => {
  const count = { move: 'm9', place: 'p1', supply: 'glove', counted: 45, seen: 50, reason: 'two boxes wet' }
  expect(after('move', given(50), who.unit, 'countStock', count)).toMatchObject({ change: -5, why: 'counted', reason: 'two boxes wet' })
  expect(when(given(50), who.unit, 'countStock', { ...count, reason: '' })).toBe('needs_reason')
  expect(when(given(48), who.unit, 'countStock', count)).toBe('conflict')
})

it('[K2] [F46] the same list of stock twice adds nothing', () => {
  const on = board({ place: [store] })
  const rows = [{ move: 'row-1', place: 'p1', supply: 'glove', quantity: 5 }]
  for (const change of outcome(on, who.unit, 'importStock', { rows }) as never[]) on.set(change)
  expect(on.get('stock', 'p1_glove')?.quantity).toBe(5)
  expect(outcome(on, who.unit, 'importStock', { rows })).toEqual([])
})

it('[K10] an import of stock is taken back as a whole; goods used since stay, and a line is taken back once', () => {
  const on = board({ place: [store] })
  const take = (name: string, args: object) => {
    for (const change of decide(on, { id: 'c', name, args }, { actor: who.unit, now: noon, real: noon, facts })) on.set(change)
  }
  take('importStock', { rows: [{ move: 'row-1', place: 'p1', supply: 'glove', quantity: 5 }, { move: 'row-2', place: 'p1', supply: 'formula', quantity: 8 }] })
  take('useStock', { move: 'u1', place: 'p1', supply: 'formula', quantity: 1 })
  take('withdrawStock', { moves: ['row-1', 'row-2'] })
  expect([on.get('stock', 'p1_glove')?.quantity, on.get('stock', 'p1_formula')?.quantity]).toEqual([0, 7])
  expect(on.get('move', withdrawnId('row-1'))).toMatchObject({ change: -5, why: 'withdrawn', supply: 'glove' })
  take('receiveStock', { move: 'm1', place: 'p1', supply: 'glove', quantity: 9 })
  expect(outcome(on, who.unit, 'withdrawStock', { moves: ['row-1'] })).toEqual([])
  expect(when(on, who.unit, 'withdrawStock', { moves: ['u1'] })).toBe('not_found')
  expect(when(on, who.unit, 'withdrawStock', { moves: [withdrawnId('row-1')] })).toBe('not_found')
})

it('[K3] [F50] allocated, dispatched, received in part: the difference stays in sight until it is explained', () => {
  const on = given(100)
  const step = (name: string, args: object) => {
    for (const change of decide(on, { id: 'c', name, args }, { actor: who.unit, now: noon, real: noon, facts })) on.set(change)
  }
  step('allocateSupplies', { ...allocate, quantity: 100 })
  expect(on.get('shortage', 'n1')).toMatchObject({ allocated: 100, covered: 0, state: 'open' })
  expect(on.get('stock', 'p1_glove')?.quantity).toBe(100)
  step('dispatchDelivery', { delivery: 'd1', driver: '粤G 12345', load: '2 boxes' })
  expect(on.get('stock', 'p1_glove')?.quantity).toBe(0)
  step('receiveDelivery', { delivery: 'd1', received: 97, signedBy: 'head teacher' })
  expect(on.get('delivery', 'd1')).toMatchObject({ state: 'received', quantity: 100, received: 97 })
  expect(on.get('stock', 'p3_glove')?.quantity).toBe(97)
  expect(on.get('shortage', 'n1')).toMatchObject({ allocated: 97, covered: 97, state: 'open' })
  step('explainDifference', { delivery: 'd1', reason: 'three torn' })
  expect(on.get('delivery', 'd1')?.explained).toBe('three torn')
  expect(when(on, who.unit, 'receiveDelivery', { delivery: 'd1', received: 3, signedBy: 'x' })).toBe('illegal_delivery')
})

describe('[K4] [F51] what is met says so and takes no more', () => {
  it('allocations and pledges together never exceed the quantity asked for plus the tolerance', () => {
    expect(when(given(500), who.unit, 'allocateSupplies', { ...allocate, quantity: 111 })).toBe('more_than_needed')
    expect(when(given(500, { allocated: 110 }), who.unit, 'allocateSupplies', { ...allocate, quantity: 1 })).toBe('already_met')
    expect(when(given(500, { allocated: 110 }), who.officer, 'pledgeSupplies', { pledge: 'g1', shortage: 'n1', donor: 'oil works', quantity: 1 })).toBe('already_met')
    expect(when(given(500, { state: 'covered' }), who.unit, 'allocateSupplies', allocate)).toBe('already_met')
    expect(when(given(500, { allocated: 60 }), who.unit, 'coverShortage', { shortage: 'n1', quantity: 41 })).toBe('more_than_needed')
  })
  it('promised stock is given to nobody else', () => {
    const on = board({ place: [store, school], stock: [shelf(100)], shortage: [need()], delivery: [{ id: 'd0', quantity: 70 }] })
    expect(when(on, who.unit, 'allocateSupplies', allocate)).toBe('not_in_stock')
    expect(when(on, who.unit, 'useStock', { move: 'm9', place: 'p1', supply: 'glove', quantity: 31 })).toBe('not_in_stock')
  })
  it('goods on their way left the shelf once: they are not counted as promised too', () => {
    const on = board({ place: [store, school], stock: [shelf(100)], delivery: [{ id: 'd0', quantity: 70, state: 'onTheWay' }, { id: 'd2', quantity: 20, state: 'cancelled' }] })
    expect(toSpare(on, 'p1', 'glove')).toBe(100)
    expect(when(on, who.unit, 'useStock', { move: 'm9', place: 'p1', supply: 'glove', quantity: 100 })).toBeInstanceOf(Array)
  })
  it('a van leaves only with what the store has: a count after the allocation may have found less', () => {
    const on = board({ place: [store, school], stock: [shelf(50)], delivery: [{ id: 'd0', quantity: 70 }] })
    expect(when(on, who.unit, 'dispatchDelivery', { delivery: 'd0', driver: 'van' })).toBe('not_in_stock')
  })
  it('a pledge that has come counts, one that is withdrawn frees its part', () => {
    const on = board({ place: [school], shortage: [need({ allocated: 100 })], pledge: [{ id: 'g1', quantity: 100 }] })
    expect(after('shortage', on, who.unit, 'receivePledge', { pledge: 'g1' })).toMatchObject({ covered: 100, state: 'covered' })
    expect(after('shortage', on, who.unit, 'withdrawPledge', { pledge: 'g1' })).toMatchObject({ covered: 0, allocated: 0, state: 'open' })
  })
})

it('[F48] special needs are numbers of a group, never names', () => {
  expect(after('headcount', board({ place: [school] }), who.inspector, 'countHeads', { place: 'p3', groups: { infant: 6 } })).toMatchObject({ id: 'p3', groups: { infant: 6 } })
  expect(when(board({ place: [school] }), who.inspector, 'countHeads', { place: 'p3', groups: { 陈小明: 1 } } as never)).toBe('invalid')
  expect(when(board({ place: [school] }), who.inspector, 'countHeads', { place: 'p3', groups: { infant: '陈小明' } } as never)).toBe('invalid')
})

it('[K1] [K3] [K4] random histories: the ledger sums to the shelves, nothing is negative, delivered ≤ allocated ≤ asked + tolerance', () => {
  const start = Number(process.env.FUZZ_SEED ?? 1)
  for (let seed = start; seed < start + 60; seed++) {
    const luck = chance(seed)
    const on = new Board()
    const places = ['p1', 'p2', 'p3']
    for (const change of [...board({ place: places.map(id => ({ id })) }).all('place')]) on.set({ kind: 'place', id: change.id, value: change })
    let n = 0
    const delivery = () => `d${luck.below(12)}`
    const shortage = () => `n${luck.below(4)}`
    const place = () => luck.one(places)
    const whims: (() => readonly [string, object])[] = [
      () => ['postShortage', { shortage: shortage(), item: 'gloves', quantity: 1 + luck.below(100), place: place(), township: 'north', lng: 110, lat: 21 }],
      () => ['receiveStock', { move: `m${++n}`, place: place(), supply: 'glove', quantity: 1 + luck.below(80) }],
      () => ['useStock', { move: `m${++n}`, place: place(), supply: 'glove', quantity: 1 + luck.below(40) }],
      () => ['countStock', { move: `m${++n}`, place: place(), supply: 'glove', counted: luck.below(60), seen: luck.below(60), reason: 'x' }],
      () => ['allocateSupplies', { delivery: delivery(), shortage: luck.maybe(0.8) ? shortage() : null, target: place(), supply: 'glove', quantity: 1 + luck.below(60), store: place() }],
      () => ['dispatchDelivery', { delivery: delivery(), driver: 'van' }],
      () => ['receiveDelivery', { delivery: delivery(), received: luck.below(60), signedBy: 'x' }],
      () => ['cancelDelivery', { delivery: delivery() }],
      () => ['pledgeSupplies', { pledge: `g${luck.below(8)}`, shortage: shortage(), donor: 'x', quantity: 1 + luck.below(40) }],
      () => ['receivePledge', { pledge: `g${luck.below(8)}` }],
      () => ['withdrawPledge', { pledge: `g${luck.below(8)}` }],
      () => ['coverShortage', { shortage: shortage(), quantity: 1 + luck.below(40) }],
    ]
    for (let step = 0; step < 200; step++) {
      const [name, args] = luck.one(whims)()
      try {
        for (const change of decide(on, { id: `c${step}`, name, args }, { actor: who.admin, now: noon + step, real: noon + step, facts })) on.set(change)
      } catch (error) {
        if (!(error instanceof Rejection)) throw error
      }
    }
    for (const { id, place: home, supply, quantity } of on.all('stock')) {
      const sum = [...on.all('move')].filter(one => one.place === home && one.supply === supply).reduce((total, one) => total + one.change, 0)
      expect({ seed, id, sum, positive: quantity >= 0 }).toEqual({ seed, id, sum: quantity, positive: true })
    }
    for (const { id, quantity, allocated, covered } of on.all('shortage')) {
      expect({ seed, id, fits: covered <= allocated && allocated <= quantity * 1.1 }).toEqual({ seed, id, fits: true })
    }
  }
})
