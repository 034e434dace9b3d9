import * as v from 'valibot'
import { Id, Instant, lineOf, Maybe, Note } from '../core/fields.ts'
import { zoneLevels } from './levels.ts'

/**
 * What a condition for lifting a zone asks about. People enter the first three with a date and evidence: the last case in the zone, the last
 * exposure of a contact who lives there, and the last round of tests in which everybody was negative. The board itself answers `stricter`:
 * whether a stricter zone is still in force in the county.
 */
export const liftAsks = ['case', 'contact', 'round', 'stricter'] as const
export const entered = ['case', 'contact', 'round'] as const

/** One version of a condition that must be met before a zone of these levels is lifted or lowered. */
export const liftCondition = v.object({
  id: Id,
  /** The same for all versions. */
  rule: Id,
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  asks: v.picklist(liftAsks),
  levels: v.pipe(v.array(v.picklist(zoneLevels)), v.minLength(1), v.maxLength(3)),
  /** For a case or a contact the days that must have passed since, for a round the days within which it must lie. The board's own answer needs none. */
  days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
  zh: v.pipe(lineOf(120), v.minLength(1)),
  en: v.optional(lineOf(120), ''),
  source: v.object({ zh: v.pipe(lineOf(200), v.minLength(1)), en: v.optional(lineOf(200), '') }),
  validFrom: Instant,
  /** Null: until a new version. */
  validTo: Maybe(Instant),
  by: Maybe(Id),
})

/** What is known about one question in a zone: the moment it happened, who entered it when, and the evidence. */
export const liftFact = v.object({ at: Instant, by: Id, enteredAt: Instant, evidence: v.pipe(Note, v.minLength(1)) })
export const liftFacts = v.object({ case: Maybe(liftFact), contact: Maybe(liftFact), round: Maybe(liftFact) })
