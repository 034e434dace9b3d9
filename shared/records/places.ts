import * as v from 'valibot'
import { Count, Id, Instant, keeping, Maybe, Note, position, Title, words } from './fields.ts'

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
  /** Of a checkpoint: how many lanes are kept; null where nobody has said. */
  lanes: Maybe(v.pipe(Count, v.maxValue(60))),
  /** When a team last checked in here; null when none has. */
  inspectedAt: Maybe(Instant),
})
