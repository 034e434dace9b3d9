import fs from 'node:fs'
import { expect, it } from 'vitest'
import { rows as faults, ways } from '../fault/rows.ts'
import { cellOf, fallsShort, head } from '../fault/table.ts'
import { sources } from '../support/sources.ts'

/** The rows of a page's tables: first cell, the others. */
const table = (page: string): (readonly string[])[] => fs.readFileSync(`docs/${page}.md`, 'utf8').split('\n').filter(line => /^\| (?:[A-Z]*\d+|[A-Z]+) \|/.test(line)).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
const named = new Map<string, Set<string>>()
for (const file of sources('test').filter(one => one.endsWith('.test.ts'))) {
  for (const line of fs.readFileSync(file, 'utf8').split('\n').filter(one => /\b(?:it|test|describe)\b/.test(one))) {
    for (const [, id = ''] of line.matchAll(/\[([A-Z]+\d+)\]/g)) named.set(id, (named.get(id) ?? new Set()).add(file))
  }
}
const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)

it('every feature is in docs/features.md once, with a state', () => {
  const rows = table('features')
  expect(rows.map(([id]) => id)).toEqual(Array.from({ length: 99 }, (_, i) => `F${String(i + 1).padStart(2, '0')}`))
  for (const [id, , state, missing] of rows) {
    expect(['done', 'part', 'open'], id).toContain(state)
    expect(state === 'part', `${id}: only a part says what is missing`).toBe(missing !== '' && state !== 'open')
  }
})

it('each test file listed for a feature names it, and no test names an open feature', () => {
  for (const [id = '', , state, , tests = ''] of table('features')) {
    const files = quoted(tests).map(name => `test/${name}.test.ts`)
    for (const file of files) expect([...named.get(id) ?? []], `${id}: ${file}`).toContain(file)
    if (state === 'done') expect(files.length, `${id} is done, and no test shows it`).toBeGreaterThan(0)
    if (state === 'open') expect([...named.get(id) ?? []], `${id} is open, and a test names it`).toEqual([])
  }
})

it('every feature that a test names is in docs/features.md', () => {
  const known = new Set(table('features').map(([id]) => id))
  expect([...named.keys()].filter(id => /^F\d+$/.test(id) && !known.has(id))).toEqual([])
})

it('docs/promises.md names every row of the bench and every fault, and no others', () => {
  const cells = table('promises').flatMap(row => quoted(row[4] ?? ''))
  const list = /const all[^=]*=>[^=]*= \{([^}]*)\}/.exec(fs.readFileSync('test/bench/main.ts', 'utf8'))?.[1] ?? ''
  const benches = [...list.matchAll(/(\w+):/g)].map(([, name = '']) => `bench ${name}`)
  expect([...new Set(cells)].sort()).toEqual([...benches, ...Object.keys(faults).map(name => `fault ${name}`)].sort())
})

it('a promise has one row and a state, and a promise that is done has something that shows it', () => {
  const rows = table('promises')
  expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length)
  for (const [id, , state, , shown = ''] of rows) {
    expect(['done', 'part', 'open'], id).toContain(state)
    if (state === 'done') expect(shown, `${id} is done, and nothing shows it`).not.toBe('')
    for (const number of shown.replace(/`[^`]*`/g, '').match(/[A-Z]+\d+/g) ?? []) expect(named.has(number), `${id}: no test carries ${number}`).toBe(true)
  }
})

it('the README shows the table that all faults print: every way to run one once, with what is missing of its promises', async () => {
  const [, shown = ''] = fs.readFileSync('README.md', 'utf8').split(`${head}\n`)
  const lines = shown.slice(0, shown.indexOf('\n\n')).split('\n').map(line => line.slice(2, -2).split(' | '))
  expect(lines.map(([cell]) => cell)).toEqual((await ways()).map(cellOf))
  for (const [cell = '', , seed, result, , missing] of lines) {
    expect(['holds', '**fails**', '**broke off**'], cell).toContain(result)
    expect(Number(seed), cell).toBeGreaterThanOrEqual(result === '**broke off**' ? 0 : 1)
    expect(missing?.trim(), cell).toBe(fallsShort(cell.slice(1, -1).split(' ')[0]!))
  }
})
