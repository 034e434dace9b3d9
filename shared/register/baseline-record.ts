import * as v from 'valibot'
import { Id, Instant, Maybe, Tally, Title } from '../core/fields.ts'

/** One line of a department's list; its township when the list says it. */
export const listedName = v.object({ name: Title, township: Maybe(Id) })

/**
 * 底数: what a department's own list of the places of a kind says of one township, as it was handed in. `list` holds the parts
 * together, so that an officer has theirs of a list of the whole county. Later lists leave earlier ones as they are.
 */
export const baseline = v.object({
  /** The list and the township. */
  id: Id,
  list: Id,
  kind: Id,
  /** What the whole list is of: a township, or null for the county. */
  scope: Maybe(Id),
  /** Null where the list does not say. */
  township: Maybe(Id),
  /** The department that keeps it: 民政局. */
  source: Title,
  names: v.pipe(v.array(listedName), v.minLength(1), v.maxLength(5000)),
  /** Rows of the file that could not be read as a name. */
  skipped: v.optional(Tally, 0),
  by: Id,
  at: Instant,
})
