import * as v from 'valibot'
import { Id, Instant, lines, Maybe, Tally, Title } from '../core/fields.ts'

export const phases = ['emergency', 'control', 'recovery'] as const

export const incident = v.object({
  id: Id,
  code: Title,
  name: Title,
  phase: v.picklist(phases),
  /** Practice data, invented: every screen says so. */
  drill: v.boolean(),
  startedAt: Instant,
  /** For a drill: its offset from the world's time (ms), and the time at which it stands while it is stopped. */
  clock: v.optional(v.object({ offset: v.pipe(v.number(), v.integer()), stoppedAt: Maybe(Instant) }), { offset: 0, stoppedAt: null }),
  /** By kind: what was settled before that moment has left the live boards. */
  cleared: v.optional(v.record(Id, Instant), {}),
})

/** Counters, one record a series. Only the server sees them. */
export const counter = v.object({ id: Id, value: Tally })

export const announcement = v.object({ id: Id, text: v.pipe(lines(500), v.minLength(1)), by: Id, at: Instant, until: Maybe(Instant), /** In which phase it was said. */ phase: Maybe(v.picklist(phases)) })
