import * as v from 'valibot'
import { Count, Id, Instant, keeping, lineOf, Maybe, Note, position, Title } from '../core/fields.ts'

export const place = v.object({
  id: Id,
  name: Title,
  kind: Id,
  township: Id,
  address: v.optional(lineOf(200), ''),
  /** The department that supervises it (主管部门). */
  unit: Maybe(Id),
  ...keeping,
  ...position,
  note: v.optional(Note, ''),
  retired: v.optional(v.boolean(), false),
  /** True if the place has a valid key, so that a poster can be made; see `place-code.ts`. */
  coded: v.optional(v.boolean(), false),
  /** The number of lanes of a checkpoint; null if unknown. */
  lanes: Maybe(v.pipe(Count, v.maxValue(60))),
  /** When a team last checked in here; null if none has. */
  inspectedAt: Maybe(Instant),
})

/** The secret that the code of a place's poster is made from. It never leaves the server. The id is the place. */
export const placeKey = v.object({ id: Id, key: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)) })
