import type { RequestHandler } from 'express'
import type { Room } from '../../shared/core/protocol.ts'

interface Sources {
  readonly room: () => Room
  /** Reads something from the database; throws if it cannot. */
  readonly read: () => unknown
  readonly boards: () => readonly { readonly waitingSince: () => number | null }[]
  /** What this server, as one of several, has not reached for too long. */
  readonly cutOff?: () => readonly string[]
  readonly now: () => number
}

/** Beyond this many ms in the queue, a command waits too long. */
const patience = 10_000

/** Whether this process does its work now: 200, or 503 with the reasons. `/health` says only that it runs. */
export function readyPage({ room, read, boards, cutOff = () => [], now }: Sources): RequestHandler {
  function* reasons() {
    if (room() === 'full') yield 'storage_full'
    try {
      read()
    } catch {
      yield 'database'
    }
    if (boards().some(board => now() - (board.waitingSince() ?? Infinity) > patience)) yield 'behind'
    yield* cutOff()
  }
  return (_request, response) => {
    const why = [...reasons()]
    response.status(why.length ? 503 : 200).set('cache-control', 'no-store').json({ ready: !why.length, ...why.length && { why } })
  }
}
