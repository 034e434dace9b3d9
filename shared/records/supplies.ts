import * as v from 'valibot'
import { Count, Id, Instant, Maybe, Note, position, Tally, Title, words } from './fields.ts'

export const shortage = v.object({
  id: Id,
  item: Title,
  quantity: Count,
  measure: v.optional(words(10), ''),
  covered: v.optional(Tally, 0),
  place: Maybe(Id),
  township: Id,
  ...position,
  /** When the last of it is used up, as judged by whoever posted it. */
  runsOutAt: Maybe(Instant),
  state: v.picklist(['open', 'covered', 'withdrawn']),
  postedBy: Id,
  postedAt: Instant,
  note: v.optional(Note, ''),
})
