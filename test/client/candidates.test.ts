import type { Candidate } from '../../client/duty/posts/candidates.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { candidates, orders } from '../../client/duty/posts/candidates.ts'
import { board, facts, hour, make, noon } from '../support/given.ts'

const person = (id: string, more: Partial<Actor> = {}): Actor => ({ id, role: 'volunteer', approved: true, ...more })
const shift = (id: string, startsIn: number, hours: number, claimedBy: string[], more: Partial<Shift> = {}) => make('shift', { id, title: id, startsAt: noon + startsIn * hour, endsAt: noon + (startsIn + hours) * hour, claimedBy, ...more })
const wanted = shift('wanted', 10, 8, ['held'], { needed: 3 })
const offered = (people: readonly Actor[], shifts: readonly Shift[], at = wanted) => candidates(at, { board: board(), helpers: people, shifts: [at, ...shifts], seats: new Map([['south', { lng: wanted.lng, lat: wanted.lat + 0.2 }]]), clock: facts, now: noon })

it('[F64] people already on the shift are not offered; people without the skills that the post requires are only counted', () => {
  const skilled = { ...wanted, skills: ['driver'] }
  const { list, unfit } = offered([person('held'), person('plain'), person('driver', { skills: ['driver'] })], [], skilled)
  expect([list.map(one => one.id), unfit]).toEqual([['driver'], 1])
})

it('[F64] people on another shift are busy, people with too little rest are tired, the others are offered, each with the reason in words', () => {
  const { list } = offered([person('busy'), person('tired'), person('fresh')], [shift('other', 12, 8, ['busy']), shift('before', 2, 4, ['tired']), shift('long-ago', -60, 8, ['fresh'])])
  const of = (id: string) => list.find(one => one.id === id)
  expect(of('busy')).toMatchObject({ busy: true, no: expect.stringContaining('other') })
  expect(of('tired')).toMatchObject({ busy: false, no: expect.stringContaining('4') })
  expect(of('fresh')).toMatchObject({ busy: false, no: null, rest: 62 * hour })
})

it('[F64] distance is measured from a person\'s last post, never from a coming shift', () => {
  const north = (d: number) => ({ lat: wanted.lat + d })
  const { list } = offered([person('a'), person('b')], [
    shift('old', -90, 4, ['a'], north(0.5)),
    shift('last', -40, 4, ['a'], north(0.1)),
    shift('coming', 90, 4, ['a'], north(0)),
  ])
  expect(list[0]?.away).toBeGreaterThan(11_000)
  expect(list[0]?.away).toBeLessThan(11_300)
  expect(list[0]?.last?.id).toBe('last')
  expect(list[1]).toMatchObject({ away: null, rest: null, last: null })
})

it('[F64] people are sorted by distance or by rest; people without a past shift come last by distance and first by rest', () => {
  const { list } = offered([person('never'), person('far'), person('near'), person('beside')], [
    shift('f', -80, 4, ['far'], { lat: wanted.lat + 0.3 }),
    shift('n', -50, 4, ['near'], { lat: wanted.lat + 0.1 }),
    shift('s', -70, 4, ['beside'], { lat: wanted.lat + 0.1 }),
  ])
  expect([...list].sort(orders.near).map(one => one.id)).toEqual(['beside', 'near', 'far', 'never'])
  const [never, far] = list as [Candidate, Candidate]
  expect([orders.near(never, far) > 0, orders.near(far, never) < 0, orders.rest(never, far) < 0, orders.rest(far, never) > 0]).toEqual([true, true, true, true])
  expect([...list].sort(orders.rest).map(one => one.id)).toEqual(['never', 'far', 'beside', 'near'])
})

it('[F64] people whose last post is not known are as far away as their township; each row has their skills', () => {
  const { list } = offered([person('adrift'), person('home', { township: 'south', skills: ['driver'] }), person('near', { township: 'south' })], [shift('n', -50, 4, ['near'], { lat: wanted.lat + 0.1 })])
  const of = (id: string) => list.find(one => one.id === id)
  expect(of('home')).toMatchObject({ away: null, skills: ['driver'] })
  expect(of('home')!.home! / 1000).toBeCloseTo(22.2, 1)
  expect(of('near')).toMatchObject({ home: null, skills: [] })
  expect([...list].sort(orders.near).map(one => one.id)).toEqual(['near', 'home', 'adrift'])
})
