/** One row of a file: its line number as in Excel (from 1), and its cells as text. */
export interface Row { readonly line: number, readonly cells: readonly string[] }

/** A range of merged cells: lines from 1, columns from 0, both ends included. */
export interface Merge { readonly top: number, readonly bottom: number, readonly left: number, readonly right: number }

/** One sheet of a file. A CSV file is one sheet without a name. */
export interface Sheet {
  readonly name: string
  /** Whether the sheet is hidden in the file. A hidden sheet is named on the page, and read only if no sheet is visible. */
  readonly hidden: boolean
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
  /** How many cells were cut because they were longer than `longestCell`. */
  readonly cut: number
}

export const mostRows = 50_000
/** The longest text of a cell, in UTF-16 units. */
export const longestCell = 2000
