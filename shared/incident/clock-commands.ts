import type { Draft } from '../core/board.ts'
import * as v from 'valibot'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Instant } from '../records.ts'

const week = 7 * 24 * 3_600_000
const leaders = ['coordinator', 'admin'] as const

/** The incident if it is a drill. A real incident's clock is the world's and cannot be moved (`real_clock`). */
function drillOf(draft: Draft) {
  const incident = draft.need('incident', 'incident')
  return incident.drill ? incident : reject('real_clock')
}

/** Stops the drill's time: deadlines wait, and nothing becomes due. */
export const stopClock = command({
  args: v.strictObject({}),
  roles: leaders,
  tells: { incident: [] },
  run(draft, _, { now }) {
    const incident = drillOf(draft)
    if (incident.clock.stoppedAt !== null) reject('exists')
    draft.put('incident', { ...incident, clock: { ...incident.clock, stoppedAt: now } })
  },
})

/** Continues from where it stood. */
export const runClock = command({
  args: v.strictObject({}),
  roles: leaders,
  tells: { incident: [] },
  run(draft, _, { real }) {
    const incident = drillOf(draft)
    if (incident.clock.stoppedAt === null) return reject('exists')
    draft.put('incident', { ...incident, clock: { offset: incident.clock.stoppedAt - real, stoppedAt: null } })
  },
})

/** Moves forward by a week at most, never back, so that the past stays past. A stopped clock stays stopped. */
export const moveClock = command({
  args: v.strictObject({ to: Instant }),
  roles: leaders,
  tells: { incident: ['to'] },
  run(draft, { to }, { now }) {
    const incident = drillOf(draft)
    if (to <= now || to > now + week) reject('clock_forward')
    const { offset, stoppedAt } = incident.clock
    draft.put('incident', { ...incident, clock: stoppedAt === null ? { offset: offset + to - now, stoppedAt } : { offset, stoppedAt: to } })
  },
})
