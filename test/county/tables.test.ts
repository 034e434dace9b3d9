import type { Counts, Split } from '../../shared/bulletins/summary.ts'
import type { TableKind } from '../../shared/tables/field.ts'
import { expect, it } from 'vitest'
import { readAs } from '../../server/tables/read-as.ts'
import { summary } from '../../shared/bulletins/summary.ts'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { decide } from '../../shared/core/decide.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { hasLeft } from '../../shared/settled.ts'
import { fieldsFor } from '../../shared/tables/fields.ts'
import { tableKinds } from '../../shared/tables/records.ts'
import { naming } from '../../shared/tables/sheet.ts'
import { tableWords } from '../../shared/tables/words.ts'

const { county } = folder
const facts = factsOf(county)
const now = Date.parse('2026-05-23T16:42:00+08:00')
const tale = folder.drill!(now, 506)
const people = new Map(tale.people.map(person => [person.id, person]))
const board = new Board()
for (const { actor, at, command } of tale.steps) {
  for (const change of decide(board, command, { actor: people.get(actor)!, now: at, real: at, facts })) board.set(change)
}
const read = (person: string, table: string) => readAs({ board, now: () => now }, people.get(person)!, table, county)!

it('[F77] [TB2] the county\'s daily form is rebuilt as tables: each figure by township, aspect and unit is the bulletin\'s, and nobody typed it', () => {
  const figures = summary(board, spanAt(now, facts), now, facts)
  const name = naming(county, tableWords.zh, one => one.zh)
  const parts: readonly (readonly [string, Split, 'township' | 'aspect' | 'unit'])[] = [['tb-townships', 'byTownship', 'township'], ['tb-aspects', 'byAspect', 'aspect'], ['tb-units', 'byUnit', 'unit']]
  for (const [table, split, choices] of parts) {
    const { columns, lines } = read('p-coord-1', table)
    expect(columns.slice(2).map(({ title }) => title)).toEqual(['累计发现', '今日新增', '已销号', '跟进中', '逾期'])
    const rows = new Map(lines.filter(line => !line.sums).map(({ cells }) => [cells[0], cells.slice(2)]))
    const row = ({ found, foundToday, closed, followed, overdue }: Counts) => [found, foundToday, closed, followed, overdue]
    const groups = Object.entries(figures[split]) as [string, Counts][]
    expect(rows.size).toBe(groups.length)
    for (const [id, counts] of groups) expect(rows.get(id === 'none' ? '未填' : name(choices, id)), id).toEqual(row(counts))
    expect(lines.at(-1)).toEqual({ sums: true, cells: ['合计', figures.found, ...row(figures)] })
  }
  expect(figures.found).toBe(369)
})

it('[F77] [TB2] the same table holds for a township and for a unit only what they see', () => {
  const officer = [...people.values()].find(({ role }) => role === 'officer')!
  const unit = [...people.values()].find(({ role }) => role === 'unit')!
  const issues = [...board.all('issue')]
  const total = (person: string) => read(person, 'tb-townships').lines.at(-1)?.cells[1]
  expect(total(officer.id)).toBe(issues.filter(one => one.township === officer.township).length)
  expect(total(unit.id)).toBe(issues.filter(one => one.unit === unit.unit).length)
  expect(read(officer.id, 'tb-townships').lines.filter(line => !line.sums)).toHaveLength(1)
})

/** A shared table of a kind with these fields and no sums for groups. */
function tableOf(of: TableKind, fields: readonly string[]): string {
  const args = { table: `all-${of}-${fields[0]}`, version: 0, name: of, of, columns: fields.map(field => ({ field, sum: true })), filters: [], group: null, rows: true, settled: false, shared: 'all' }
  for (const change of decide(board, { id: args.table, name: 'saveTable', args }, { actor: people.get('p-coord-1')!, now, real: now, facts })) board.set(change)
  return args.table
}

it('[F77] [TB2] a table of any kind lists for each reader the records that this reader sees, and no others', () => {
  const readers = [...people.values()].filter(({ id, role }) => ['p-coord-1', 'p-insp-1'].includes(id) || role === 'officer' || role === 'unit')
  const told = new Set<string>()
  for (const of of tableKinds as readonly TableKind[]) {
    const table = tableOf(of, Object.keys(fieldsFor(of)).slice(0, 20))
    for (const reader of readers) {
      const seen = [...board.all(of)].filter(record => !hasLeft(board.get('incident', 'incident'), of, record) && visible(audienceOf(reader), of, record))
      const { lines, left } = read(reader.id, table)
      expect(lines.filter(line => !line.sums).length + left, `${of} for ${reader.id}`).toBe(seen.length)
      if (seen.length) told.add(of)
    }
  }
  for (const of of ['round', 'sampling', 'quarantine', 'batch', 'transfer', 'exposure', 'reopening', 'selfReport']) expect(told, of).toContain(of)
})

it('[F77] [TB2] in a table another department reads no rooms and no note of a batch, and headquarters no figure from one to four, also not by its sum', () => {
  const batch = [...board.all('batch')].find(one => one.rooms.length && one.unit !== null)!
  const alien = [...people.values()].find(({ role, unit }) => role === 'unit' && unit !== batch.unit)!
  board.set({ kind: 'batch', id: batch.id, value: { ...batch, note: '两人过敏' } })
  const batches = tableOf('batch', ['heads', 'roomsTaken', 'note'])
  const rows = (reader: string, table: string) => read(reader, table).lines.map(({ cells }) => cells)
  expect(rows('p-coord-1', batches)).toContainEqual([batch.heads, batch.rooms.length, '两人过敏'])
  expect(rows(alien.id, batches)).toContainEqual([batch.heads, 0, ''])
  expect(JSON.stringify(rows(alien.id, batches))).not.toContain('过敏')

  const officer = [...people.values()].find(({ role }) => role === 'officer')!
  for (const { id } of board.all('helpCount')) board.set({ kind: 'helpCount', id, value: null })
  const help = { grid: null, newAt: now, urgentAt: null, risenAt: null, farAt: null }
  board.set({ kind: 'helpCount', id: officer.township!, value: { ...help, id: officer.township!, township: officer.township!, open: 3, waiting: 2, urgent: 0 } })
  board.set({ kind: 'helpCount', id: 'elsewhere', value: { ...help, id: 'elsewhere', township: 'elsewhere', open: 40, waiting: 10, urgent: 7 } })
  const counts = tableOf('helpCount', ['unsettled', 'waiting', 'urgent'])
  expect(rows('p-coord-1', counts)).toEqual([[null, null, 0], [40, 10, 7], [null, null, 7]])
  expect(rows(officer.id, counts)).toEqual([[3, 2, 0], [3, 2, 0]])
})
