import * as v from 'valibot'
import { Count, Id, Instant, lineOf, Maybe, Tally } from '../core/fields.ts'

/** Quarantine sites and transfers hold head counts, room numbers and vehicles. No field is for a person's name, phone or number. */

/** A room number as on its door, at most five digits: no name, phone or identity number fits. */
export const roomNo = /^[A-Z]{0,2}-?\d{1,5}[A-Z]?$/
export const RoomNo = v.pipe(v.string(), v.regex(roomNo))
export const mostRooms = 1000
/** A family shares a room. */
const InRoom = v.pipe(Count, v.maxValue(20))
export const Rooms = v.pipe(v.array(v.strictObject({ room: v.pipe(v.string(), v.maxLength(12)), heads: InRoom })), v.minLength(1), v.maxLength(500))
export const Heads = v.pipe(Count, v.maxValue(10_000))
const inRooms = v.array(v.object({ room: RoomNo, heads: InRoom }))

/** Where people come from or go: a place of the register, a township, or words; often only one of them. */
export const spot = { place: Maybe(Id), township: Maybe(Id), text: v.optional(lineOf(60), '') }
export const Spot = v.optional(v.strictObject(spot), {})

/** The rooms of a quarantine site. The id is the place. */
export const quarantine = v.object({
  id: Id,
  township: Id,
  /** The department that supervises the place. */
  unit: Maybe(Id),
  rooms: v.pipe(v.array(RoomNo), v.maxLength(mostRooms)),
  /** How many batches it has received: the next one's number follows. */
  batches: v.optional(Tally, 0),
  by: Id,
  at: Instant,
})

/** More tests than a batch has in its weeks, also if each takes several entries. */
export const mostTests = 100

/** People who arrived at a quarantine site together (批次). */
export const batch = v.object({
  id: Id,
  /** Counted at each site. */
  no: Count,
  place: Id,
  township: Id,
  unit: Maybe(Id),
  at: Instant,
  heads: Heads,
  /** The rooms in which people of the batch are now. With those who left they add up to `heads`. */
  rooms: inRooms,
  from: v.object(spot),
  /** How many of those who are here belong to each group with special needs. */
  needs: v.optional(v.record(Id, Count), {}),
  note: v.optional(lineOf(120), ''),
  /** The transfer that brought them. */
  transfer: Maybe(Id),
  /** By their time. */
  tests: v.optional(v.pipe(v.array(v.object({ id: Id, at: Instant, by: Id, heads: Heads })), v.maxLength(mostTests)), []),
  departures: v.optional(v.array(v.object({ id: Id, at: Instant, by: Id, heads: Heads, rooms: inRooms, to: v.optional(lineOf(60), '') })), []),
  /** When the last of them left. */
  leftAt: Maybe(Instant),
  by: Id,
})

export const transferStates = ['planned', 'underWay', 'arrived', 'cancelled'] as const
/** Who handed people over or took them over: the account that noted it, and the post of the other side, never a name. */
const handover = Maybe(v.object({ by: Id, at: Instant, post: v.optional(lineOf(40), '') }))
/** A number plate without spaces or dots, as 粤GD12345. */
export const plate = /^\p{Script=Han}?(?=.*\d)[A-Z\d]{4,8}\p{Script=Han}?$/u

/** One trip of a vehicle that takes people to a place (转运). */
export const transfer = v.object({
  id: Id,
  no: Count,
  vehicle: v.pipe(v.string(), v.regex(plate)),
  /** The duty phone of the vehicle, not a private one. */
  phone: v.optional(lineOf(24), ''),
  from: v.object(spot),
  fromTownship: Maybe(Id),
  target: Id,
  township: Id,
  /** The department that supervises the place they go to. */
  unit: Maybe(Id),
  seats: v.pipe(Count, v.maxValue(100)),
  /** Never more than seats. */
  heads: v.pipe(Count, v.maxValue(100)),
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
  state: v.picklist(transferStates),
  reason: v.optional(lineOf(120), ''),
  cancelledAt: Maybe(Instant),
  /** The batch that its people became. */
  batch: Maybe(Id),
  by: Id,
  at: Instant,
})
