import type { Hints } from './columns.ts'
import type { Merge, Row } from './sheet.ts'
import { narrow } from './cell.ts'
import { guess } from './columns.ts'

/** The indexes of the rows that name the columns (none if no row does), and the names. */
export interface Head { readonly at: readonly number[], readonly titles: readonly string[] }

/** How many rows of a sheet are searched for the head. */
const deep = 40
const longestTitle = 40
const figure = /^[\d.,+\-°'"/:eENSW]+$/

const widthOf = (rows: readonly Row[]): number => Math.max(0, ...rows.map(({ cells }) => cells.length))

/** How many meanings a row names; 0 if it contains a figure or a sentence, which a head never does. */
function worth<M extends string>(titles: readonly string[], hints: Hints<M>): number {
  const full = titles.map(narrow).filter(Boolean)
  if (full.some(title => figure.test(title) || title.length > longestTitle)) return 0
  const found = Object.keys(guess(hints, titles)).length
  return found > 1 || full.length <= 2 ? found : 0
}

/** The titles of a head of two lines: for each column the upper title that spans it, then the lower title. Null if the lines are not one head. */
function paired(upper: Row, lower: Row, merges: readonly Merge[], width: number): string[] | null {
  if (lower.line !== upper.line + 1) return null
  const titles: string[] = []
  for (let column = 0; column < width; column++) {
    const [own = '', below = ''] = [upper.cells[column], lower.cells[column]]
    const span = merges.find(one => one.top === upper.line && one.bottom === upper.line && column >= one.left && column <= one.right)
    // If no cells are merged, an upper title spans the empty cells to its right.
    const from = span ? span.left : own || !below ? column : upper.cells.slice(0, column).findLastIndex(Boolean)
    const above = upper.cells[from] ?? ''
    const spans = span !== undefined || !upper.cells[from + 1]
    if (above && below && !spans) return null
    titles.push(above && below ? `${above} ${below}` : below || own)
  }
  return titles
}

/** Finds the head among the first rows: the row, or two rows, that name most meanings. Titles and notes may be above it. */
export function findHead<M extends string>(rows: readonly Row[], merges: readonly Merge[], hints: Hints<M>): Head {
  const width = widthOf(rows.slice(0, deep))
  let best: Head & { worth: number } = { at: [], titles: [], worth: 0 }
  rows.slice(0, deep).forEach((row, i) => {
    const alone = worth(row.cells, hints)
    if (alone > best.worth) best = { at: [i], titles: row.cells, worth: alone }
    const next = rows[i + 1]
    const both = next && worth(next.cells, hints) >= 0 ? paired(row, next, merges, width) : null
    const bothLines = both && next && !next.cells.some(cell => figure.test(narrow(cell))) ? worth(both, hints) : 0
    if (both && bothLines > best.worth && bothLines > worth(next?.cells ?? [], hints)) best = { at: [i, i + 1], titles: both, worth: bothLines }
  })
  return { at: best.at, titles: best.titles }
}
