import type { Reader } from './board.ts'

/** True once headquarters has ended the incident: the board can only be read. */
export const isOver = (board: Reader): boolean => Boolean(board.get('incident', 'incident')?.ended)

/** True once the names, photos and files of the incident were destroyed, or their destruction has begun. */
export const isDestroyed = (board: Reader): boolean => Boolean(board.get('incident', 'incident')?.ended?.figures)
