import * as v from 'valibot'
import { Id, Maybe, Tally } from '../core/fields.ts'

/** How many fall under each name: an aspect, a township's code, a severity. */
const counts = v.record(Id, Tally)

/** Counts of the issues that have left the live boards: of the whole county, of one township, or of one unit. Kept by every commit; see `totals.ts`. */
export const issueTotal = v.object({
  id: Id,
  /** Both null for the whole county. */
  township: Maybe(Id),
  unit: Maybe(Id),
  closed: Tally,
  byAspect: counts,
  byTownship: counts,
  bySeverity: counts,
  /** `none` holds the issues without a unit. `pace`: how many used that share of their time, in whole per cent. */
  byUnit: v.record(Id, v.object({ closed: Tally, relapses: Tally, late: Tally, pace: counts })),
})
