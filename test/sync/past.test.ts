import type { Change } from '../../shared/core/board.ts'
import { expect, it } from 'vitest'
import { createPast } from '../../client/sync/past.ts'
import { Board } from '../../shared/core/board.ts'
import { decide } from '../../shared/core/decide.ts'
import { kinds } from '../../shared/kinds.ts'
import { facts, hour, make, noon, who } from '../support/given.ts'
import { chance } from '../support/random.ts'

const all = (board: Board | ReturnType<typeof createPast>['board']) => kinds.map(kind => [...board.all(kind)].sort((a, b) => a.id < b.id ? -1 : 1))

it('[F76] the past at any moment is the fold of the log up to it, whatever order moments are looked at in', () => {
  const seed = 76
  const { below: int } = chance(seed)
  const commits = Array.from({ length: 400 }, (_, i) => {
    const changes: Change[] = Array.from({ length: 1 + int(3) }, () => {
      const id = `p${int(20)}`
      return { kind: 'place', id, value: int(5) ? make('place', { id, name: `at ${i}` }) : null }
    })
    // The server's clock goes back a little once.
    return { seq: i + 1, at: 1000 + i * 10 - (i === 200 ? 500 : 0), changes }
  })
  const past = createPast()
  past.add(commits.slice(0, 150))
  past.goTo(2000)
  past.add(commits.slice(150))
  for (let look = 0; look < 300; look++) {
    const moment = 900 + int(4300)
    past.goTo(moment)
    const fold = new Board()
    let time = 0
    for (const { at, changes } of commits) {
      time = Math.max(time, at)
      if (time <= moment) changes.forEach(change => fold.set(change))
    }
    expect(all(past.board), `seed ${seed}, look ${look}, moment ${moment}`).toEqual(all(fold))
  }
  expect([past.first, past.last, past.seq]).toEqual([1000, 4990, 400])
})

it('[F76] an empty log has no moments', () => {
  const past = createPast()
  expect([past.goTo(5), past.first, past.last, past.seq]).toEqual([[], null, null, 0])
})

it('[F18] [F76] the replay has each zone with the shape and the level that it had at that moment', () => {
  const live = new Board()
  const past = createPast()
  const rings: [number, number][][] = [0.1, 0.2, 0.3].map(size => [[110, 21], [110 + size, 21], [110, 21 + size]])
  const acts = [
    ['drawZone', { zone: 'z1', name: 'market', level: 'control', ring: rings[0], validFrom: noon }],
    ['editZone', { zone: 'z1', set: { ring: rings[1] }, base: { ring: rings[0] } }],
    ['editZone', { zone: 'z1', set: { level: 'lockdown' }, base: { level: 'control' } }],
    ['editZone', { zone: 'z1', set: { ring: rings[2] }, base: { ring: rings[1] } }],
    ['liftZone', { zone: 'z1', reason: 'over', approver: 'Ann', override: true }],
  ] as const
  past.add(acts.map(([name, args], i) => {
    const changes = decide(live, { id: `c${i}`, name, args }, { actor: who.coordinator, now: noon + i * hour, real: noon, facts })
    changes.forEach(change => live.set(change))
    return { seq: i + 1, at: noon + i * hour, changes }
  }))
  const seen = [4, 3, 0, 2, 1].map((at) => {
    past.goTo(noon + at * hour + 1)
    const { ring, level, liftedAt } = past.board.get('zone', 'z1')!
    return [at, rings.findIndex(one => JSON.stringify(one) === JSON.stringify(ring)), level, liftedAt !== null]
  })
  expect(seen).toEqual([[4, 2, 'lockdown', true], [3, 2, 'lockdown', false], [0, 0, 'control', false], [2, 1, 'lockdown', false], [1, 1, 'control', false]])
})
