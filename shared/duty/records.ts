import * as v from 'valibot'
import { Count, Id, Instant, lineOf, Maybe, Note, position, Tally, Title } from '../core/fields.ts'

export const risks = ['low', 'high'] as const

/** A post that is staffed day and night (卡点、值守点): how many people it needs, and when. Its shifts are planned from its pattern. */
export const post = v.object({
  /** Short enough that a shift's id can hold it with a day and a slot. */
  id: v.pipe(Id, v.maxLength(44)),
  title: Title,
  place: Maybe(Id),
  township: Id,
  ...position,
  /** The slots of a day. A slot keeps its id when its hours change, so that its coming shifts can be found. */
  pattern: v.pipe(v.array(v.object({
    id: v.pipe(v.string(), v.regex(/^[a-z\d]{1,8}$/)),
    title: v.pipe(lineOf(20), v.minLength(1)),
    /** HH:MM by the county's clock. */
    start: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)),
    hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
    needed: v.pipe(Count, v.maxValue(200)),
  })), v.minLength(1), v.maxLength(12)),
  skills: v.optional(v.array(Id), []),
  risk: v.optional(v.picklist(risks), 'low'),
  leader: Maybe(Id),
  open: v.optional(v.boolean(), true),
  /** True if the post has a key, so that its code can be shown. */
  coded: v.optional(v.boolean(), false),
})

/** The secret that a post's changing code is made from. It is on no device's board; the post's leader may ask the server for it. */
export const postKey = v.object({ id: Id, key: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)) })

const arrivals = ['code', 'position', 'leader'] as const
const presence = v.object({
  in: Maybe(v.object({
    at: Instant,
    how: v.picklist(arrivals),
    /** Minutes after the start; 0 within the county's tolerance. */
    late: v.optional(Tally, 0),
    /** True if it reached the server more than a minute later: the leader must confirm it. */
    offline: v.optional(v.boolean(), false),
    /** True if the position was near the post only by its accuracy: the leader must confirm it. */
    vague: v.optional(v.literal(true)),
    confirmedBy: Maybe(Id),
  })),
  out: Maybe(v.object({
    at: Instant,
    /** Minutes before the end. */
    early: v.optional(Tally, 0),
  })),
})

export const shift = v.object({
  id: Id,
  title: Title,
  /** The post and the slot that it was planned from. */
  post: Maybe(Id),
  slot: Maybe(Id),
  place: Maybe(Id),
  township: Id,
  ...position,
  startsAt: Instant,
  endsAt: Instant,
  needed: Count,
  claimedBy: v.optional(v.array(Id), []),
  open: v.optional(v.boolean(), true),
  note: v.optional(Note, ''),
  skills: v.optional(v.array(Id), []),
  risk: v.optional(v.picklist(risks), 'low'),
  /** The waitlist (候补), in the order of joining. */
  waitlist: v.optional(v.array(Id), []),
  /** Places kept for people from the waitlist who have been asked and have not answered. Epoch ms. */
  offers: v.optional(v.array(v.object({ person: Id, until: Instant })), []),
  /** The teams that claimed places together. */
  crews: v.optional(v.array(Id), []),
  /** By person: the planner who gave them a place despite a limit of rest, and the reason. */
  overrides: v.optional(v.record(Id, v.object({ by: Id, reason: Note, at: Instant })), {}),
  /** Swap offers: holder `by` offers their place to `to`, for the shift `for` or for nothing. */
  swaps: v.optional(v.array(v.object({ by: Id, to: Id, for: Maybe(Id), at: Instant })), []),
  presence: v.optional(v.record(Id, presence), {}),
  /** By person: when they got a place in the running shift. They are expected from then on. */
  joined: v.optional(v.record(Id, Instant), {}),
  handover: Maybe(v.object({ text: v.pipe(Note, v.minLength(1)), by: Id, at: Instant, acknowledgedBy: Maybe(Id), acknowledgedAt: Maybe(Instant) })),
})

const mate = { person: Id, skills: v.optional(v.array(Id), []), trained: v.optional(v.array(Id), []) }

/** A team of volunteers that claims shifts together, all or none (青年突击队). Skills are those that each had when they asked to join. */
export const crew = v.object({
  id: Id,
  name: Title,
  leader: Id,
  members: v.pipe(v.array(v.object(mate)), v.maxLength(40)),
  /** Requests to join that the leader has not answered. */
  requests: v.optional(v.pipe(v.array(v.object({ ...mate, at: Instant })), v.maxLength(40)), []),
  at: Instant,
})
