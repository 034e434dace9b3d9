/** A board, and the address of the server that decides its commands. */
export interface Held { readonly board: string, readonly address: string }

/**
 * The boards that must go to another server, with its address: those of a server that does not run, and of others as many as it takes until no two
 * differ by more than one. Whoever has fewest gets the next; `first` before others that have as many, so that a single board does not wander.
 */
export function spread(held: readonly Held[], running: readonly string[], first: string): Held[] {
  const boards = new Map(running.map(address => [address, held.filter(one => one.address === address).map(({ board }) => board)]))
  const byLoad = () => [...boards].sort(([a, some], [b, others]) => some.length - others.length || Number(b === first) - Number(a === first))
  const moves: Held[] = []
  function give(board: string): void {
    const [address, own] = byLoad()[0]!
    own.push(board)
    moves.push({ board, address })
  }
  if (!running.length) return []
  held.filter(({ address }) => !boards.has(address)).forEach(({ board }) => give(board))
  for (;;) {
    const [least, most] = [byLoad()[0]![1], byLoad().at(-1)![1]]
    if (most.length - least.length <= 1) return moves
    give(most.shift()!)
  }
}
