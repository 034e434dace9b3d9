import * as v from 'valibot'
import { Id, Instant, lineOf, Maybe, Tally, Title } from '../core/fields.ts'

/** An escalation letter (督办函) to one unit about its overdue issues. */
export const letter = v.object({
  id: Id,
  /** Number within the incident, given by the server. */
  no: Tally,
  unit: Id,
  /** The township's code if the unit is a township government. */
  township: Maybe(Id),
  /** The issues as they were when the letter was issued, because a letter that was sent must not change. */
  items: v.pipe(v.array(v.object({ issue: Id, no: Tally, title: Title, township: Id, place: lineOf(80), foundAt: Instant, deadline: Instant })), v.minLength(1), v.maxLength(100)),
  /** The new deadline. */
  dueAt: Instant,
  by: Id,
  at: Instant,
})
