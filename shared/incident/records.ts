import * as v from 'valibot'
import { Id, Instant, lines, Maybe, Note, Tally, Title } from '../core/fields.ts'

export const phases = ['emergency', 'control', 'recovery'] as const

/** How much of each is destroyed after an incident: accounts, photos, voice notes, notes about originals of photos, and files of plans. */
export const destroyed = v.object({ accounts: Tally, photos: Tally, voices: Tally, evidence: Tally, files: Tally })

const ended = v.object({
  at: Instant,
  by: Id,
  reason: Note,
  /** From this day on names, phones, photos and files are destroyed; until then the end can be taken back. */
  due: Instant,
  /** The same by the real time, which a drill's clock may be ahead of: nothing is destroyed before either. */
  dueReally: Instant,
  /** How much was there when the destruction began. */
  figures: Maybe(destroyed),
  destroyedAt: Maybe(Instant),
})

export const incident = v.object({
  id: Id,
  code: Title,
  name: Title,
  phase: v.picklist(phases),
  /** True for invented practice data. Every screen must say so. */
  drill: v.boolean(),
  /** When the outbreak began; it may be before the incident was opened on this board. */
  startedAt: Instant,
  /** When the incident was opened on this board: earlier days have no figures. 0 in records from before this was stored. */
  openedAt: v.optional(Instant, 0),
  /** A drill's clock: its offset from the real time (ms), and the time it shows while it is stopped. */
  clock: v.optional(v.object({ offset: v.pipe(v.number(), v.integer()), stoppedAt: Maybe(Instant) }), { offset: 0, stoppedAt: null }),
  /** By kind: records settled before this moment have left the live boards. */
  cleared: v.optional(v.record(Id, Instant), {}),
  /** Set once headquarters has ended the incident: from then on the board can only be read. */
  ended: v.optional(Maybe(ended), null),
})

/** Running numbers, one record per series. Only the server sees them. */
export const counter = v.object({ id: Id, value: Tally })

export const announcement = v.object({ id: Id, text: v.pipe(lines(500), v.minLength(1)), by: Id, at: Instant, until: Maybe(Instant), /** The phase in which it was published. */ phase: Maybe(v.picklist(phases)) })
