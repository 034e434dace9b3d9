import * as v from 'valibot'
import { MaybeId, MaybeInstant } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { lineOf } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { Id, NewId } from '../records.ts'

/**
 * Gives feedback on the spot (当场反馈) with a slip that both sides sign: rejects with `not_signed`, unless the receiver refused to
 * sign. Issues in state `found` become `told`. All issues of a slip must be of one township (`invalid`) and have a unit (`needs_unit`).
 */
export const giveSlip = command({
  args: v.strictObject({
    slip: NewId,
    issues: v.pipe(v.array(Id), v.minLength(1), v.maxLength(20)),
    receiverPost: v.optional(lineOf(40), ''),
    signature: MaybeId,
    receiverSignature: MaybeId,
    refused: v.optional(v.boolean(), false),
    deviceAt: MaybeInstant,
  }),
  roles: ['coordinator', 'inspector', 'officer', 'admin'],
  tells: { slip: [], issue: ['deviceAt'] },
  run(draft, { slip: id, issues: ids, receiverPost, signature, receiverSignature, refused, deviceAt }, { actor, now }) {
    if (draft.get('slip', id)) reject('exists')
    const issues = [...new Set(ids)].map(one => draft.need('issue', one))
    const [first] = issues
    if (!first || issues.some(issue => issue.township !== first.township)) reject('invalid', 'of several townships')
    if (issues.some(issue => issue.state !== 'found' && issue.state !== 'told')) reject('illegal_step')
    if (issues.some(issue => !issue.unit)) reject('needs_unit')
    if (!signature || (!receiverSignature && !refused)) reject('not_signed')
    // A device does not see the counter, so its number is provisional until the server answers.
    const no = (draft.get('counter', 'slip')?.value ?? 0) + 1
    draft.put('counter', { id: 'slip', value: no })
    for (const issue of issues.filter(one => one.state === 'found')) draft.put('issue', { ...issue, state: 'told', since: now })
    draft.put('slip', {
      id,
      no,
      township: first.township,
      place: first.place,
      issues: issues.map(issue => issue.id),
      units: [...new Set(issues.flatMap(issue => issue.unit ?? []))],
      by: actor.id,
      at: now,
      deviceAt,
      receiverPost,
      signature,
      receiverSignature: refused ? null : receiverSignature,
    })
  },
})
