/** One row of a file: its line as Excel numbers it (from 1), and its cells as text. */
export interface Row { readonly line: number, readonly cells: readonly string[] }

/** Cells that are shown as one: lines from 1, columns from 0, both ends included. */
export interface Merge { readonly top: number, readonly bottom: number, readonly left: number, readonly right: number }

/** One sheet of a file. A CSV file is one sheet without a name. */
export interface Sheet {
  readonly name: string
  /** Hidden by the person who made the file: named, and not read unless it is the only one. */
  readonly hidden: boolean
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
  /** How many cells were longer than `longestCell` and are kept in part. */
  readonly cut: number
}

export const mostRows = 50_000
/** In UTF-16 units. */
export const longestCell = 2000
