import * as v from 'valibot'
import { Day, Id, Instant, lineOf, Maybe, Note, Tally } from '../core/fields.ts'

const counts = {
  found: Tally,
  foundToday: Tally,
  closed: Tally,
  closedToday: Tally,
  followed: Tally,
  overdue: Tally,
}
const part = v.object(counts)

/** The figures of one unit, with what a ranking needs. */
const unitPart = v.object({
  ...counts,
  /** How often one of its closed issues relapsed. */
  relapses: Tally,
  /** The median share of the allowed time that its closed issues used until the fix was sent, in per cent; null if none is closed. */
  pace: Maybe(Tally),
  /** Issues that are overdue or were fixed late; null in bulletins frozen before this was counted. */
  late: Maybe(Tally),
})

/** The figures of one day, from one cut-off to the next. `rows-behind.ts` finds the rows of each. */
export const figures = v.object({
  ...counts,
  relapsedToday: Tally,
  byAspect: v.record(Id, part),
  byTownship: v.record(Id, part),
  bySeverity: v.record(Id, part),
  /** Issues without a unit are under `none`. */
  byUnit: v.record(Id, unitPart),
  inspections: Tally,
  placesSeen: Tally,
  /** Teams that have not reported: neither a signed inspection nor a signed 今日无问题. */
  silentTeams: v.array(Id),
  shortages: Tally,
  /** Shifts that lack people, and how many people they lack. */
  gaps: Tally,
  missing: Tally,
  zones: Tally,
})

/** A day's figures (日汇总) as they were at its cut-off. The id is the day. Nothing that happens later may change them. */
export const bulletin = v.object({
  id: Id,
  day: Day,
  /** After the previous day's cut-off, up to and including its own. */
  from: Instant,
  until: Instant,
  /** The seq of the day's last commit. The figures follow from the log up to there. */
  seq: Tally,
  figures,
  /** The closed issues drawn for a spot check (抽查), and by issue who confirmed that it is still fixed. */
  sample: v.array(Id),
  held: v.optional(v.record(Id, Id), {}),
  /** Given when headquarters signs it (签发). From then on townships and units can read it too. */
  no: Maybe(Tally),
  issuedBy: Maybe(Id),
  issuedAt: Maybe(Instant),
  /** What headquarters adds before it signs: typical cases (典型案例) and requirements (工作要求). */
  cases: v.optional(Note, ''),
  requirements: v.optional(Note, ''),
  /** The townships and units that have opened it since it was signed. */
  readBy: v.optional(v.array(Id), []),
  /** Numbers that were withdrawn before anybody had read the bulletin. They are not given again. */
  withdrawn: v.optional(v.array(v.object({ no: Tally, reason: Note, by: Id, at: Instant })), []),
})

export const corrected = ['title', 'aspect', 'severity', 'township', 'unit'] as const

/** A field that was changed after a bulletin had counted its old value: one correction (更正) in the next bulletin. */
export const correction = v.object({
  id: Id,
  /** Number within the incident, given by the server. */
  no: Tally,
  /** The day of the bulletin that has the old value. */
  day: Day,
  issue: Id,
  township: Id,
  unit: Maybe(Id),
  field: v.picklist(corrected),
  was: lineOf(80),
  is: lineOf(80),
  by: Id,
  at: Instant,
})
