import * as v from 'valibot'
import { Count, Id, lineOf, Maybe } from '../core/fields.ts'

/** What may be typed at quarantine sites. */

/** A room number as on its door, at most five digits: no name, phone or identity number fits. */
export const roomNo = /^[A-Z]{0,2}-?\d{1,5}[A-Z]?$/
export const mostRooms = 1000
/** More tests than a batch has in its weeks, also if each takes several entries. */
export const mostTests = 100
/** A number plate without spaces or dots, as 粤GD12345. */
export const plate = /^\p{Script=Han}?(?=.*\d)[A-Z\d]{4,8}\p{Script=Han}?$/u

export const Room = v.pipe(v.string(), v.maxLength(40))
/** A family shares a room. */
export const Rooms = v.pipe(v.array(v.strictObject({ room: Room, heads: v.pipe(Count, v.maxValue(20)) })), v.minLength(1), v.maxLength(500))
export const Heads = v.pipe(Count, v.maxValue(10_000))
export const Seats = v.pipe(Count, v.maxValue(100))
export const Phone = v.optional(lineOf(24), '')
export const Post = v.optional(lineOf(40), '')
export const Spot = v.optional(v.strictObject({ place: Maybe(Id), township: Maybe(Id), text: v.optional(lineOf(60), '') }), {})
