import { describe, expect, it } from 'vitest'
import { pendingRises, riseLevel } from '../../shared/supplies/market.ts'
import { board, facts, outcome, when, who } from '../support/given.ts'

const school = { id: 'p3', name: 'school', lng: 110.2 }

describe('[K7] [F52] a staple that rose beyond the second limit waits for a person', () => {
  const yesterday = { id: 'p3_2030-05-05', place: 'p3', day: '2030-05-05', staples: { rice: { price: 300, stock: 'ample' as const }, egg: { price: 500, stock: 'ample' as const } } }
  const today = { place: 'p3', day: '2030-05-06', staples: { rice: { price: 391, stock: 'low' as const }, egg: { price: 650, stock: 'ample' as const } } }
  const rice = { place: 'p3', day: '2030-05-06', staple: 'rice' }
  const price = (of: number) => ({ ...today, staples: { ...today.staples, rice: { price: of, stock: 'low' as const } } })
  const on = () => board({ place: [school], marketDay: [yesterday] })
  function then(given: ReturnType<typeof on>, name: 'recordPrices' | 'confirmRise' | 'dismissRise', args: never) {
    for (const change of outcome(given, who.inspector, name, args) as never[]) given.set(change)
    return given
  }
  const recorded = () => then(on(), 'recordPrices', today as never)
  const waiting = (given: ReturnType<typeof on>) => pendingRises(given, facts).map(one => one.staple)

  it('recording makes a draft and no issue; confirming makes one issue, once', () => {
    expect([...recorded().all('issue')]).toEqual([])
    expect(pendingRises(recorded(), facts)).toEqual([{ ...rice, price: 391, up: 391 / 300 - 1 }])
    const confirmed = then(recorded(), 'confirmRise', { ...rice, note: 'two stalls' } as never)
    expect([...confirmed.all('issue')]).toMatchObject([{ title: 'price rice +30%', note: 'two stalls', unit: 'health', place: 'p3', state: 'found', foundBy: 'ina' }])
    expect(when(confirmed, who.inspector, 'confirmRise', rice)).toBe('already_judged')
    expect(waiting(then(confirmed, 'recordPrices', price(500) as never))).toEqual([])
    expect(when(recorded(), who.inspector, 'confirmRise', { ...rice, staple: 'egg' })).toBe('already_judged')
    expect(when(recorded(), { id: 'civ', role: 'unit', unit: 'civil' }, 'confirmRise', rice)).toBe('outside_area')
  })
  it('dismissing needs a reason and lasts until the price rises further', () => {
    expect(when(recorded(), who.inspector, 'dismissRise', { ...rice, reason: ' ' })).toBe('invalid')
    const dismissed = then(recorded(), 'dismissRise', { ...rice, reason: 'another quality' } as never)
    expect(waiting(dismissed)).toEqual([])
    expect(waiting(then(dismissed, 'recordPrices', price(391) as never))).toEqual([])
    expect(waiting(then(dismissed, 'recordPrices', price(392) as never))).toEqual(['rice'])
  })
  it('from the first limit on it is marked; an issue that an earlier version made is not asked for again', () => {
    expect([0.1, 0.11, 0.3, 0.31, null].map(up => riseLevel(up, facts))).toEqual([null, 'first', 'first', 'second', null])
    expect(pendingRises(board({ place: [school], marketDay: [yesterday, { id: 'p3_2030-05-06', ...today }], issue: [{ id: 'price~p3~2030-05-06~rice' }] }), facts)).toEqual([])
  })
  it('only the unit that watches prices records them, and only staples of the county', () => {
    expect(when(on(), { id: 'civ', role: 'unit', unit: 'civil' }, 'recordPrices', today)).toBe('outside_area')
    expect(when(on(), who.inspector, 'recordPrices', { ...today, staples: { gold: { price: 1, stock: 'ample' } } })).toBe('invalid')
  })
})
