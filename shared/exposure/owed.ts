import type { Reader } from '../core/board.ts'
import type { Exposure } from '../records.ts'
import { sinceDay } from '../core/by-day.ts'

/** A notice that an exposure place owes, and the moment that makes it one notice. */
export interface ExposureOwed { readonly rule: 'exposed' | 'exposureReleased', readonly of: Exposure, readonly moment: number }

/** A place that was marked, and one that was released, are told from `since` (epoch ms) on: to the township, the department and the place itself. */
export function exposureOwed(board: Reader, since: number): readonly ExposureOwed[] {
  return [...sinceDay(board, 'exposure', 'told', since)].flatMap((of): ExposureOwed[] => {
    const moment = of.releasedAt ?? of.at
    return moment > since ? [{ rule: of.releasedAt === null ? 'exposed' : 'exposureReleased', of, moment }] : []
  })
}
