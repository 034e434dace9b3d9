import * as v from 'valibot'
import { masks } from '../core/blocks.ts'
import { Id, Instant, keeping, Maybe, Note, position, Tally, Title } from '../core/fields.ts'

export const issueStates = ['found', 'told', 'rectifying', 'awaiting', 'closed', 'relapsed', 'deferred'] as const
export const severities = ['immediate', 'day', 'threeDays'] as const

export const issue = v.object({
  id: Id,
  /** Number within the incident, given by the server in order of arrival. */
  no: Tally,
  title: Title,
  note: v.optional(Note, ''),
  aspect: Id,
  severity: v.picklist(severities),
  township: Id,
  place: Maybe(Id),
  /** For the grouped issue of a sweep: every place it is about. */
  places: v.optional(v.array(Id), []),
  ...position,
  /** The inspection in which it was found, and the checklist item that failed. */
  inspection: Maybe(Id),
  item: Maybe(Id),
  /** The unit that must fix it (责任单位). Without one the issue cannot leave `found`. */
  unit: Maybe(Id),
  ...keeping,
  state: v.picklist(issueStates),
  deadline: Instant,
  /** When it was given to its unit after it had been found; null if it was found with it, and in older records. */
  assignedAt: Maybe(Instant),
  /** When its time began: when it was found, relapsed, or was taken up again after a deferral. Null in records from before this was stored. */
  dueFrom: Maybe(Instant),
  /** The day and time to which a deferred issue is put off. */
  nextDate: Maybe(Instant),
  foundBy: Id,
  foundAt: Instant,
  /** The time by the device's clock, which nobody has verified. */
  deviceAt: Maybe(Instant),
  rectifiedBy: Maybe(Id),
  /** When the current fix was sent in; null without one, and in records from before this was stored. */
  fixedAt: Maybe(Instant),
  closedBy: Maybe(Id),
  /** How often it relapsed after being closed, and when last. */
  relapses: v.optional(Tally, 0),
  relapsedAt: Maybe(Instant),
  /** When it entered its present state. */
  since: Instant,
  photos: v.optional(v.array(Id), []),
  /** The photos that show the rectification. */
  after: v.optional(v.array(Id), []),
  masks,
  /** Voice notes, and those whose sound was removed. */
  voices: v.optional(v.array(Id)),
  silenced: v.optional(v.array(Id)),
  /** How many of these show an earlier fix, which was sent back or did not last. */
  afterOld: v.optional(Tally, 0),
  /** The reasons for which it was sent back or relapsed, oldest first. The person who sends the next fix must have read them. */
  returns: v.optional(v.array(v.object({ reason: Note, by: Id, at: Instant })), []),
  /** By person: how many of these reasons they have read. */
  returnsRead: v.optional(v.record(Id, Tally), {}),
  /** Later findings of the same problem, made while the issue was open. */
  findings: v.optional(v.array(v.object({ note: Note, inspection: Maybe(Id), by: Id, at: Instant })), []),
  /** When somebody last commented on it. A deferred issue needs a comment every day. */
  notedAt: Maybe(Instant),
  comments: v.optional(Tally, 0),
})
