import * as v from 'valibot'
import { Id, Instant, Lat, lineOf, Lng, Maybe, Note, Title } from '../core/fields.ts'
import { zoneLevels } from './levels.ts'
import { liftFacts } from './lift-record.ts'

export { zoneLevels }

/** What was done with a zone that its history tells. */
export const zoneSteps = ['drawn', 'level', 'ended', 'restored', 'split', 'merged', 'redrawn'] as const

/** One step in the life of a zone: when it was done, by whom, why, who approved it, and the level after it. */
const step = v.object({
  step: v.picklist(zoneSteps),
  at: Instant,
  by: Maybe(Id),
  level: v.picklist(zoneLevels),
  reason: v.optional(Note, ''),
  approver: v.optional(lineOf(40), ''),
  /** True if an approver overrode conditions that were not met. */
  overridden: v.optional(v.boolean(), false),
})

export const zone = v.object({
  id: Id,
  name: Title,
  level: v.picklist(zoneLevels),
  /** One ring of [lng, lat] in WGS-84, not closed, at least three corners. */
  ring: v.pipe(v.array(v.tuple([Lng, Lat])), v.minLength(3), v.maxLength(500)),
  validFrom: Instant,
  validTo: Maybe(Instant),
  reason: v.optional(Note, ''),
  approver: v.optional(lineOf(40), ''),
  liftedAt: Maybe(Instant),
  /** The oldest first. Empty for a zone that an earlier version drew and nobody has changed since. */
  history: v.optional(v.pipe(v.array(step), v.maxLength(200)), []),
  /** What the conditions for lifting it ask about, as far as it was entered. */
  known: v.optional(liftFacts, { case: null, contact: null, round: null }),
})
