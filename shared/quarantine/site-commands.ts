import * as v from 'valibot'
import { command } from '../core/command.ts'
import { Id } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { takenAt } from './batches.ts'
import { mostRooms, Room, roomNo } from './entered.ts'
import { freeRooms, keepers, siteOf } from './rooms.ts'

/**
 * Enters the rooms of a quarantine site. Rejects with `not_quarantine` for another kind of place, with `retired`, with `room_number` for what
 * is no room number, so that no name or phone is entered there, and with `room_taken` if an occupied room is missing.
 */
export const setRooms = command({
  args: v.strictObject({ place: Id, rooms: v.pipe(v.array(Room), v.minLength(1), v.maxLength(mostRooms)) }),
  roles: keepers,
  tells: { quarantine: [] },
  run(draft, { place: id, rooms }, { actor, now, facts }) {
    const place = draft.need('place', id)
    if (!facts.quarantine.kinds.includes(place.kind)) reject('not_quarantine')
    if (place.retired) reject('retired')
    const wrong = rooms.find(room => !roomNo.test(room))
    if (wrong !== undefined) reject('room_number')
    const kept = new Set(rooms)
    for (const room of takenAt(draft, id).keys()) {
      if (!kept.has(room)) reject('room_taken', room)
    }
    const batches = draft.get('quarantine', id)?.batches ?? 0
    draft.put('quarantine', { id, township: place.township, unit: place.unit, rooms: [...kept], batches, by: actor.id, at: now })
  },
})

/** Moves everybody in one room of a batch to a free one. Rejects with `not_a_room`, `room_taken`. */
export const moveRoom = command({
  args: v.strictObject({ batch: Id, from: Room, to: Room }),
  roles: keepers,
  tells: { batch: ['from', 'to'] },
  run(draft, { batch: id, from, to }) {
    const batch = draft.need('batch', id)
    if (!batch.rooms.some(({ room }) => room === from)) reject('not_a_room')
    freeRooms(draft, siteOf(draft, batch.place), [{ room: to }])
    draft.put('batch', { ...batch, rooms: batch.rooms.map(one => one.room === from ? { ...one, room: to } : one) })
  },
})
