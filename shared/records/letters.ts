import * as v from 'valibot'
import { Id, Instant, Maybe, Tally } from './fields.ts'

/** An escalation letter (督办函) to one unit about what it has not put right in time. */
export const letter = v.object({
  id: Id,
  /** Number within the incident, given by the server. */
  no: Tally,
  unit: Id,
  /** Where the unit is a township's government: its code. */
  township: Maybe(Id),
  issues: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)),
  /** Until when it must be done now. */
  dueAt: Instant,
  by: Id,
  at: Instant,
})
