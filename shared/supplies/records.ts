import * as v from 'valibot'
import { masks } from '../core/blocks.ts'
import { Count, Day, Id, Instant, lineOf, Maybe, Note, position, Tally, Title } from '../core/fields.ts'

/** A shortage (缺口): something that a place lacks, until the requested quantity has been delivered. */
export const shortage = v.object({
  id: Id,
  item: Title,
  /** The item's id in the county's catalogue; null if it is not in it. */
  supply: Maybe(Id),
  /** The issue that showed it. */
  issue: Maybe(Id),
  quantity: Count,
  measure: v.optional(lineOf(10), ''),
  /** Allocated by stores or pledged by donors, whether it has come or not. */
  allocated: v.optional(Tally, 0),
  /** Received, as counted at the receipt. */
  covered: v.optional(Tally, 0),
  place: Maybe(Id),
  township: Id,
  ...position,
  /** When the place's own supply runs out, as estimated by the person who posted the shortage. */
  runsOutAt: Maybe(Instant),
  state: v.picklist(['open', 'covered', 'withdrawn']),
  postedBy: Id,
  postedAt: Instant,
  /** When it was covered or withdrawn. */
  settledAt: Maybe(Instant),
  note: v.optional(Note, ''),
})

/** A place's stock of one item of the catalogue. Only moves change it. The id is made from both. */
export const stock = v.object({
  id: Id,
  place: Id,
  township: Id,
  supply: Id,
  quantity: Tally,
  /** When somebody last counted it; null if nobody has. */
  countedAt: Maybe(Instant),
})

/** The number that the paper note of a delivery bears. */
export const Paper = lineOf(40)

const moveReasons = ['received', 'used', 'spoiled', 'counted', 'sent', 'arrived', 'withdrawn'] as const

/** One line of the ledger: a quantity that came into a place or left it. The lines of a place and item add up to its stock. */
export const move = v.object({
  id: Id,
  supply: Id,
  place: Id,
  township: Id,
  /** Positive into the place, negative out of it. */
  change: v.pipe(v.number(), v.integer(), v.check(n => n !== 0 && Math.abs(n) <= 1_000_000)),
  why: v.picklist(moveReasons),
  delivery: Maybe(Id),
  /** The note (入库单、出库单、盘点单) that it is a line of; null if it was entered alone. */
  note: Maybe(Id),
  /** The number printed on the paper note. */
  paper: v.optional(Paper, ''),
  /** The organisation or post that the goods came from or went to, never a person's name. */
  party: v.optional(lineOf(80), ''),
  reason: v.optional(Note, ''),
  by: Id,
  at: Instant,
})

const deliveryStates = ['allocated', 'onTheWay', 'received', 'cancelled'] as const

/** Supplies on their way from a store to the person who signs for them (调拨、签收). */
export const delivery = v.object({
  id: Id,
  shortage: Maybe(Id),
  supply: Id,
  quantity: Count,
  from: Id,
  fromTownship: Id,
  to: Id,
  township: Id,
  state: v.picklist(deliveryStates),
  /** The note that sent it together with others; null if it was sent alone. */
  note: Maybe(Id),
  /** When it is expected to arrive; null if nobody said. */
  dueAt: Maybe(Instant),
  /** The driver's post or the number plate, never a person's name. */
  driver: v.optional(lineOf(40), ''),
  load: v.optional(lineOf(200), ''),
  /** The quantity counted on arrival. A difference from `quantity` must be explained. */
  received: Maybe(Tally),
  signedBy: v.optional(lineOf(40), ''),
  proof: v.optional(v.array(Id), []),
  masks,
  explained: v.optional(Note, ''),
  allocatedBy: Id,
  allocatedAt: Instant,
  dispatchedAt: Maybe(Instant),
  receivedAt: Maybe(Instant),
  cancelledAt: Maybe(Instant),
})

export const pledgeStates = ['offered', 'received', 'withdrawn'] as const

/** A donor's pledge for a shortage. */
export const pledge = v.object({
  id: Id,
  shortage: Id,
  township: Id,
  /** An organisation or "a citizen", never a person's name. */
  donor: Title,
  quantity: Count,
  state: v.picklist(pledgeStates),
  by: Id,
  at: Instant,
  /** When it was received or withdrawn. */
  settledAt: Maybe(Instant),
})

/** How many people of each group are at a sealed site: numbers, never names. The id is the place. */
export const headcount = v.object({ id: Id, township: Id, groups: v.record(Id, Tally), by: Id, at: Instant })

/** Prices and supply of the staples at one market on one day. */
export const marketDay = v.object({
  id: Id,
  place: Id,
  township: Id,
  day: Day,
  /** By staple: the price of one measure in hundredths of the currency, and whether there is enough. */
  staples: v.record(Id, v.object({ price: Count, stock: v.picklist(['ample', 'low', 'out']) })),
  /** By staple: what somebody decided about its rise (涨价), at which price. `issue` is null if it was dismissed, with its reason. */
  judged: v.optional(v.record(Id, v.object({ price: Count, issue: Maybe(Id), reason: v.optional(Note, ''), by: Id, at: Instant })), {}),
  by: Id,
  at: Instant,
})
