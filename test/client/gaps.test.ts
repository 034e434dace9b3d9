import type { Shift } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { createScene } from '../../client/map/scene.ts'
import { byTownship, count } from '../../client/shell/numbers.ts'
import { factsOf } from '../../shared/core/county.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { gapsAhead } from '../../shared/duty/duty.ts'
import { board, hour, noon } from '../support/given.ts'

const { county } = folder
const { duty } = factsOf(county).rules
const shift = (id: string, startsIn: number, more: Partial<Shift> = {}) => ({ id, startsAt: noon + startsIn * hour, endsAt: noon + (startsIn + 8) * hour, needed: 3, township: 'north', ...more })

it('[F61] the map, the strip, the townships and the list count the same gaps, by the county\'s hours ahead', () => {
  const on = board({ shift: [
    shift('tonight', 6, { place: 'p1' }),
    shift('later-there', 14, { place: 'p1', claimedBy: ['ben'] }),
    shift('runs', -2, { township: 'south', claimedBy: ['cat', 'ben'] }),
    shift('edge', duty.gapAhead),
    shift('past-edge', duty.gapAhead + 0.1),
    shift('full', 2, { claimedBy: ['x', 'y', 'z'] }),
    shift('closed', 2, { open: false }),
    shift('over', -9),
  ] })
  const all = [...on.all('shift')]
  const list = gapsAhead(on, noon, duty)
  expect(list.map(one => one.id)).toEqual(['runs', 'tonight', 'later-there', 'edge'])
  expect(count([], 0, all, [], noon, noon, duty)).toMatchObject({ gaps: 4, missing: 1 + 3 + 2 + 3 })
  expect([...byTownship('gaps', { all: kind => kind === 'shift' ? all as never : [], now: noon, unseenSince: 0, ...duty })]).toEqual([['north', 3], ['south', 1]])
  const scene = createScene(county, () => noon)
  scene.reset(on)
  // Gaps at one place share one mark, led by the gap that begins first.
  expect(scene.gaps().map(({ first, missing }) => [first.record.id, missing])).toEqual([['tonight', 5], ['runs', 1], ['edge', 3]])
  // The list and the map use the same filter.
  scene.reset(on, { shift: one => (one as Shift).township === 'south' })
  expect(scene.gaps().map(one => one.first.record.id)).toEqual(['runs'])
})

it('[F16] the map knows who is on duty now at a place, and how many of them have come', () => {
  const came = { in: { at: noon - hour, how: 'code' as const, late: 0, offline: false, confirmedBy: null }, out: null }
  const on = board({ shift: [
    shift('now', -1, { place: 'p1', claimedBy: ['ben', 'cat'], presence: { ben: came } }),
    shift('also', -2, { place: 'p1', claimedBy: ['dan'], presence: { dan: came } }),
    shift('next', 7, { place: 'p1', claimedBy: ['eve'] }),
    shift('past', -9, { place: 'p2', claimedBy: ['eve'] }),
  ] })
  const scene = createScene(county, () => noon)
  scene.reset(on)
  expect(scene.onDuty().map(({ at, there, all }) => [at.record.place, there, all])).toEqual([['p1', 2, 3]])
})
