import * as v from 'valibot'
import { Count, Id, Instant, keeping, Maybe, Note, position, Title, words } from '../core/fields.ts'

export const place = v.object({
  id: Id,
  name: Title,
  kind: Id,
  township: Id,
  address: v.optional(words(200), ''),
  /** The department it is under (主管部门). */
  unit: Maybe(Id),
  ...keeping,
  ...position,
  note: v.optional(Note, ''),
  retired: v.optional(v.boolean(), false),
  /** True if a poster with a valid code exists; see `place-code.ts`. */
  coded: v.optional(v.boolean(), false),
  /** For a checkpoint: number of lanes; null if unknown. */
  lanes: Maybe(v.pipe(Count, v.maxValue(60))),
  /** When a team last checked in here; null when none has. */
  inspectedAt: Maybe(Instant),
})

/** What the code of a place's poster is made from; told to nobody. id is the place. */
export const placeKey = v.object({ id: Id, key: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)) })
