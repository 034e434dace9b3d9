import * as v from 'valibot'
import { Count, Id, Instant, lineOf, Maybe, Tally } from '../core/fields.ts'

/** Quarantine sites and transfers hold head counts, room numbers and vehicles. No field is for a person's name, phone or number; `entered.ts` says what may be typed. */

const inRooms = v.array(v.object({ room: lineOf(12), heads: Count }))
const line = v.optional(lineOf(120), '')

/** Where people come from or go: a place of the register, a township, or words; often only one of them. */
export const spot = { place: Maybe(Id), township: Maybe(Id), text: line }

/** The rooms of a quarantine site. The id is the place. */
export const quarantine = v.object({
  id: Id,
  township: Id,
  /** The department that supervises the place. */
  unit: Maybe(Id),
  rooms: v.array(lineOf(12)),
  /** How many batches it has received: the next one's number follows. */
  batches: Tally,
  by: Id,
  at: Instant,
})

/** People who arrived at a quarantine site together (批次). */
export const batch = v.object({
  id: Id,
  /** Counted at each site. */
  no: Count,
  place: Id,
  township: Id,
  unit: Maybe(Id),
  at: Instant,
  heads: Count,
  /** The rooms in which people of the batch are now. With those who left they add up to `heads`. */
  rooms: inRooms,
  from: v.object(spot),
  /** How many of those who are here belong to each group with special needs. */
  needs: v.record(Id, Count),
  note: line,
  /** The transfer that brought them. */
  transfer: Maybe(Id),
  /** By their time. */
  tests: v.array(v.object({ id: Id, at: Instant, by: Id, heads: Count })),
  departures: v.array(v.object({ id: Id, at: Instant, by: Id, heads: Count, rooms: inRooms, to: line })),
  /** When the last of them left. */
  leftAt: Maybe(Instant),
  by: Id,
})

/** Who handed people over or took them over: the account that noted it, and the post of the other side, never a name. */
const handover = Maybe(v.object({ by: Id, at: Instant, post: line }))

/** One trip of a vehicle that takes people to a place (转运). */
export const transfer = v.object({
  id: Id,
  no: Count,
  vehicle: lineOf(12),
  /** The duty phone of the vehicle, not a private one. */
  phone: line,
  from: v.object(spot),
  fromTownship: Maybe(Id),
  target: Id,
  township: Id,
  /** The department that supervises the place they go to. */
  unit: Maybe(Id),
  seats: Count,
  /** Never more than seats. */
  heads: Count,
  /** Planned. */
  departBy: Instant,
  arriveBy: Instant,
  /** As it was. */
  departedAt: Maybe(Instant),
  arrivedAt: Maybe(Instant),
  handedOver: handover,
  takenOver: handover,
  disinfectedAt: Maybe(Instant),
  disinfectedBy: Maybe(Id),
  state: v.picklist(['planned', 'underWay', 'arrived', 'cancelled']),
  reason: line,
  cancelledAt: Maybe(Instant),
  /** The batch that its people became. */
  batch: Maybe(Id),
  by: Id,
  at: Instant,
})
