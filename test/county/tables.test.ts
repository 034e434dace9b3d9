import type { Counts, Split } from '../../shared/bulletins/summary.ts'
import { expect, it } from 'vitest'
import { readAs } from '../../server/tables/read-as.ts'
import { summary } from '../../shared/bulletins/summary.ts'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { decide } from '../../shared/core/decide.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
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
