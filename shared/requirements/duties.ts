import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Due } from './dues.ts'
import type { Zoning } from './zoning.ts'
import { batchesAt, testClock } from '../quarantine/batches.ts'
import { arrivalDue } from './arrivals.ts'
import { duesAt } from './dues.ts'

/** Everything that is due at places now (epoch ms). A site that keeps batches is tested by batch: each from its arrival on, then from its last whole test on. */
export function dutiesAt(board: Reader, facts: Facts, zoning: Zoning, now: number): Due[] {
  return duesAt(board, facts, zoning, now).flatMap(due => due.act === 'test' && board.get('quarantine', due.place.id) ? batchDues(board, due) : [due])
}

function batchDues(board: Reader, due: Due): Due[] {
  return batchesAt(board, due.place.id).flatMap((batch): Due[] => {
    const first = arrivalDue([due], batch.place, batch.at)
    const { last, partly } = testClock(batch)
    return first ? [{ ...due, batch, partly, last, dueAt: last ? last.at + due.rule.every * 3_600_000 : first.dueAt }] : []
  })
}
