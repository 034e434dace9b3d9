import { expect, it } from 'vitest'
import { takeApart } from '../../build/words-apart.ts'

const long = (text: string) => text.repeat(80)
const pair = (mark: string) => `{ zh: "${long(mark)}", "zh-Hant": "${long(mark)}", en: "${long(mark)}" }`
const apart = (code: string) => takeApart(code, ['zh', 'zh-Hant', 'en'], (at, lang) => `W[${at}].${lang}`)

it('[LD2] words are taken out of a script where they are a constant, or given to a call, also inside a function and by their names', () => {
  const { found, edits } = apart(`const zh = "${long('a')}", hant = "${long('b')}", en = "${long('c')}"; words({ zh: zh, "zh-Hant": hant, en: en }); const setup = () => { words(${pair('d')}) }; const deeds = ${pair('e')}`)
  expect([found.zh, found['zh-Hant'], found.en].map(all => all.map(text => text.slice(1, 2)))).toEqual([['e', 'a', 'd'], ['e', 'b', 'd'], ['e', 'c', 'd']])
  expect(edits.filter(one => one.text.startsWith('get'))).toHaveLength(9)
})

it('[LD2] an object with the names of the languages that a function makes, or keeps, is no words and stays', () => {
  expect(apart(`const make = () => ${pair('a')}; function keep() { const kept = ${pair('b')}; kept.zh = "other"; return kept }; class Tags { all = ${pair('c')} }`)).toMatchObject({ edits: [] })
})
