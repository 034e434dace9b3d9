import * as v from 'valibot'
import { Id, Instant, Maybe, Tally, words } from '../core/fields.ts'

/** An on-the-spot feedback slip (现场反馈单). Signatures are pictures, visible to readers of the slip; no name stands on the board. */
export const slip = v.object({
  id: Id,
  /** Number within the incident, given by the server. */
  no: Tally,
  township: Id,
  place: Maybe(Id),
  issues: v.pipe(v.array(Id), v.minLength(1), v.maxLength(20)),
  units: v.array(Id),
  by: Id,
  at: Instant,
  deviceAt: Maybe(Instant),
  /** The post of the receiver (院长), never a name. */
  receiverPost: v.optional(words(40), ''),
  /** Photos under the slip's id: both signatures drawn by finger. None of the receiver if they refused. */
  signature: Id,
  receiverSignature: Maybe(Id),
})
