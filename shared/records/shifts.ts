import * as v from 'valibot'
import { Count, Id, Instant, Maybe, Note, position, Title } from './fields.ts'

export const shift = v.object({
  id: Id,
  title: Title,
  place: Maybe(Id),
  township: Id,
  ...position,
  startsAt: Instant,
  endsAt: Instant,
  needed: Count,
  claimedBy: v.optional(v.array(Id), []),
  open: v.optional(v.boolean(), true),
  note: v.optional(Note, ''),
})
