import type { Doubt } from '../../shared/transfer/place-rows.ts'
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { county } from '../../shared/county/lianjiang/county.ts'
import { guess, placeHints } from '../../shared/transfer/columns.ts'
import { sortPlaces } from '../../shared/transfer/place-rows.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { likeliest, tableOf } from '../../shared/transfer/table.ts'

interface Expected { readonly name: string, readonly rows: readonly { readonly line: number, readonly cells: readonly string[] }[], readonly aside?: Readonly<Record<string, number>>, readonly hidden?: readonly string[], readonly headless?: boolean }
const folder = new URL('messy/', import.meta.url)
const json = (name: string) => JSON.parse(fs.readFileSync(new URL(name, folder), 'utf8'))

function tableIn(name: string) {
  const sheets = readSheets(name, Uint8Array.from(fs.readFileSync(new URL(name, folder))))
  const sheet = likeliest(sheets, placeHints)!
  return { sheets, sheet, table: tableOf(sheet, placeHints) }
}

describe('[F10] [IM1] files as offices send them, each with its rows and their lines (make-messy.mjs writes the folder)', () => {
  it.each(json('expected.json') as Expected[])('$name', ({ name, rows, aside, hidden, headless }) => {
    const { sheets, table } = tableIn(name)
    expect(table.rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, rows[0]!.cells.length) }))).toEqual(rows)
    expect(table.headLines.length === 0).toBe(headless ?? false)
    expect(sheets.filter(sheet => sheet.hidden).map(sheet => sheet.name)).toEqual(hidden ?? [])
    for (const [why, many] of Object.entries(aside ?? {})) expect([why, table.aside.filter(one => one.why === why).length]).toEqual([why, many])
  })
})

it('[F10] [IM2] a bureau\'s sheet: 410 of 410 places come in, and each unknown word is one question', () => {
  const { sheet, table } = tableIn('bureau.xlsx')
  const expected = json('bureau.json') as { name: string, kind: string, township: string, lng: number, lat: number }[]
  const options = { county, head: table.head, mapping: guess(placeHints, table.head), datum: 'WGS-84', kind: '', township: '', places: [], confirmed: new Set<Doubt>() } as const
  const before = sortPlaces(table.rows, { ...options, answers: { kind: new Map(), township: new Map() } })
  expect([sheet.name, table.rows.length, table.aside.length]).toEqual(['底数', 410, 27])
  expect(before.asked.kind.map(one => [one.word, one.likely, one.lines.length])).toEqual([['敬老院', 'careHome', 63], ['核酸采样点', 'samplingSite', 63], ['隔离酒店', 'quarantineSite', 63], ['联合检疫点', 'checkpoint', 63], ['中心小学', 'school', 63], ['卫生院', 'hospital', 53]])

  const kind = new Map(before.asked.kind.map(one => [one.word, one.likely ?? '']))
  const { fresh, bad, doubtful, asked } = sortPlaces(table.rows, { ...options, answers: { kind, township: new Map() } })
  expect([fresh.length, bad.length, doubtful.length, asked.kind.length]).toEqual([410, 0, 0, 0])
  expect(fresh.map(({ name, kind: of, township, lng, lat }) => ({ name, kind: of, township, lng, lat }))).toEqual(expected)
})
