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
  startsAt: fc.integer({ min: 0, max: 9 }),
}).map(({ id, gone, ...more }) => ({ kind: 'shift' as const, id, value: gone ? null : make('shift', { id, ...more }) }))
const changes = fc.array(change, { maxLength: 12 })
const ids = (records: Iterable<Shift>) => [...records].map(({ id }) => id).sort()

it('[B1] an index gives the same records as a scan, on a board and on drafts over it, after any changes', () => {
  fc.assert(fc.property(changes, changes, changes, changes, (first, then, over, above) => {
    const board = new Board()
    first.forEach(one => board.set(one))
    const draft = new Draft(board)
    const upper = new Draft(draft)
    const same = () => {
      for (const reader of [board, draft, upper]) {
        for (const name of names) {
          const keys = [...reader.all('shift')].flatMap(one => keysOf('shift', name, one))
          expect([...reader.keys('shift', name)]).toEqual(expect.arrayContaining(keys))
          if (reader === board) expect(new Set(board.keys('shift', name))).toEqual(new Set(keys))
          for (const key of people) {
            for (const [from, until] of [[0, 10], [3, 6], [-Infinity, 5], [5, 5]] as const) {
              const spanned = [...reader.all('shift')].filter(one => keysOf('shift', name, one).includes(key) && one.startsAt >= from && one.startsAt < until)
              expect(reader.within('shift', name, key, from, until)).toEqual(spanned.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)))
            }
          }
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

it('[B1] a draft without changes of a kind reads the board below unchanged', () => {
  const board = new Board()
  board.set({ kind: 'shift', id: 's1', value: make('shift', { id: 's1' }) })
  const draft = new Draft(board)
  draft.put('place', make('place', {}))
  expect([...draft.all('shift')]).toEqual([...board.all('shift')])
  draft.put('shift', make('shift', { id: 's1', title: 'other' }))
  expect([...draft.all('shift')].map(({ title }) => title)).toEqual(['other'])
})

it('[B1] a rule may change what it is just reading: each record is read, and the reading ends', () => {
  const board = new Board()
  for (const id of ['s1', 's2', 's3']) board.set({ kind: 'shift', id, value: make('shift', { id, post: 'g1' }) })
  const draft = new Draft(board)
  draft.put('shift', make('shift', { id: 's3', post: 'g1', note: 'x' }))
  const read = new Set<string>()
  for (const shift of draft.by('shift', 'post', 'g1')) {
    read.add(shift.id)
    draft.put('shift', { ...shift, note: 'y' })
  }
  expect([...read].sort()).toEqual(['s1', 's2', 's3'])
  expect([...draft.all('shift')].map(({ note }) => note)).toEqual(['y', 'y', 'y'])
})
