import * as v from 'valibot'
import { command } from '../core/command.ts'
import { spanOf } from '../core/cut-off.ts'
import { Tally } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { Day, Id, schemas } from '../records.ts'

const { figures, sample } = schemas.bulletin.entries

/** The day's figures, which the server reads from the log up to the cut-off. Later commits are not in them. */
export const freezeBulletin = command({
  args: v.strictObject({ day: Day, seq: Tally, figures, sample }),
  roles: ['system'],
  tells: { bulletin: [] },
  run(draft, { day, ...read }, { now, facts }) {
    const { from, until } = spanOf(day, facts)
    if (draft.get('bulletin', day)) reject('exists')
    if (now < until) reject('illegal_step')
    draft.put('bulletin', { id: day, day, from, until, ...read, held: {}, no: null, issuedBy: null, issuedAt: null })
  },
})

/** Signed by headquarters (签发): it gets its number, and goes to those it is about. */
export const issueBulletin = command({
  args: v.strictObject({ day: Day }),
  roles: ['coordinator', 'admin'],
  tells: { bulletin: [] },
  run(draft, { day }, { actor, now }) {
    const bulletin = draft.need('bulletin', day)
    if (bulletin.issuedAt) reject('already_signed')
    const no = (draft.get('counter', 'bulletin')?.value ?? 0) + 1
    draft.put('counter', { id: 'bulletin', value: no })
    draft.put('bulletin', { ...bulletin, no, issuedBy: actor.id, issuedAt: now })
  },
})

/** A drawn issue was looked at again and holds. One that does not is a relapse, by the ordinary step. */
export const confirmSample = command({
  args: v.strictObject({ day: Day, issue: Id }),
  roles: ['coordinator', 'inspector', 'admin', 'overseer'],
  tells: { bulletin: [] },
  run(draft, { day, issue: id }, { actor }) {
    const bulletin = draft.need('bulletin', day)
    const issue = draft.need('issue', id)
    if (!bulletin.sample.includes(id)) reject('not_found', `sample ${id}`)
    if (issue.state !== 'closed' || bulletin.held[id]) reject('illegal_step')
    if (issue.closedBy === actor.id || issue.rectifiedBy === actor.id) reject('recheck_by_another')
    draft.put('bulletin', { ...bulletin, held: { ...bulletin.held, [id]: actor.id } })
  },
})
