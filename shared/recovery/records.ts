import * as v from 'valibot'
import { Count, Day, Id, Instant, lineOf, Maybe, Note, Tally } from '../core/fields.ts'

/**
 * Where a place stands on its way back: in operation since before (`running`), halted, or at a step of its application. A place that was
 * reopened and had to halt again has relapsed.
 */
export const reopeningSteps = ['running', 'halted', 'filed', 'checked', 'approved', 'reopened', 'relapsed'] as const

/** A time of day on the county's clock: 07:30. */
export const ClockTime = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))
const Heads = v.pipe(Tally, v.maxValue(1_000_000))

/** A grade that comes back: how many pupils, and when they arrive, so that grades do not meet at the gate. */
const Grade = v.object({ grade: Id, heads: Heads, arrives: ClockTime })

/** What is known about a place that comes back, and every step of it. The id is the place. Holds head counts, never names. */
export const reopening = v.object({
  id: Id,
  place: Id,
  township: Id,
  /** The department that supervises it. */
  unit: Maybe(Id),
  kind: Id,
  step: v.picklist(reopeningSteps),
  since: Instant,
  /** The latest 40 steps, oldest first. A refusal is one of them and leads back to `halted`. */
  steps: v.optional(v.array(v.object({ step: v.picklist([...reopeningSteps, 'refused']), by: Id, at: Instant, note: v.optional(Note, '') })), []),
  /** The version of the checklist by which it was last checked on site, and the items that failed. */
  list: Maybe(Id),
  failed: v.optional(v.array(Id), []),
  /** An industrial enterprise above the designated size (规上). */
  aboveScale: v.optional(v.boolean(), false),
  workers: Maybe(Count),
  /** Under which conditions it operates. */
  conditions: v.optional(Note, ''),
  /** For a school: the batch in which it comes back. */
  batch: Maybe(v.pipe(Count, v.maxValue(20))),
  grades: v.optional(v.pipe(v.array(Grade), v.maxLength(20)), []),
  /** Teachers and rooms, and how many of them are ready. */
  teachers: v.optional(Heads, 0),
  teachersReady: v.optional(Heads, 0),
  rooms: v.optional(Heads, 0),
  roomsReady: v.optional(Heads, 0),
  /** The last day for which it reported the health of its people. */
  lastReport: Maybe(Day),
})

/** A place's own report for one day: health monitoring and disinfection. Head counts only. */
export const selfReport = v.object({
  id: Id,
  place: Id,
  township: Id,
  unit: Maybe(Id),
  day: Day,
  present: Heads,
  symptoms: Heads,
  /** How many had their temperature taken. */
  measured: Heads,
  disinfected: v.boolean(),
  note: v.optional(lineOf(200), ''),
  by: Id,
  at: Instant,
  /** The spot check: whether what was found agrees, and the issue if it does not. */
  check: Maybe(v.object({ by: Id, at: Instant, agrees: v.boolean(), note: v.optional(Note, ''), issue: Maybe(Id) })),
})
