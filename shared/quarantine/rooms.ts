import type { Draft } from '../core/board.ts'
import type { Batch, Quarantine } from '../records.ts'
import { reject } from '../core/rejection.ts'
import { takenAt } from './batches.ts'

/** Who keeps a quarantine site: its contact (隔离点负责人) too, for the own place only, so no role of its own is needed. */
export const keepers = ['coordinator', 'officer', 'unit', 'contact', 'admin'] as const
/** Who plans transfers. */
export const planners = ['coordinator', 'officer', 'unit', 'admin'] as const

/** The rooms of a site; rejects with `no_rooms` if nobody has entered any. */
export function siteOf(draft: Draft, place: string): Quarantine {
  return draft.get('quarantine', draft.need('place', place).id) ?? reject('no_rooms')
}

/** The rooms of these that are free at the site; rejects with `not_a_room` and `room_taken`, the room as detail. A room is of one batch. */
export function freeRooms(draft: Draft, site: Quarantine, rooms: readonly { readonly room: string }[], own?: Batch): void {
  const taken = takenAt(draft, site.id)
  const seen = new Set<string>()
  for (const { room } of rooms) {
    if (!site.rooms.includes(room)) reject('not_a_room', room)
    const by = taken.get(room)
    if (seen.has(room) || (by && by.id !== own?.id)) reject('room_taken', room)
    seen.add(room)
  }
}
