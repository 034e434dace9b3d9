import * as v from 'valibot'
import { Count, Id, Instant, lineOf, Maybe, Note, Tally } from '../core/fields.ts'

export const roundResults = ['negative', 'positive', 'incomplete'] as const

/** A round of mass testing (大规模核酸检测). */
export const round = v.object({
  id: Id,
  no: Count,
  /** What it is called besides its number; often empty. */
  name: v.optional(lineOf(40), ''),
  startsAt: Instant,
  endsAt: Instant,
  /** How many people each township must have sampled. Townships that are not named take no part. */
  targets: v.record(Id, Count),
  openedBy: Id,
  openedAt: Instant,
  closedBy: Maybe(Id),
  closedAt: Maybe(Instant),
  /** Incomplete if results were still missing at the closing. Null while it is open. */
  result: Maybe(v.picklist(roundResults)),
  /** Why it was closed before all results were in. */
  reason: v.optional(Note, ''),
})

/** Figures of a site since the round began, as somebody entered them: never of one person. */
const figures = { at: Instant, by: Id, sampled: Tally, reported: Tally, tubes: Tally }
/** More entries than a site makes in a round of two days by the hour. */
export const mostEntries = 48

/** One site in one round. The id is made from both. */
export const sampling = v.object({
  id: Id,
  round: Id,
  place: Id,
  township: Id,
  /** The department that supervises the place. */
  unit: Maybe(Id),
  target: Count,
  /** By their time, the newest last: it is the one that counts. */
  entries: v.optional(v.pipe(v.array(v.object(figures)), v.maxLength(mostEntries)), []),
  /** When the round was closed. */
  closedAt: Maybe(Instant),
})

export const tubeStates = ['open', 'cleared', 'confirmed'] as const

/** A mixed tube (混采管) that was positive. It stays open until its people have been tested one by one. Nobody is named. */
export const tube = v.object({
  id: Id,
  round: Id,
  place: Id,
  township: Id,
  unit: Maybe(Id),
  /** As printed on the tube. Letters and digits only, so that no name fits. */
  code: v.pipe(v.string(), v.regex(/^[\w-]{1,24}$/)),
  /** How many people share it. */
  people: v.pipe(Count, v.maxValue(50)),
  state: v.picklist(tubeStates),
  by: Id,
  at: Instant,
  dueAt: Instant,
  settledBy: Maybe(Id),
  settledAt: Maybe(Instant),
})
