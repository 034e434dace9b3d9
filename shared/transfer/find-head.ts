import type { Hints } from './columns.ts'
import type { Merge, Row } from './sheet.ts'
import { narrow } from './cell.ts'
import { guess } from './columns.ts'

/** The rows that name the columns, by their index, and the names; no index when no row does. */
export interface Head { readonly at: readonly number[], readonly titles: readonly string[] }

/** A head lies within the first rows of a sheet. */
const deep = 40
const longestTitle = 40
const figure = /^[\d.,+\-°'"/:eENSW]+$/

const widthOf = (rows: readonly Row[]): number => Math.max(0, ...rows.map(({ cells }) => cells.length))

/** How many meanings a row names; none when it holds a figure or a sentence, as a head never does. */
function worth<M extends string>(titles: readonly string[], hints: Hints<M>): number {
  const full = titles.map(narrow).filter(Boolean)
  if (full.some(title => figure.test(title) || title.length > longestTitle)) return 0
  const found = Object.keys(guess(hints, titles)).length
  return found > 1 || full.length <= 2 ? found : 0
}

/** Two lines as one head: each column has the lower title below the upper one that spans it. Null if they are not one head. */
function paired(upper: Row, lower: Row, merges: readonly Merge[], width: number): string[] | null {
  if (lower.line !== upper.line + 1) return null
  const titles: string[] = []
  for (let column = 0; column < width; column++) {
    const [own = '', below = ''] = [upper.cells[column], lower.cells[column]]
    const span = merges.find(one => one.top === upper.line && one.bottom === upper.line && column >= one.left && column <= one.right)
    // Without merged cells, an upper title spans the empty cells to its right.
    const from = span ? span.left : own || !below ? column : upper.cells.slice(0, column).findLastIndex(Boolean)
    const above = upper.cells[from] ?? ''
    const spans = span !== undefined || !upper.cells[from + 1]
    if (above && below && !spans) return null
    titles.push(above && below ? `${above} ${below}` : below || own)
  }
  return titles
}

/** The head among the first rows: where most columns have a meaning. Titles and notes may stand above it. */
export function findHead<M extends string>(rows: readonly Row[], merges: readonly Merge[], hints: Hints<M>): Head {
  const width = widthOf(rows.slice(0, deep))
  let best: Head & { worth: number } = { at: [], titles: [], worth: 0 }
  rows.slice(0, deep).forEach((row, i) => {
    const alone = worth(row.cells, hints)
    if (alone > best.worth) best = { at: [i], titles: row.cells, worth: alone }
    const next = rows[i + 1]
    const both = next && worth(next.cells, hints) >= 0 ? paired(row, next, merges, width) : null
    const together = both && next && !next.cells.some(cell => figure.test(narrow(cell))) ? worth(both, hints) : 0
    if (both && together > best.worth && together > worth(next?.cells ?? [], hints)) best = { at: [i, i + 1], titles: both, worth: together }
  })
  return { at: best.at, titles: best.titles }
}
