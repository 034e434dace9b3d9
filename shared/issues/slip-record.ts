import * as v from 'valibot'
import { Id, Instant, lineOf, Maybe, Tally } from '../core/fields.ts'

/** A slip of feedback on the spot (现场反馈单). Signatures are pictures that only readers of the slip see; the board has no names. */
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
  /** The receiver's post (院长), never their name. */
  receiverPost: v.optional(lineOf(40), ''),
  /** The ids of the pictures of both signatures. The receiver's is null if they refused to sign. */
  signature: Id,
  receiverSignature: Maybe(Id),
})
