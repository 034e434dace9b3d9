import type { Change } from '../../shared/core/board.ts'
import { expect, it } from 'vitest'
import { createPast } from '../../client/sync/past.ts'
import { Board } from '../../shared/core/board.ts'
import { kinds } from '../../shared/records.ts'
import { make } from '../support/given.ts'
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
