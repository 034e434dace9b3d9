import type { Reader } from './board.ts'
import type { Command } from './command.ts'
import type { Facts } from './county.ts'
import { owed } from './notices.ts'

/**
 * What the clock asks for now (epoch ms): commands of the server itself. Their ids are made of what they are about, so that
 * two servers, or one that restarts, do each once.
 */
export function dueCommands(board: Reader, now: number, facts: Facts): Command[] {
  if (!board.get('incident', 'incident')) return []
  const minute = Math.floor(now / 60_000)
  return owed(board, now, facts).length ? [{ id: `clock-notices-${minute}`, name: 'giveNotices', args: { minute } }] : []
}
