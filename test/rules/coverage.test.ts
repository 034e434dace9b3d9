import type { Place } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { createScene } from '../../client/map/scene.ts'
import { byTownship, shadesOf } from '../../client/shell/numbers.ts'
import { cellKey, coverage, inLot, unseen, unseenBefore } from '../../shared/inspections/coverage.ts'
import { county } from '../support/county.ts'
import { hour, make, noon } from '../support/given.ts'

const day = 24 * hour
const since = unseenBefore(noon, 3)
const place = (id: string, given: Partial<Place> = {}) => make('place', { id, ...given })
const places = [
  place('fresh', { inspectedAt: noon }),
  place('edge', { inspectedAt: noon - 3 * day }),
  place('late', { inspectedAt: noon - 3 * day - 1 }),
  place('never'),
  place('gone', { retired: true }),
  place('south', { township: 'south', kind: 'market', inspectedAt: noon - 2 * day }),
  place('south-late', { township: 'south', kind: 'market', inspectedAt: noon - 9 * day }),
]

describe('[F13] coverage', () => {
  it('[COV1] a place is unseen when no team was there for the days chosen, or ever; a retired one is in no figure', () => {
    expect(places.filter(one => unseen(one, since)).map(one => one.id)).toEqual(['late', 'never', 'south-late'])
    expect(places.filter(one => unseen(one, unseenBefore(noon, 10))).map(one => one.id)).toEqual(['never'])
    expect(places.filter(one => unseen(one, unseenBefore(noon, 1))).map(one => one.id)).toEqual(['edge', 'late', 'never', 'south', 'south-late'])
  })

  it('[COV2] rows, columns and the whole add up, and each figure has exactly its places', () => {
    const { all, townships, kinds, cells } = coverage(places, since)
    expect(all).toEqual({ seen: 3, total: 6 })
    for (const parts of [townships, kinds, cells]) {
      expect([...parts.values()].reduce((sum, one) => ({ seen: sum.seen + one.seen, total: sum.total + one.total }), { seen: 0, total: 0 })).toEqual(all)
    }
    expect(cells.get(cellKey('north', 'school'))).toEqual({ seen: 2, total: 4 })
    expect(cells.get(cellKey('south', 'market'))).toEqual({ seen: 1, total: 2 })
    const rows = (lot: 'seen' | 'unseen' | 'all') => places.filter(one => one.township === 'north' && inLot(lot, one, since)).map(one => one.id)
    expect([rows('seen'), rows('unseen'), rows('all')]).toEqual([['fresh', 'edge'], ['late', 'never'], ['fresh', 'edge', 'late', 'never']])
  })

  it('[COV2] the colours of the townships and the hollow places of the map are the same places', () => {
    const counted = byTownship('unseen', { all: kind => kind === 'place' ? places as never : [], now: noon, unseenSince: since, gapAhead: 0 })
    expect([...counted]).toEqual([['north', 2], ['south', 1]])
    expect(shadesOf('unseen')[0]).toBe(1)
    const scene = createScene(county, () => noon)
    scene.unseenSince(since)
    expect(places.filter(scene.unseen).map(one => one.id)).toEqual(['late', 'never', 'south-late'])
  })
})
