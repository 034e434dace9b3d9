import type { Actor } from '../core/actor.ts'
import type { Shift } from '../records.ts'
import { planners } from '../core/actor.ts'
import { holds } from './fatigue.ts'

/** True if the reader may learn the phone numbers of a shift's leader and planner: its planners, and its holders until it ends. `now` in epoch ms. */
export const mayRing = (reader: Actor, shift: Shift, now: number): boolean =>
  planners.includes(reader.role) || (holds(shift, reader.id) && now < shift.endsAt)
