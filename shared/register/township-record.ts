import * as v from 'valibot'
import { Id, Instant, lineOf } from '../core/fields.ts'

/** Whom to ring at a township (镇街). The id is its code. */
export const townshipCard = v.object({
  id: Id,
  township: Id,
  /** The post of the person in charge, never their name. */
  leader: v.optional(lineOf(40), ''),
  /** The duty phone of its headquarters, not a person's. */
  phone: v.optional(lineOf(30), ''),
  by: Id,
  at: Instant,
})
