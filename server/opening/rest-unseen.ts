import type { IncidentBoard } from '../incidents.ts'

interface Options {
  /** Whether somebody has a page of this incident open. */
  readonly watches: (incident: string) => boolean
  /** Whether this server writes: of several, the scheduled work of all boards is there. */
  readonly writes: boolean
  /** For how long (ms) nobody has looked at it. */
  readonly after: number
}

/** Leaves boards out of memory that nobody looks at. On the server that writes, the clock of an incident that goes on needs its board. */
export function restUnseen(boards: readonly Pick<IncidentBoard, 'id' | 'authority'>[], { watches, writes, after }: Options): void {
  for (const { id, authority: { board, waiting } } of boards) {
    const over = () => Boolean(board.get('incident', 'incident')?.ended)
    if (watches(id)) board.use()
    else if (performance.now() - board.usedAt >= after && waiting === 0 && (!writes || over())) board.rest()
  }
}
