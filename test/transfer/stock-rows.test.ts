import { expect, it } from 'vitest'
import { guess, stockHints } from '../../shared/transfer/columns.ts'
import { sortStock } from '../../shared/transfer/stock-rows.ts'
import { county } from '../support/county.ts'
import { make } from '../support/given.ts'

const places = [make('place', { id: 'p1', name: 'North depot' }), make('place', { id: 'p2', name: 'Old depot', retired: true })]
const mapping = guess(stockHints, ['仓库', '物资名称', '库存数量'])
const numbered = (rows: readonly string[][]) => rows.map((cells, i) => ({ line: i + 2, cells }))
const none = { place: new Map<string, string>(), item: new Map<string, string>() }
const sort = (rows: string[][], more: Partial<Parameters<typeof sortStock>[1]> = {}) => sortStock(numbered(rows), { county, places, mapping, known: () => false, withdrawn: () => false, list: 'may.xlsx', answers: none, ...more })

it('[F46] [IM4] in a list of stock a bad row says why and stops no good one, and an unknown word is a question', () => {
  const { good, bad, asked, waiting } = sort([['north  depot', 'glove', '1,200'], ['Old depot', 'glove', '1'], ['North depot', 'gold', '1'], ['North depot', 'formula', '-3'], ['North depot', 'glove', '5'], ['North depot', 'formula', ''], ['North depot', 'formula', '1.2E+06'], ['North depot', 'formula', '３０个']])
  expect(good).toMatchObject([{ line: 2, place: 'p1', supply: 'glove', quantity: 1200 }, { line: 9, supply: 'formula', quantity: 30 }])
  expect(bad.map(row => [row.line, row.fault])).toEqual([[5, 'bad_quantity'], [6, 'twice'], [7, 'bad_quantity'], [8, 'lost_digits']])
  expect([asked.place.map(one => one.word), asked.item.map(one => one.word), waiting]).toEqual([['Old depot'], ['gold'], 2])
})

it('[F46] [IM4] a depot name that fits two places is asked about and never guessed', () => {
  const twins = [make('place', { id: 'a', name: '物资仓库', township: 'north' }), make('place', { id: 'b', name: '物资仓库', township: 'south' })]
  const rows = [['物资仓库', 'glove', '5']]
  const before = sort(rows, { places: twins })
  expect([before.good, before.asked.place[0]?.word, before.candidates('物资 仓库')]).toEqual([[], '物资仓库', ['a', 'b']])
  expect(sort(rows, { places: twins, answers: { ...none, place: new Map([['物资仓库', 'b']]) } }).good).toMatchObject([{ place: 'b' }])
})

it('[F46] [K10] the same list twice adds nothing, unless it was taken back; the same row in another list is another line', () => {
  const rows = [['North depot', 'glove', '5']]
  const first = sort(rows).good[0]?.move ?? ''
  expect(sort(rows, { known: move => move === first })).toMatchObject({ good: [], known: 1 })
  const taken = [first, `${first}-2`]
  expect(sort(rows, { known: move => taken.includes(move), withdrawn: move => taken.includes(move) }).good).toMatchObject([{ move: `${first}-3`, quantity: 5 }])
  expect(sort(rows, { list: 'june.xlsx' }).good[0]?.move).not.toBe(first)
})
