import * as v from 'valibot'
import { edit, listed, MaybeId, MaybeInstant, where } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { keeping, Tally } from '../core/fields.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { mostVoices, mostVoicesAtOnce, VoiceId } from '../core/voices.ts'
import { Id, Instant, issueStates, NewId, Note, schemas, severities, Title } from '../records.ts'
import { correct } from './corrections.ts'
import { makeIssue } from './finding.ts'
import { fixers, followed, mayNotClose, photosOfFix, sentBack, startOf, stepOf } from './steps.ts'

const { keeper, keeperPost } = keeping
const Voices = v.optional(v.pipe(v.array(VoiceId), v.maxLength(mostVoicesAtOnce)))

const hour = 3_600_000
const finders = ['coordinator', 'inspector', 'officer', 'admin'] as const
const everyoneAtWork = ['coordinator', 'inspector', 'officer', 'unit', 'admin', 'overseer'] as const

export const reportIssue = command({
  args: v.strictObject({
    issue: NewId,
    title: Title,
    note: v.optional(Note, ''),
    aspect: Id,
    severity: v.picklist(severities),
    ...where,
    place: MaybeId,
    places: v.optional(v.pipe(v.array(Id), v.maxLength(200)), []),
    inspection: MaybeId,
    item: MaybeId,
    unit: MaybeId,
    keeper: keeping.keeper,
    keeperPost: keeping.keeperPost,
    deviceAt: MaybeInstant,
    photos: v.optional(v.pipe(v.array(Id), v.maxLength(9)), []),
    voices: Voices,
  }),
  roles: finders,
  tells: { issue: ['photos', 'deviceAt'] },
  run(draft, { issue: id, ...args }, context) {
    if (draft.get('issue', id)) reject('exists')
    listed(context.facts, args)
    for (const place of args.place ? [args.place, ...args.places] : args.places) draft.need('place', place)
    if (args.inspection) draft.need('inspection', args.inspection)
    // The parties of the place are those of the issue too, unless the report names others.
    const place = args.place ? draft.get('place', args.place) : undefined
    makeIssue(draft, { id, ...args, unit: args.unit ?? place?.unit ?? null, keeper: args.keeper || place?.keeper || '', keeperPost: args.keeperPost || place?.keeperPost || '' }, context)
  },
})

/** Edits an issue. A lower severity extends the deadline, so officers may not choose it (`forbidden`), and others must give a reason (`needs_reason`). */
export const editIssue = command({
  args: v.strictObject({
    issue: Id,
    ...edit({ title: Title, note: Note, aspect: Id, severity: v.picklist(severities), keeper, keeperPost }),
    reason: v.optional(Note, ''),
  }),
  roles: finders,
  tells: { issue: ['set', 'base'] },
  run(draft, args, context) {
    const { actor, facts } = context
    const issue = draft.need('issue', args.issue)
    listed(facts, args.set)
    const merged = merge(issue, args.set, args.base)
    // A closed issue keeps the deadline by which it was late or in time.
    const judged = merged.severity === issue.severity || issue.state === 'closed'
    const deadline = judged ? issue.deadline : startOf(issue) + facts.hours[merged.severity] * hour
    if (deadline > issue.deadline && actor.role === 'officer') reject('forbidden', 'severity')
    if (deadline > issue.deadline && !args.reason) reject('needs_reason')
    correct(draft, issue, { ...merged, deadline }, context)
  },
})

export const moveIssue = command({
  args: v.strictObject({ issue: Id, ...edit({ ...where, place: schemas.issue.entries.place }) }),
  roles: finders,
  tells: { issue: ['set', 'base'] },
  run(draft, args, context) {
    const issue = draft.need('issue', args.issue)
    listed(context.facts, args.set)
    if (args.set.place) draft.need('place', args.set.place)
    correct(draft, issue, merge(issue, args.set, args.base), context)
  },
})

/** Adds a comment. Its text is only in the log; the board has the number of comments. */
export const commentIssue = command({
  args: v.strictObject({ issue: Id, text: v.pipe(Note, v.minLength(1)) }),
  roles: everyoneAtWork,
  tells: { issue: ['text'] },
  run(draft, args, { now }) {
    const issue = draft.need('issue', args.issue)
    draft.put('issue', { ...issue, comments: issue.comments + 1, notedAt: now })
  },
})

export const attachPhoto = command({
  args: v.strictObject({ issue: Id, photo: Id, after: v.optional(v.boolean(), false) }),
  roles: everyoneAtWork,
  tells: { issue: [] },
  gathers: 'issue',
  run(draft, args) {
    const issue = draft.need('issue', args.issue)
    if (issue.photos.includes(args.photo)) reject('exists')
    if (issue.photos.length >= 30) reject('too_large')
    draft.put('issue', { ...issue, photos: [...issue.photos, args.photo], after: args.after ? [...issue.after, args.photo] : issue.after })
  },
})

