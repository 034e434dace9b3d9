import { expect, it } from 'vitest'
import { guessStock, sortStock } from '../../client/supplies/stock-rows.ts'
import { county } from '../support/county.ts'
import { make } from '../support/given.ts'

const places = [make('place', { id: 'p1', name: 'North depot' }), make('place', { id: 'p2', name: 'Old depot', retired: true })]
const mapping = guessStock(['仓库', '物资名称', '库存数量'])
const sort = (rows: string[][], known: (move: string) => boolean = () => false) => sortStock(rows, { county, places, mapping, known, list: 'may.xlsx' })

it('[F46] a list of stock: a bad row says why and stops no good one', () => {
  const { good, bad } = sort([['north  depot', 'glove', '1,200'], ['Old depot', 'glove', '1'], ['North depot', 'gold', '1'], ['North depot', 'formula', '-3'], ['North depot', 'glove', '5'], ['North depot', 'formula', '']])
  expect(good).toMatchObject([{ place: 'p1', supply: 'glove', quantity: 1200 }])
  expect(bad.map(row => [row.line, row.fault])).toEqual([[3, 'unknown_place'], [4, 'unknown_item'], [5, 'bad_quantity'], [6, 'twice'], [7, 'bad_quantity']])
})

it('[F46] the same list twice adds nothing; the same row in another list is another line', () => {
  const rows = [['North depot', 'glove', '5']]
  const first = sort(rows).good[0]?.move ?? ''
  expect(sort(rows, move => move === first)).toMatchObject({ good: [], known: 1 })
  expect(sortStock(rows, { county, places, mapping, known: () => false, list: 'june.xlsx' }).good[0]?.move).not.toBe(first)
})
