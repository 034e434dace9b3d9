import { expect, it } from 'vitest'
import { readLine, splitLine, withEntry } from '../../client/supplies/notes/entry.ts'
import { narrow } from '../../client/supplies/stock-table.ts'
import { make } from '../support/given.ts'

const item = (id: string, zh: string, en: string, codes?: Readonly<Record<string, number>>) => ({ id, zh, en, measure: { zh: '只', en: 'pcs' }, perDay: {}, shelfDays: null, ...codes && { codes } })
const catalogue = [item('glove', '防护手套', 'Gloves', { 2000000000015: 100 }), item('mask', 'N95 口罩', 'N95 mask'), item('oil', '食用油', 'Cooking oil')]
const sounds: Readonly<Record<string, readonly string[]>> = { 手: ['shou'], 套: ['tao'], 口: ['kou'], 罩: ['zhao'] }
const readings = (character: string) => sounds[character] ?? []
const read = (line: string) => readLine(line, catalogue, readings)

it('[F46] a line of a note is an item by name, pinyin, initials or code, with or without a quantity', () => {
  expect(read('手套 200')).toEqual({ supply: 'glove', quantity: 200, scanned: false })
  expect(read('防护手套\t1,200只')).toEqual({ supply: 'glove', quantity: 1200, scanned: false })
  expect(read('　手套×３０ 只')).toEqual({ supply: 'glove', quantity: 30, scanned: false })
  expect(read('shoutao 5')).toEqual({ supply: 'glove', quantity: 5, scanned: false })
  expect(read('kz')).toEqual({ supply: 'mask', quantity: null, scanned: false })
  expect(read('gloves x 12')).toEqual({ supply: 'glove', quantity: 12, scanned: false })
  expect(read('2000000000015')).toEqual({ supply: 'glove', quantity: 100, scanned: true })
  expect(read('mask')).toEqual({ supply: 'mask', quantity: 1, scanned: true })
  expect(read('黄金 5')).toBeNull()
  expect(read('')).toBeNull()
})

it('[F46] a number that is part of a name is no quantity, and an absurd one is none either', () => {
  expect(read('N95')).toEqual({ supply: 'mask', quantity: null, scanned: false })
  expect(read('N95 口罩 200')).toEqual({ supply: 'mask', quantity: 200, scanned: false })
  expect(splitLine('手套 99999999', catalogue, readings)).toEqual({ words: '手套 99999999', quantity: null })
  expect(splitLine('200', catalogue, readings)).toEqual({ words: '200', quantity: null })
})

it('[F46] a second scan adds a pack to its line, a typed quantity replaces it', () => {
  const once = withEntry([], { supply: 'glove', quantity: 100, scanned: true })
  const twice = withEntry(once, { supply: 'glove', quantity: 100, scanned: true })
  expect(twice).toEqual([{ supply: 'glove', quantity: 200 }])
  expect(withEntry(twice, { supply: 'glove', quantity: 30, scanned: false })).toEqual([{ supply: 'glove', quantity: 30 }])
  expect(withEntry(twice, { supply: 'glove', quantity: null, scanned: false })).toEqual(twice)
  expect(withEntry(twice, { supply: 'oil', quantity: null, scanned: false })).toEqual([...twice, { supply: 'oil', quantity: null }])
})

it('[F46] the search of the stock table narrows rows by items and columns by places', () => {
  const places = [make('place', { id: 'p1', name: '市级仓库' }), make('place', { id: 'p2', name: '吉水镇仓库' })]
  const found = (query: string) => {
    const { items, places: columns } = narrow(query, catalogue, places, readings)
    return [items.map(one => one.id), columns.map(one => one.id)]
  }
  expect(found('')).toEqual([['glove', 'mask', 'oil'], ['p1', 'p2']])
  expect(found('手套')).toEqual([['glove'], ['p1', 'p2']])
  expect(found('吉水')).toEqual([['glove', 'mask', 'oil'], ['p2']])
  expect(found('吉水 手套')).toEqual([['glove'], ['p2']])
  expect(found('黄金')).toEqual([[], []])
})
