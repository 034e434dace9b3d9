import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keptOrder, shelve } from '../../client/shell/lists/shelves.ts'

const record = fc.record({ id: fc.constantFrom(...'abcdefghij'), turn: fc.nat(3) })
const byTurn = (a: { turn: number }, b: { turn: number }) => a.turn - b.turn

it('[SC4] a list that is kept in order equals a newly sorted one after any additions, changes and removals', () => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(record, { selector: one => one.id }), { maxLength: 6 }), (boards) => {
    const order = keptOrder<{ id: string, turn: number }>()
    let before: readonly { id: string, turn: number }[] = []
    for (const next of boards) {
      // What did not change is the same object, as on the board.
      const board = next.map(one => before.find(old => old.id === one.id && old.turn === one.turn) ?? one)
      before = board
      expect(order(board, byTurn)).toEqual([...board].sort((a, b) => byTurn(a, b) || (a.id < b.id ? -1 : 1)))
    }
  }), { verbose: true })
})

it('[SC4] one change among thousands costs one pass, not a sort', () => {
  const order = keptOrder<{ id: string, turn: number }>()
  const board = Array.from({ length: 4000 }, (_, i) => ({ id: `i${i}`, turn: (i * 2654435761) % 4001 }))
  order(board, byTurn)
  let asked = 0
  order([...board.slice(0, 2000), { id: 'i2000', turn: 7 }, ...board.slice(2001)], (a, b) => {
    asked++
    return byTurn(a, b)
  })
  expect(asked).toBeLessThan(4100)
})

it('[SC4] a list builds the text only for rows that are shown', () => {
  const worded: number[] = []
  const groups = shelve(Array.from({ length: 5000 }, (_, i) => i), [['even', i => i % 2 === 0], ['low', i => i < 10], ['none', () => false]], i => ({
    key: `issue/${i}`,
    row: () => {
      worded.push(i)
      return { key: `issue/${i}`, title: String(i), sub: '', right: '', rightSub: '' }
    },
  }))
  expect(groups.map(({ title, lines }) => [title, lines.length])).toEqual([['even', 2500], ['low', 5]])
  expect(worded).toEqual([])
  expect(groups[1]?.lines[1]?.row().title).toBe('3')
  expect(worded).toEqual([3])
})
