import type { Reader } from '../core/board.ts'
import type { Exposure } from '../records.ts'

/** A notice that an exposure place owes, and the moment that makes it one notice. */
export interface ExposureOwed { readonly rule: 'exposed' | 'exposureReleased', readonly of: Exposure, readonly moment: number }

/** A place that was marked, and one that was released, are told for a day: to the township, the department and the place itself. */
export function exposureOwed(board: Reader, lately: (moment: number) => boolean): readonly ExposureOwed[] {
  return [...board.all('exposure')].flatMap((of): ExposureOwed[] => {
    if (of.releasedAt !== null) return lately(of.releasedAt) ? [{ rule: 'exposureReleased', of, moment: of.releasedAt }] : []
    return lately(of.at) ? [{ rule: 'exposed', of, moment: of.at }] : []
  })
}
