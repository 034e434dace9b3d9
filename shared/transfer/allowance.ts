import { Problem } from './problem.ts'
import { longestCell } from './sheet.ts'

/** Limits over all sheets of a file: cells with the empty ones before them, the characters they show, and cells that merged ones fill. */
export const allowed = { cells: 3_000_000, characters: 30_000_000, filled: 2_000_000 } as const
/** Told from time to time how many rows of all sheets have been read. */
export type OnRows = (rows: number) => void
type Counted = keyof typeof allowed

/**
 * Counts what a file unpacks to while it is read. A small file can show one long text in every cell or merge the same rows
 * a thousand times, so its packed and unpacked sizes say little. Throws the problem `bomb`.
 */
export function allowance(onRows: OnRows) {
  let rows = 0
  const used: Record<Counted, number> = { cells: 0, characters: 0, filled: 0 }
  function take(what: Counted, many: number): void {
    used[what] += many
    if (used[what] > allowed[what]) throw new Problem('bomb')
  }
  return {
    row(cells: readonly string[]): void {
      take('cells', cells.length)
      take('characters', cells.reduce((sum, text) => sum + Math.min(text.length, longestCell), 0))
      if (++rows % 1000 === 0) onRows(rows)
    },
    filled: (many: number) => take('filled', many),
  }
}

export type Allowance = ReturnType<typeof allowance>
