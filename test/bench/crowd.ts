import type { Kind, Records, Shift } from '../../shared/records.ts'
import * as v from 'valibot'
import { Board } from '../../shared/core/board.ts'
import { dayOf } from '../../shared/core/calendar.ts'
import { schemas } from '../../shared/records.ts'
import { sized } from './size.ts'
import { county, issue, place } from './world.ts'

const hour = 3_600_000
/** Number of shifts, and of issues, on the fullest board. */
export const many = sized(10_000, 200)
/** The first shift in the future. */
const first = Math.floor(many * 0.7)
/** The shift without any people. */
export const gap = `many-s${first}`

/** Shifts of eight hours at fifty posts: past ones have four people, future ones lack one, and the first future one lacks all. */
function shifts(now: number): Shift[] {
  return Array.from({ length: many }, (_, i) => {
    const startsAt = now + hour + (i - first) * hour / 6
    const claimedBy = i === first ? [] : Array.from({ length: i < first ? 4 : 3 }, (_, n) => `p${(i * 4 + n) % 600}`)
    return v.parse(schemas.shift, { id: `many-s${i}`, title: '值守', post: `g${i % 50}`, township: `t${i % 21}`, lng: 110 + (i % 50) / 100, lat: 21.6, startsAt, endsAt: startsAt + 8 * hour, needed: 4, claimedBy })
  })
}

/**
 * Adds shifts to a board, half as many places and visits, and as many issues, for seven teams of three townships. Existing records
 * stay. `now` in epoch ms.
 */
export function crowd(now: number, made = new Board()): Board {
  const lay = <K extends Kind>(kind: K, records: readonly Records[K][]) => records.filter(({ id }) => !made.get(kind, id)).forEach(value => made.set({ kind, id: value.id, value }))
  const places = Array.from({ length: many / 2 }, (_, i) => place(i))
  const at = (i: number) => places[i * 7 % places.length]?.id ?? null
  lay('shift', shifts(now))
  lay('place', places)
  lay('issue', Array.from({ length: many }, (_, i) => ({ ...issue(i), place: at(i) })))
  lay('team', Array.from({ length: 7 }, (_, i) => v.parse(schemas.team, { id: `many-team${i}`, no: 100 + i, name: `${i}`, townships: [0, 1, 2].map(n => `t${i * 3 + n}`) })))
  lay('inspection', Array.from({ length: many / 2 }, (_, i) => v.parse(schemas.inspection, { id: `many-v${i}`, mode: 'visit', state: 'planned', title: '督导', township: `t${i % 21}`, lng: 110, lat: 21.6, day: dayOf(now - i % 18 * 24 * hour, county.timeZone), team: `many-team${i % 7}`, place: at(i), plannedBy: 'boss', plannedAt: now })))
  return made
}
