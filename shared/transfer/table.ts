import type { Hints } from './columns.ts'
import type { Aside } from './set-aside.ts'
import type { Merge, Row, Sheet } from './sheet.ts'
import { findHead } from './find-head.ts'
import { asideOf } from './set-aside.ts'

/** A sheet as a list: the names of its columns, its rows, and the rows that were set aside. */
export interface Table {
  readonly head: readonly string[]
  /** The line numbers of the head. There are none if no row names the columns, which are then named A, B, C. */
  readonly headLines: readonly number[]
  /** Each row has its line number in the file. */
  readonly rows: readonly Row[]
  readonly aside: readonly { readonly line: number, readonly why: Aside }[]
  /** How many cells got the text of a merged cell above. */
  readonly filled: number
}

const letterOf = (column: number): string => (column > 25 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + column % 26)

/** Copies the text of a merged cell into each of its rows, as a reader of the sheet understands it. */
function filledDown(rows: readonly Row[], merges: readonly Merge[]): { readonly rows: readonly Row[], readonly filled: ReadonlySet<string> } {
  const filled = new Set<string>()
  const tall = merges.filter(one => one.bottom > one.top)
  const byLine = new Map(rows.map(row => [row.line, row]))
  const first = rows[0]?.line ?? 0
  const texts = new Map<number, Map<number, string>>()
  for (const { top, bottom, left } of tall) {
    const text = byLine.get(top)?.cells[left] ?? ''
    if (top < first || !text) continue
    for (let line = top + 1; line <= Math.min(bottom, rows.at(-1)?.line ?? 0); line++) {
      if (byLine.has(line)) texts.set(line, (texts.get(line) ?? new Map<number, string>()).set(left, text))
    }
  }
  const whole = rows.map(({ line, cells }) => {
    const more = texts.get(line)
    if (!more) return { line, cells }
    const all = [...cells]
    for (const [column, text] of more) {
      while (all.length <= column) all.push('')
      if (all[column]) continue
      all[column] = text
      filled.add(`${line}/${column}`)
    }
    return { line, cells: all }
  })
  return { rows: whole, filled }
}

/** The numbers of the empty lines between the first and the last row. */
function gaps(rows: readonly Row[]): number[] {
  return rows.slice(1).flatMap(({ line }, i) => {
    const before = rows[i]?.line ?? line
    return Array.from({ length: line - before - 1 }, (_, k) => before + 1 + k)
  })
}

/** Reads the list on a sheet. `headLine` is the line number that a person chose as the head; 0 means that there is no head. */
export function tableOf<M extends string>(sheet: Sheet, hints: Hints<M>, headLine?: number): Table {
  const found = findHead(sheet.rows, sheet.merges, hints)
  const pointed = headLine === undefined ? -1 : sheet.rows.findIndex(row => row.line === headLine)
  const at = headLine === undefined || found.at.includes(pointed) ? found.at : pointed < 0 ? [] : [pointed]
  const heads = at.flatMap(i => sheet.rows[i] ?? [])
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length))
  const titles = at === found.at ? found.titles : heads[0]?.cells ?? []
  const head = Array.from({ length: width }, (_, column) => titles[column] || letterOf(column))
  const start = (at.at(-1) ?? -1) + 1
  const { rows, filled } = filledDown(sheet.rows.slice(start), sheet.merges)
  const judged = rows.map(row => ({ row, why: asideOf(row, { titles: at.length ? head : [], heads, merges: sheet.merges, filled }) }))
  const aside = [
    ...sheet.rows.slice(0, at[0] ?? 0).map(({ line }) => ({ line, why: 'above' as const })),
    ...judged.flatMap(({ row, why }) => why ? [{ line: row.line, why }] : []),
    ...gaps(rows).map(line => ({ line, why: 'blank' as const })),
  ]
  return { head, headLines: heads.map(({ line }) => line), rows: judged.flatMap(({ row, why }) => why ? [] : [row]), aside, filled: filled.size }
}

/** The sheets from which a person chooses: the visible ones, or all if none is visible. */
export function choosable(sheets: readonly Sheet[]): readonly Sheet[] {
  const shown = sheets.filter(sheet => !sheet.hidden)
  return shown.length ? shown : sheets
}

/** The sheet that most likely contains the list: the one whose head names most columns. */
export function likeliest<M extends string>(sheets: readonly Sheet[], hints: Hints<M>): Sheet | undefined {
  const worth = (sheet: Sheet) => findHead(sheet.rows, sheet.merges, hints)
  return [...choosable(sheets)].map(sheet => ({ sheet, named: worth(sheet).titles.filter(Boolean).length, rows: sheet.rows.length })).sort((a, b) => Number(b.named > 0) - Number(a.named > 0) || Math.sign(b.named - a.named) || b.rows - a.rows)[0]?.sheet
}
