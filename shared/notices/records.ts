import * as v from 'valibot'
import { Id, Instant, lineOf, Maybe } from '../core/fields.ts'

/** One notice, by one rule, about one thing. Its id is made from these, so it is given once. `to` names its addressees. */
export const notice = v.object({
  id: Id,
  rule: Id,
  issue: Maybe(Id),
  shift: Maybe(Id),
  /** The letter it is about. */
  letter: Maybe(Id),
  /** The place where an act is overdue. */
  place: Maybe(Id),
  /** The version of a plan to be read. */
  plan: Maybe(Id),
  township: Maybe(Id),
  to: v.object({ role: Maybe(Id), unit: Maybe(Id), township: Maybe(Id), person: Maybe(Id), /** The contact of a place. */ place: Maybe(Id), /** The worker of a grid. */ grid: Maybe(Id) }),
  /** What the rule's sentence needs: a title, a number of hours. */
  about: v.optional(lineOf(200), ''),
  at: Instant,
  readBy: v.optional(v.array(Id), []),
})