/** Adds another finding of the same problem to an open issue, with its own note and photos. */
export const addFinding = command({
  args: v.strictObject({ issue: Id, note: v.optional(Note, ''), inspection: MaybeId, photos: v.optional(v.pipe(v.array(Id), v.maxLength(9)), []), voices: Voices }),
  roles: finders,
  tells: { issue: ['note', 'photos'] },
  run(draft, { issue: id, note, inspection, photos, voices = [] }, { actor, now }) {
    const issue = draft.need('issue', id)
    if (!followed(issue)) reject('illegal_step', issue.state)
    if (inspection) draft.need('inspection', inspection)
    const all = [...new Set([...issue.photos, ...photos])]
    const heard = [...new Set([...issue.voices ?? [], ...voices])]
    const silenced = issue.silenced ?? []
    if (voices.some(one => silenced.includes(one))) reject('exists')
    if (all.length > 30 || heard.length + silenced.length > mostVoices || issue.findings.length >= 50) reject('too_large')
    draft.put('issue', { ...issue, photos: all, ...heard.length && { voices: heard }, findings: [...issue.findings, { note, inspection, by: actor.id, at: now }] })
  },
})

/** Records that the actor has read the first `count` reasons for which the issue was sent back. */
export const readReturns = command({
  args: v.strictObject({ issue: Id, count: Tally }),
  roles: fixers,
  tells: { issue: [] },
  routine: true,
  run(draft, { issue: id, count }, { actor }) {
    const issue = draft.need('issue', id)
    const read = Math.min(count, issue.returns.length)
    draft.put('issue', { ...issue, returnsRead: { ...issue.returnsRead, [actor.id]: Math.max(read, issue.returnsRead[actor.id] ?? 0) } })
  },
})

/** Gives an issue its unit, or another one. `base` is null for an issue without a unit. An assigned issue keeps having one. */
export const assignIssue = command({
  args: v.strictObject({ issue: Id, set: v.strictObject({ unit: Id }), base: v.strictObject({ unit: MaybeId }) }),
  roles: finders,
  tells: { issue: ['set', 'base'] },
  run(draft, args, context) {
    const issue = draft.need('issue', args.issue)
    listed(context.facts, args.set)
    const merged = merge(issue, args.set, args.base)
    correct(draft, issue, merged.unit === issue.unit ? merged : { ...merged, assignedAt: context.now }, context)
  },
})

/** Headquarters extends the deadline and gives a reason. The former deadline stays in the log. Rejects with `needs_reason`, `needs_date`, `illegal_step`. */
export const extendIssue = command({
  args: v.strictObject({ issue: Id, ...edit({ deadline: Instant }), reason: v.optional(Note, '') }),
  roles: ['coordinator', 'admin'],
  tells: { issue: ['set', 'base', 'reason'] },
  run(draft, args, { now }) {
    const issue = draft.need('issue', args.issue)
    if (issue.state === 'closed') reject('illegal_step')
    if (!args.reason) reject('needs_reason')
    if (!args.set.deadline || args.set.deadline <= now) reject('needs_date')
    draft.put('issue', merge(issue, args.set, args.base))
  },
})

/**
 * Takes an issue to its next state by the table in `steps.ts`. `from` is the state that the person saw. Rejects with
 * `illegal_step` if the issue is in another state or the table has no such step; `needs_unit`, `needs_reason`, `needs_date`,
 * `returns_unread`, `needs_after_photo` where the county requires one, and `recheck_by_another` for somebody who may not close it.
 */
export const advanceIssue = command({
  args: v.strictObject({
    issue: Id,
    from: v.picklist(issueStates),
    to: v.picklist(issueStates),
    reason: v.optional(Note, ''),
    nextDate: MaybeInstant,
  }),
  roles: everyoneAtWork,
  tells: { issue: ['from', 'to', 'reason', 'nextDate'] },
  run(draft, args, { actor, now, facts }) {
    const issue = draft.need('issue', args.issue)
    const step = stepOf(args.from, args.to)
    if (!step || issue.state !== args.from) reject('illegal_step', `${issue.state} → ${args.to}`)
    if (!step.roles.includes(actor.role)) reject('forbidden')
    if (!issue.unit) reject('needs_unit')
    if (step.needs && !args.reason) reject('needs_reason')
    if (step.needs === 'date' && !(args.nextDate && args.nextDate > now)) reject('needs_date')
    if (args.to === 'awaiting' && issue.returns.length > (issue.returnsRead[actor.id] ?? 0)) reject('returns_unread')
    if (args.to === 'awaiting' && facts.rules.afterPhoto && photosOfFix(issue) === 0) reject('needs_after_photo')
    if (args.to === 'closed' && mayNotClose(issue, actor, facts)) reject('recheck_by_another')
    // A relapsed issue, or a deferred one that is taken up again, gets the full time once more.
    const again = args.to === 'relapsed' || args.from === 'deferred'
    draft.put('issue', {
      ...issue,
      state: args.to,
      since: now,
      deadline: again ? now + facts.hours[issue.severity] * hour : issue.deadline,
      dueFrom: again ? now : issue.dueFrom,
      nextDate: args.to === 'deferred' ? args.nextDate : null,
      rectifiedBy: args.to === 'awaiting' ? actor.id : issue.rectifiedBy,
      fixedAt: args.to === 'awaiting' ? now : args.to === 'closed' ? issue.fixedAt : null,
      closedBy: args.to === 'closed' ? actor.id : issue.closedBy,
      afterOld: sentBack(args.from, args.to) ? issue.after.length : issue.afterOld,
      returns: sentBack(args.from, args.to) ? [...issue.returns, { reason: args.reason, by: actor.id, at: now }] : issue.returns,
      ...args.to === 'relapsed' && { relapses: issue.relapses + 1, relapsedAt: now },
    })
  },
})
