import * as v from 'valibot'
import { Id, Instant, lineOf, Maybe, Tally, Title } from '../core/fields.ts'

/** The kinds of records that a table can be made of. */
export const tableKinds = ['issue', 'place', 'shift', 'shortage', 'stock', 'move', 'delivery', 'pledge', 'inspection', 'zone', 'fulfilment', 'letter', 'bulletin', 'round', 'sampling', 'tube', 'quarantine', 'batch', 'transfer', 'exposure', 'reopening', 'selfReport', 'helpCount', 'careCount'] as const

/** When a time must lie: since the last cut-off, or before or after the moment at which the table is made. */
export const whens = ['today', 'past', 'pastDay', 'pastWeek', 'ahead', 'aheadDay', 'aheadWeek'] as const

const Field = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z]{0,29}$/))
const Figure = v.pipe(v.number(), v.finite())

/** One condition on a field. Which parts count follows from what the field holds: `among` for a choice, `has` for a text, `least` and `most` for a number, `when` for a time. */
const filter = v.object({
  field: Field,
  among: v.optional(v.pipe(v.array(Id), v.maxLength(60)), []),
  has: v.optional(lineOf(80), ''),
  least: Maybe(Figure),
  most: Maybe(Figure),
  when: Maybe(v.picklist(whens)),
})

/** A saved table (一表通): which records, columns, conditions, groups and sums. It holds no figures: these are worked out for each reader, from what that person may see. */
export const table = v.object({
  id: Id,
  name: Title,
  of: v.picklist(tableKinds),
  /** `title` replaces the usual title of the column. */
  columns: v.pipe(v.array(v.object({ field: Field, title: v.optional(lineOf(40), ''), sum: v.optional(v.boolean(), false) })), v.minLength(1), v.maxLength(20)),
  filters: v.optional(v.pipe(v.array(filter), v.maxLength(10)), []),
  /** The field whose values make the groups. */
  group: Maybe(Field),
  /** False for a table of sums alone. */
  rows: v.optional(v.boolean(), true),
  /** True if it includes the records that have left the live boards. */
  settled: v.optional(v.boolean(), false),
  /** Who may open it: only its owner, the people who see what the owner sees, or all but volunteers and contacts. */
  shared: v.optional(v.picklist(['own', 'colleagues', 'all']), 'own'),
  owner: Id,
  /** The audience of its owner when it was saved. */
  home: v.pipe(v.string(), v.regex(/^[a-z]+(?::[\w~-]{1,64})?$/)),
  /** Raised by one with each change. */
  version: Tally,
  at: Instant,
  /** Sent each day at this hour of the county, to the receiver of that name, from `since` on. */
  schedule: Maybe(v.object({ at: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)), to: v.pipe(lineOf(60), v.minLength(1)), since: Instant })),
})
