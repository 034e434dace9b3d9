import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { isUrgent, outlooks, sources } from '../../shared/supplies/radar.ts'
import { board, facts, hour, noon } from '../support/given.ts'

const store = { id: 'p1', name: 'depot' }
const school = { id: 'p3', name: 'school', lng: 110.2 }
const shelf = (quantity: number, place = 'p1', supply = 'glove') => ({ id: `${place}_${supply}`, place, supply, quantity })

it('[K5] [F47] [F49] hours left = stock ÷ people × rate; below two days yellow, below one red, before anybody complains', () => {
  const at = (quantity: number) => outlooks(board({
    place: [school],
    stock: [shelf(quantity, 'p3', 'formula')],
    headcount: [{ id: 'p3', groups: { infant: 4 } }],
  }), facts, noon)[0]
  // Four infants use two tins a day.
  expect(at(5)).toMatchObject({ supply: 'formula', perDay: 2, hoursLeft: 60, level: 'fine' })
  expect(at(3)).toMatchObject({ hoursLeft: 36, level: 'yellow' })
  expect(at(1)).toMatchObject({ hoursLeft: 12, level: 'red' })
  const onDuty = board({ place: [school], stock: [shelf(20, 'p3')], shift: [{ id: 's1', place: 'p3', startsAt: noon - hour, endsAt: noon + hour, claimedBy: ['a', 'b'] }] })
  expect(outlooks(onDuty, facts, noon)[0]).toMatchObject({ supply: 'glove', perDay: 20, hoursLeft: 24, level: 'yellow' })
  expect(outlooks(onDuty, facts, noon + 2 * hour)).toEqual([])
})

describe('[K5] [F49] what comes is in the forecast', () => {
  // Four infants use two tins a day: two tins last 24 hours, yellow.
  const on = (...delivery: Partial<Records['delivery']>[]) => outlooks(board({
    place: [store, school],
    stock: [shelf(2, 'p3', 'formula')],
    headcount: [{ id: 'p3', groups: { infant: 4 } }],
    delivery: delivery.map((one, i) => ({ id: `d${i}`, supply: 'formula', quantity: 10, ...one })),
  }), facts, noon)[0]

  it('a delivery that arrives before the stock runs out makes the site fine', () => {
    expect(on({ dueAt: noon + 5 * hour })).toMatchObject({ quantity: 2, coming: 10, comesAt: noon + 5 * hour, hoursLeft: 24, hoursCovered: 144, level: 'fine' })
    // The county's usual time counts for one on its way whose sender gave no time.
    expect(on({ state: 'onTheWay', dispatchedAt: noon - hour })).toMatchObject({ comesAt: noon + 3 * hour, hoursCovered: 144, level: 'fine' })
    // One delivery carries the site to the next.
    expect(on({ dueAt: noon + 30 * hour }, { dueAt: noon + 20 * hour, quantity: 1 })).toMatchObject({ coming: 11, hoursCovered: 156, level: 'fine' })
  })
  it('one that comes too late, is late, has no time, or has arrived or was cancelled changes no level', () => {
    expect(on({ dueAt: noon + 25 * hour })).toMatchObject({ coming: 10, comesAt: noon + 25 * hour, hoursCovered: 24, level: 'yellow' })
    expect(on({ state: 'onTheWay', dispatchedAt: noon - 9 * hour })).toMatchObject({ coming: 10, comesAt: null, hoursCovered: 24, level: 'yellow' })
    expect(on({})).toMatchObject({ coming: 10, comesAt: null, level: 'yellow' })
    expect(on({ state: 'received', received: 10, dueAt: noon + hour }, { state: 'cancelled', dueAt: noon + hour })).toMatchObject({ coming: 0, level: 'yellow' })
    expect(on({ dueAt: noon + hour, supply: 'glove' }, { dueAt: noon + hour, to: 'p1' })).toMatchObject({ coming: 0, level: 'yellow' })
  })
  it('a shortage that is fully allocated is not urgent, one that lacks a piece is', () => {
    const soon = { state: 'open', runsOutAt: noon + 6 * hour, quantity: 100, covered: 0 } as Records['shortage']
    expect(isUrgent({ ...soon, allocated: 100 }, noon)).toBe(false)
    expect(isUrgent({ ...soon, allocated: 99 }, noon)).toBe(true)
    expect(isUrgent({ ...soon, allocated: 0, runsOutAt: noon + 30 * hour }, noon)).toBe(false)
    expect(isUrgent({ ...soon, allocated: 0, state: 'withdrawn' }, noon)).toBe(false)
  })
})

it('[K6] a source has more than its own two days; enough comes before near, near before far', () => {
  const on = board({
    place: [{ id: 'near', lng: 110.01 }, { id: 'far', lng: 111 }, { id: 'poor', lng: 110.001 }, school],
    stock: [shelf(50, 'near'), shelf(500, 'far'), shelf(5, 'poor')],
  })
  const asked = (wanted: number) => sources(on, facts, 'glove', { id: 'x', lng: 110, lat: 21 }, wanted, noon).map(one => one.place.id)
  expect(asked(40)).toEqual(['near', 'far', 'poor'])
  expect(asked(100)).toEqual(['far', 'poor', 'near'])
  // A site is no source of itself; what its own people use in two days stays; a retired place gives nothing.
  expect(sources(on, facts, 'glove', { id: 'near', lng: 110, lat: 21 }, 40, noon).map(one => one.place.id)).toEqual(['far', 'poor'])
  const used = board({ place: [{ id: 'near' }, { id: 'gone', retired: true }], stock: [shelf(50, 'near'), shelf(50, 'gone')], shift: [{ id: 's1', place: 'near', startsAt: noon - hour, endsAt: noon + hour, claimedBy: ['a', 'b'] }] })
  expect(sources(used, facts, 'glove', { id: 'x', lng: 110, lat: 21 }, 5, noon).map(one => [one.place.id, one.spare])).toEqual([['near', 10]])
})
