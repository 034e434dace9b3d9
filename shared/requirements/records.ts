import * as v from 'valibot'
import { Count, Id, Instant, lineOf, Maybe, Note } from '../core/fields.ts'
import { phases } from '../incident/records.ts'
import { zoneLevels } from '../zones/records.ts'

/** What is done for all people at a place: a test (检测), a visit (走访), a disinfection (消杀). */
export const careActs = ['test', 'visit', 'disinfect'] as const
/** Where a place lies: in a zone of that level, the strictest that holds it, or in none. */
export const whereLevels = [...zoneLevels, 'outside'] as const

const Version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))
/** Half an hour to a year. */
const Hours = v.pipe(v.number(), v.finite(), v.minValue(0.5), v.maxValue(8760))

/**
 * One version of a requirement: how often an act is due at places of these kinds, in zones of these levels, in these phases. A new
 * version replaces it from its `validFrom` on and never changes what was due before.
 */
export const requirement = v.object({
  id: Id,
  /** The same for all versions. */
  rule: Id,
  version: Version,
  act: v.picklist(careActs),
  kinds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(50)),
  levels: v.pipe(v.array(v.picklist(whereLevels)), v.minLength(1), v.maxLength(4)),
  phases: v.pipe(v.array(v.picklist(phases)), v.minLength(1), v.maxLength(3)),
  /** Hours from one act to the next. */
  every: Hours,
  /** Hours from when it begins to apply to the first act. */
  first: Hours,
  /** The requirement as people say it. */
  zh: v.pipe(lineOf(120), v.minLength(1)),
  en: v.optional(lineOf(120), ''),
  /** Document, article and date that it comes from, or that the county decided it. */
  source: v.object({ zh: v.pipe(lineOf(200), v.minLength(1)), en: v.optional(lineOf(200), '') }),
  validFrom: Instant,
  /** Null: until a new version. */
  validTo: Maybe(Instant),
  by: Maybe(Id),
})

/** When an act was last done at a place, by whom, and for how many people. */
export const fulfilment = v.object({
  id: Id,
  place: Id,
  township: Id,
  /** The department that supervises the place. */
  unit: Maybe(Id),
  act: v.picklist(careActs),
  at: Instant,
  by: Id,
  count: Maybe(Count),
  note: v.optional(Note, ''),
  /** The one before, for undo. */
  before: Maybe(v.object({ at: Instant, by: Id, count: Maybe(Count), note: v.optional(Note, '') })),
})
