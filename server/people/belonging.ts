import type { Reader } from '../../shared/core/board.ts'
import type { Known } from './accounts.ts'
import { outlasting } from '../../shared/core/actor.ts'
import { kinds } from '../../shared/kinds.ts'

/** The ids among these that occur anywhere in the records of a board. */
function namedOn(board: Reader, ids: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  function look(value: unknown): void {
    if (typeof value === 'string') {
      if (ids.has(value)) found.add(value)
    } else if (value && typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) {
        if (ids.has(key)) found.add(key)
        look(part)
      }
    }
  }
  for (const kind of kinds) {
    for (const record of board.all(kind)) look(record)
  }
  return found
}

/** The people of a board: those whom its records name, and those who speak for a place or look after a grid of it. */
function peopleOf(board: Reader, all: readonly Known[]): Set<string> {
  const found = namedOn(board, new Set(all.map(({ id }) => id)))
  for (const { id, place, grid } of all) {
    if ((place && board.get('place', place)) || (grid && board.get('grid', grid))) found.add(id)
  }
  return found
}

/** The roles that serve one incident and not the office: they stay only while an incident needs them. */
const guests: readonly Known['role'][] = ['volunteer', 'contact', 'gridWorker']

/**
 * The people whose names nobody needs any more once the incident of `board` is over. Headquarters and the overseer stay. While `others` go on, so does
 * the office, and of the others those whom another incident names, or whom this one does not.
 */
export function unneeded(all: readonly Known[], board: Reader, others: readonly Reader[]): string[] {
  const leaving = all.filter(({ role }) => !outlasting.includes(role))
  if (!others.length) return leaving.map(({ id }) => id)
  const mine = peopleOf(board, leaving)
  const theirs = others.map(other => peopleOf(other, leaving))
  return leaving.filter(({ id, role }) => guests.includes(role) && mine.has(id) && !theirs.some(names => names.has(id))).map(({ id }) => id)
}
