import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Transfer } from '../records.ts'
import { isLateTransfer } from './transfers.ts'

/** The transfers that are late now (epoch ms). Their notice is about the planned arrival, so that being late twice is one notice. */
export function lateTransfers(board: Reader, now: number, { quarantine }: Pick<Facts, 'quarantine'>): readonly Transfer[] {
  return [...board.by('transfer', 'state', 'open')].filter(one => isLateTransfer(one, now, quarantine))
}
