import { expect, it } from 'vitest'
import { spread } from '../../server/cluster/spread.ts'

const held = (...all: readonly string[]) => all.map((address, i) => ({ board: `b${i}`, address }))
const after = (before: ReturnType<typeof held>, running: readonly string[], first: string) => {
  const moves = new Map(spread(before, running, first).map(({ board, address }) => [board, address]))
  return before.map(({ board, address }) => moves.get(board) ?? address).join('')
}

it('[CL13] boards of a server that does not run go to those that have fewest, the writer first', () => {
  expect(after(held('x'), ['a', 'b', 'c'], 'b')).toBe('b')
  expect(after(held('', '', '', ''), ['a', 'b', 'c'], 'b')).toBe('bacb')
  expect(after(held('a', 'a', 'x', 'b'), ['a', 'b'], 'a')).toBe('aabb')
})

it('[CL13] no two servers differ by more than one board, and no more boards move than it takes', () => {
  expect(after(held('a', 'a', 'a', 'a'), ['a', 'b', 'c'], 'a')).toBe('bcaa')
  for (const even of [held('a'), held('b'), held('a', 'a', 'b')]) expect(spread(even, ['a', 'b'], 'a')).toEqual([])
  expect(spread(held('a', 'b'), [], 'a')).toEqual([])
  const many = held(...Array.from({ length: 100 }, () => 'a'))
  const moves = spread(many, ['a', 'b', 'c'], 'a')
  expect(moves.length).toBe(66)
  expect(new Set(moves.map(({ board }) => board)).size).toBe(66)
})
