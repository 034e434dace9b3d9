import * as v from 'valibot'
import { Id, Instant, Lat, lineOf, Lng, Maybe, Tally, Title } from '../core/fields.ts'

/**
 * What the board knows about people who need care: the grids (网格) of the townships, and how many people live in each. Names, phones,
 * numbers and addresses are in the vault on the server and never on a board.
 */
export const grid = v.object({
  id: Id,
  township: Id,
  name: Title,
  /** The duty phone of the grid's post, not a person's. */
  phone: v.optional(lineOf(30), ''),
  /** Where its post is, WGS-84: decides which zone the grid belongs to. Null if nobody has said. */
  spot: Maybe(v.object({ lng: Lng, lat: Lat })),
  retired: v.optional(v.boolean(), false),
})

/** A figure of people; null stands for fewer than five, where a reader may not know the exact figure. */
const Few = Maybe(Tally)

/** How many people of a group a grid looks after. The group `all` counts each person once. */
export const careCount = v.object({
  id: Id,
  grid: Id,
  township: Id,
  group: Id,
  count: Few,
  /** People with a need that is overdue; with one that has risen to the township; and to headquarters. */
  late: Few,
  risen: Few,
  far: Few,
  /** Since when somebody's need is overdue or has risen, without a break; null if none has. */
  lateAt: Maybe(Instant),
  risenAt: Maybe(Instant),
  farAt: Maybe(Instant),
})
