import * as v from 'valibot'
import { Id, NewId } from '../core/fields.ts'

/** What a request of the API carries besides its path. The OpenAPI document is made from these schemas. */

const whole = (most: number) => v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number), v.maxValue(most))
/** The number of a commit. */
const Seq = whole(1e12)

/** The most records in one page, and how many seconds an answer about changes may wait for them. */
export const apiBounds = { records: 500, wait: 25 } as const

export const RecordsQuery = v.strictObject({
  township: v.optional(v.pipe(Id, v.description('Only records of this township.'))),
  since: v.optional(v.pipe(Seq, v.description('Only records that were changed after this seq. A removed record is not listed: follow the changes for those.'))),
  after: v.optional(v.pipe(Id, v.description('`next` of the page before: the page begins after it.'))),
  size: v.optional(v.pipe(whole(apiBounds.records), v.minValue(1), v.description(`Records in a page, at most ${apiBounds.records}. A page may have fewer.`)), '100'),
})

export const ChangesQuery = v.strictObject({
  after: v.pipe(Seq, v.description('The last seq that you have: `to` of the answer before, or 0.')),
  epoch: v.optional(v.pipe(v.string(), v.maxLength(64), v.description('The epoch of the answer before. If the board has another one by now, it was restored from a backup: the answer is `conflict`, and you read everything again.'))),
  wait: v.optional(v.pipe(whole(apiBounds.wait), v.description(`Seconds to wait for a change if there is none yet, at most ${apiBounds.wait}.`)), '0'),
})

/** A command as a system sends it; its name is in the path. */
export const Given = v.strictObject({
  id: v.pipe(NewId, v.description('Made by you, for example a UUID. The same command sent again under the same id is done once and gets the same answer.')),
  args: v.unknown(),
})
