import * as v from 'valibot'
import { Id, Instant, Lat, lineOf, Lng, Maybe, Note, Title } from '../core/fields.ts'

export const zoneLevels = ['lockdown', 'control', 'precaution'] as const

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
})
