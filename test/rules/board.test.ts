import type { IndexOf } from '../../shared/core/indexes.ts'
import type { Shift } from '../../shared/records.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Board, Draft } from '../../shared/core/board.ts'
import { indexes, keysOf } from '../../shared/core/indexes.ts'
import { make } from '../support/given.ts'

const people = ['ann', 'ben', 'cat']
const names = Object.keys(indexes.shift) as IndexOf<'shift'>[]
const change = fc.record({
  id: fc.constantFrom('s1', 's2', 's3', 's4'),
  gone: fc.boolean(),
  claimedBy: fc.uniqueArray(fc.constantFrom(...people)),
  waitlist: fc.uniqueArray(fc.constantFrom(...people)),
  post: fc.constantFrom('g1', 'g2', null),
}).map(({ id, gone, ...more }) => ({ kind: 'shift' as const, id, value: gone ? null : make('shift', { id, ...more }) }))
const changes = fc.array(change, { maxLength: 12 })
const ids = (records: Iterable<Shift>) => [...records].map(({ id }) => id).sort()

it('[B1] an index gives just the records that a scan would, on a board and on drafts laid over it, whatever changed when', () => {
  fc.assert(fc.property(changes, changes, changes, changes, (first, then, over, above) => {
    const board = new Board()
    first.forEach(one => board.set(one))
    const draft = new Draft(board)
    const upper = new Draft(draft)
    const same = () => {
      for (const reader of [board, draft, upper]) {
        for (const name of names) {
          for (const key of [...people, 'g1', 'g2']) expect(ids(reader.by('shift', name, key))).toEqual(ids([...reader.all('shift')].filter(one => keysOf('shift', name, one).includes(key))))
        }
      }
    }
    same()
    then.forEach(one => board.set(one))
    draft.apply(over)
    upper.apply(above)
    same()
  }), { seed: 10 })
})

it('[B1] a draft without changes of a kind reads what is under it as it is', () => {
  const board = new Board()
  board.set({ kind: 'shift', id: 's1', value: make('shift', { id: 's1' }) })
  const draft = new Draft(board)
  draft.put('place', make('place', {}))
  expect([...draft.all('shift')]).toEqual([...board.all('shift')])
  draft.put('shift', make('shift', { id: 's1', title: 'other' }))
  expect([...draft.all('shift')].map(({ title }) => title)).toEqual(['other'])
})
