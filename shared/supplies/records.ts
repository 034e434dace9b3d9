import * as v from 'valibot'
import { Count, Day, Id, Instant, Maybe, Note, position, Tally, Title, words } from '../core/fields.ts'

/** Something missing at a place, until as much has been delivered as was asked for. */
export const shortage = v.object({
  id: Id,
  item: Title,
  /** The item of the county's catalogue, when it is one of those. */
  supply: Maybe(Id),
  /** The finding that showed it. */
  issue: Maybe(Id),
  quantity: Count,
  measure: v.optional(words(10), ''),
  /** On its way or here: promised by stores and donors. */
  allocated: v.optional(Tally, 0),
  /** Here: counted at its receipt. */
  covered: v.optional(Tally, 0),
  place: Maybe(Id),
  township: Id,
  ...position,
  /** When the last of it is used up, as estimated by the person who posted it. */
  runsOutAt: Maybe(Instant),
  state: v.picklist(['open', 'covered', 'withdrawn']),
  postedBy: Id,
  postedAt: Instant,
  note: v.optional(Note, ''),
})

/** What lies at a place of one item of the catalogue. Only moves change it; id is made of both. */
export const stock = v.object({ id: Id, place: Id, township: Id, supply: Id, quantity: Tally })

const moveReasons = ['received', 'used', 'spoiled', 'counted', 'sent', 'arrived'] as const

/** One line of the ledger: so much went out of one place, or into one. The lines of a place add up to its stock. */
export const move = v.object({
  id: Id,
  supply: Id,
  place: Id,
  township: Id,
  /** Into the place; out of it when negative. */
  change: v.pipe(v.number(), v.integer(), v.check(n => n !== 0 && Math.abs(n) <= 1_000_000)),
  why: v.picklist(moveReasons),
  delivery: Maybe(Id),
  reason: v.optional(Note, ''),
  by: Id,
  at: Instant,
})

const deliveryStates = ['allocated', 'onTheWay', 'received', 'cancelled'] as const

/** From a store's shelf to the hand that signs for it (调拨、签收). */
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
  /** Post or number plate, never a person's name. */
  driver: v.optional(words(40), ''),
  load: v.optional(words(200), ''),
  /** What was counted at the door; the difference to what was sent stays in sight until it is explained. */
  received: Maybe(Tally),
  signedBy: v.optional(words(40), ''),
  proof: v.optional(v.array(Id), []),
  explained: v.optional(Note, ''),
  allocatedBy: Id,
  allocatedAt: Instant,
  dispatchedAt: Maybe(Instant),
  receivedAt: Maybe(Instant),
})

export const pledgeStates = ['offered', 'received', 'withdrawn'] as const

/** What a donor has promised towards a shortage. */
export const pledge = v.object({
  id: Id,
  shortage: Id,
  township: Id,
  /** An organisation or "a citizen", never a private name. */
  donor: Title,
  quantity: Count,
  state: v.picklist(pledgeStates),
  by: Id,
  at: Instant,
})

/** How many of each group are at a sealed site, by number and never by name; id is the place. */
export const headcount = v.object({ id: Id, township: Id, groups: v.record(Id, Tally), by: Id, at: Instant })

/** Prices and stock of the staples at one market on one day. */
export const marketDay = v.object({
  id: Id,
  place: Id,
  township: Id,
  day: Day,
  /** Price in hundredths of the currency for the measure of the staple, and whether there is enough. */
  staples: v.record(Id, v.object({ price: Count, stock: v.picklist(['ample', 'low', 'out']) })),
  by: Id,
  at: Instant,
})
