import type { Draft } from '../core/board.ts'
import * as v from 'valibot'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Instant } from '../records.ts'

const week = 7 * 24 * 3_600_000
const leaders = ['coordinator', 'admin'] as const

/** The incident if it is a drill. The clock of a real incident shows the real time and cannot be changed: rejects with `real_clock`. */
function drillOf(draft: Draft) {
  const incident = draft.need('incident', 'incident')
  return incident.drill ? incident : reject('real_clock')
}

/** Stops the drill's clock: no deadline passes until it runs again. */
export const stopClock = command({
  args: v.strictObject({}),
  roles: leaders,
  afterEnd: true,
  tells: { incident: [] },
  run(draft, _, { now }) {
    const incident = drillOf(draft)
    if (incident.clock.stoppedAt !== null) reject('exists')
    draft.put('incident', { ...incident, clock: { ...incident.clock, stoppedAt: now } })
  },
})

/** Lets the drill's clock run again from where it stopped. */
export const runClock = command({
  args: v.strictObject({}),
  roles: leaders,
  afterEnd: true,
  tells: { incident: [] },
  run(draft, _, { real }) {
    const incident = drillOf(draft)
    if (incident.clock.stoppedAt === null) return reject('exists')
    draft.put('incident', { ...incident, clock: { offset: incident.clock.stoppedAt - real, stoppedAt: null } })
  },
})

/** Moves the drill's clock forward, by at most a week; rejects with `clock_forward` for anything else, since the past must not change. A stopped clock stays stopped. */
export const moveClock = command({
  args: v.strictObject({ to: Instant }),
  roles: leaders,
  afterEnd: true,
  tells: { incident: ['to'] },
  run(draft, { to }, { now }) {
    const incident = drillOf(draft)
    if (to <= now || to > now + week) reject('clock_forward')
    const { offset, stoppedAt } = incident.clock
    draft.put('incident', { ...incident, clock: stoppedAt === null ? { offset: offset + to - now, stoppedAt } : { offset, stoppedAt: to } })
  },
})
