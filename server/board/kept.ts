/** The most that is kept of one board. */
const most = 2000

interface Kept { readonly seq: number, readonly values: Map<string, unknown> }
const boards = new WeakMap<object, Kept>()

/** What `make` works out of a board. It is kept under this name until the board changes, so that one at rest need not be read for it. */
export function kept<T>(board: { readonly seq: number }, name: string, make: () => T): T {
  let known = boards.get(board)
  if (known?.values.has(name) && known.seq === board.seq) return known.values.get(name) as T
  const value = make()
  // Reading a board at rest may have brought it up to date.
  if (known?.seq !== board.seq || known.values.size >= most) boards.set(board, known = { seq: board.seq, values: new Map() })
  known.values.set(name, value)
  return value
}
