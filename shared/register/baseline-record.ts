import * as v from 'valibot'
import { Id, Instant, Maybe, Tally, Title } from '../core/fields.ts'

/** One name on a department's list, with its township if the list gives one. */
export const listedName = v.object({ name: Title, township: Maybe(Id) })

/**
 * The part of a department's list (底数) that covers one township: all places of one kind that the department knows of. The
 * parts of one list share `list`, so that an officer sees only the part of their township. A later list does not change this one.
 */
export const baseline = v.object({
  /** Made from the list and the township. */
  id: Id,
  list: Id,
  kind: Id,
  /** What the whole list covers: a township, or null for the county. */
  scope: Maybe(Id),
  /** Null if the list does not say. */
  township: Maybe(Id),
  /** The department that made the list: 民政局. */
  source: Title,
  names: v.pipe(v.array(listedName), v.minLength(1), v.maxLength(5000)),
  /** How many rows of the file could not be read as a name. */
  skipped: v.optional(Tally, 0),
  /** Taken back by its author or headquarters: shown to nobody until it is restored. */
  withdrawn: v.optional(v.boolean(), false),
  by: Id,
  at: Instant,
})
