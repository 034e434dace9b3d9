import * as v from 'valibot'
import { Id, Instant, Maybe, Tally } from '../core/fields.ts'

/** A figure; null stands for fewer than five, where a reader may not know the exact figure. */
const Few = Maybe(Tally)

/**
 * How many help requests (急难愁盼) of a grid, or of a township without a known grid, wait: figures and times only. What people need, and who and
 * where they are, is in the vault on the server.
 */
export const helpCount = v.object({
  /** Of the grid, else of the township. */
  id: Id,
  township: Id,
  grid: Maybe(Id),
  /** Not yet settled; of these not yet taken by anybody; and of these urgent ones. */
  open: Few,
  waiting: Few,
  urgent: Few,
  /** When the newest request that waits came in, by its clock: any, an urgent one, one that has waited too long for the township, and for headquarters. Null: none. */
  newAt: Maybe(Instant),
  urgentAt: Maybe(Instant),
  risenAt: Maybe(Instant),
  farAt: Maybe(Instant),
})
