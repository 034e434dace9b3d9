import * as v from 'valibot'
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
  /** A grouped issue of a sweep: every place it is about. */
  places: v.optional(v.array(Id), []),
  ...position,
  /** The inspection it was found in, and the item of its checklist that failed. */
  inspection: Maybe(Id),
  item: Maybe(Id),
  /** The unit that must fix it (责任单位). Without one the issue cannot leave `found`. */
  unit: Maybe(Id),
  ...keeping,
  state: v.picklist(issueStates),
  deadline: Instant,
  /** From when on its time counts: the finding, the relapse, or being taken up again. Null in what was written before this was kept. */
  dueFrom: Maybe(Instant),
  /** When a deferred issue is looked at again. */
  nextDate: Maybe(Instant),
  foundBy: Id,
  foundAt: Instant,
  /** The device's own clock, kept as a claim. */
  deviceAt: Maybe(Instant),
  rectifiedBy: Maybe(Id),
  /** When the current fix was sent in; null without one, and in records from before this was stored. */
  fixedAt: Maybe(Instant),
  closedBy: Maybe(Id),
  /** How often it was closed and found open again, and when last. */
  relapses: v.optional(Tally, 0),
  relapsedAt: Maybe(Instant),
  /** When it came into its present state. */
  since: Instant,
  photos: v.optional(v.array(Id), []),
  /** Those of the photos that show what was put right. */
  after: v.optional(v.array(Id), []),
  /** Reasons for returns and relapses, oldest first; the next fix requires that they are read. */
  returns: v.optional(v.array(v.object({ reason: Note, by: Id, at: Instant })), []),
  /** How many of these each person has read. */
  returnsRead: v.optional(v.record(Id, Tally), {}),
  /** Found again by others while it was open: their words and photos stay with the first finding. */
  findings: v.optional(v.array(v.object({ note: Note, inspection: Maybe(Id), by: Id, at: Instant })), []),
  /** When somebody last wrote how it stands; a deferred issue has a note a day. */
  notedAt: Maybe(Instant),
  comments: v.optional(Tally, 0),
})
