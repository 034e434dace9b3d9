import type { Actor } from '../core/actor.ts'
import type { Notice } from '../records.ts'

/** True if the notice is for this person. */
export function addressed({ to }: Notice, { id, role, unit, township, place, grid }: Pick<Actor, 'id' | 'role' | 'unit' | 'township' | 'place' | 'grid'>): boolean {
  if (to.person) return to.person === id
  if (to.unit) return role === 'unit' && to.unit === unit
  if (to.place) return role === 'contact' && to.place === place
  if (to.grid) return role === 'gridWorker' && to.grid === grid
  if (to.township) return role === 'officer' && to.township === township
  return to.role === role
}

/** When a notice was settled (epoch ms): once an addressee has read it. Reading is not dated, so the moment of giving counts. */
export const noticeSettledAt = ({ at, readBy }: Notice): number | null => readBy.length ? at : null
