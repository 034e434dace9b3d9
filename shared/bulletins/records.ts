import * as v from 'valibot'
import { Day, Id, Instant, Maybe, Tally, words } from '../core/fields.ts'

const counts = {
  found: Tally,
  foundToday: Tally,
  closed: Tally,
  closedToday: Tally,
  followed: Tally,
  overdue: Tally,
}
const part = v.object(counts)

/** What one unit is responsible for and how it did: all that a ranking needs. */
const unitPart = v.object({
  ...counts,
  /** How often one of its closed issues was found open again. */
  relapses: Tally,
  /** Median share of the time allowed that its closed issues took until the fix was sent in, in per cent; null while none is closed. */
  pace: Maybe(Tally),
  /** Overdue, or put right too late; null in a bulletin that was frozen before this was counted. */
  late: Maybe(Tally),
})

/** The figures of one day, from one cut-off to the next. Each has its rows: see `rows-behind.ts`. */
export const figures = v.object({
  ...counts,
  relapsedToday: Tally,
  byAspect: v.record(Id, part),
  byTownship: v.record(Id, part),
  bySeverity: v.record(Id, part),
  /** `none` holds the issues without a unit. */
  byUnit: v.record(Id, unitPart),
  inspections: Tally,
  placesSeen: Tally,
  /** Teams with neither a signed inspection nor a signed "nothing today". */
  silentTeams: v.array(Id),
  shortages: Tally,
  /** Shifts that lack people, and how many people. */
  gaps: Tally,
  missing: Tally,
  zones: Tally,
})

/** A day's figures (日汇总) as they were at its cut-off; id is the day. Nothing that comes later changes them. */
export const bulletin = v.object({
  id: Id,
  day: Day,
  /** From the cut-off before (not of the day) to its own (still of the day). */
  from: Instant,
  until: Instant,
  /** The last commit of the day: these figures are the log up to there. */
  seq: Tally,
  figures,
  /** Closed issues drawn from the same log for other people to look at again, and who confirmed them. */
  sample: v.array(Id),
  held: v.optional(v.record(Id, Id), {}),
  /** Given when headquarters signs it (签发). From then on the townships and units in it read it too. */
  no: Maybe(Tally),
  issuedBy: Maybe(Id),
  issuedAt: Maybe(Instant),
})

export const corrected = ['title', 'aspect', 'severity', 'township', 'unit'] as const

/** A field that an earlier bulletin had counted and that was changed since: one line (更正) of the next bulletin. */
export const correction = v.object({
  id: Id,
  /** Number within the incident, given by the server. */
  no: Tally,
  /** The bulletin that had the old value. */
  day: Day,
  issue: Id,
  township: Id,
  unit: Maybe(Id),
  field: v.picklist(corrected),
  was: words(80),
  is: words(80),
  by: Id,
  at: Instant,
})
