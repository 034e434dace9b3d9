import type { Reader } from '../core/board.ts'
import type { Issue } from '../records.ts'
import * as v from 'valibot'
import { edit, MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { spanOf } from '../core/cut-off.ts'
import { Tally } from '../core/fields.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Day, Id, Note, schemas } from '../records.ts'

const { figures, sample } = schemas.bulletin.entries

/** Freezes a day's figures, which the server has read from the log up to the cut-off. Later commits do not count. */
export const freezeBulletin = command({
  args: v.strictObject({ day: Day, seq: Tally, figures, sample }),
  roles: ['system'],
  tells: { bulletin: [] },
  run(draft, { day, ...read }, { now, facts }) {
    const { from, until } = spanOf(day, facts)
    if (draft.get('bulletin', day)) reject('exists')
    if (now < until) reject('illegal_step')
    draft.put('bulletin', { id: day, day, from, until, ...read, held: {}, no: null, issuedBy: null, issuedAt: null, cases: '', requirements: '', readBy: [], withdrawn: [] })
  },
})

/** Headquarters signs the bulletin (签发). It gets its number, and the townships and units can read it. Rejects with `bulletin_signed`. */
export const issueBulletin = command({
  args: v.strictObject({ day: Day }),
  roles: ['coordinator', 'admin'],
  tells: { bulletin: [] },
  run(draft, { day }, { actor, now }) {
    const bulletin = draft.need('bulletin', day)
    if (bulletin.issuedAt) reject('bulletin_signed')
    const no = (draft.get('counter', 'bulletin')?.value ?? 0) + 1
    draft.put('counter', { id: 'bulletin', value: no })
    draft.put('bulletin', { ...bulletin, no, issuedBy: actor.id, issuedAt: now })
  },
})

/** Changes the typical cases and the requirements of a bulletin that is not signed. Rejects with `bulletin_signed`. */
export const editBulletin = command({
  args: v.strictObject({ day: Day, ...edit({ cases: Note, requirements: Note }) }),
  roles: ['coordinator', 'admin'],
  tells: { bulletin: ['set', 'base'] },
  run(draft, { day, set, base }) {
    const bulletin = draft.need('bulletin', day)
    if (bulletin.issuedAt) reject('bulletin_signed')
    draft.put('bulletin', merge(bulletin, set, base))
  },
})

/** Notes that a township or a unit has opened a signed bulletin. One reader counts for all of them. */
export const readBulletin = command({
  args: v.strictObject({ day: Day }),
  roles: ['officer', 'unit'],
  tells: { bulletin: [] },
  routine: true,
  run(draft, { day }, { actor }) {
    const bulletin = draft.need('bulletin', day)
    const reader = actor.township ?? actor.unit
    if (!bulletin.issuedAt) reject('illegal_step')
    if (reader && !bulletin.readBy.includes(reader)) draft.put('bulletin', { ...bulletin, readBy: [...bulletin.readBy, reader] })
  },
})

/**
 * Takes a signed bulletin back while no township or unit has opened it: `bulletin_read`. Its number is not given again; when it
 * is signed anew, a new number follows.
 */
export const withdrawBulletin = command({
  args: v.strictObject({ day: Day, reason: v.pipe(Note, v.minLength(1)) }),
  roles: ['coordinator', 'admin'],
  tells: { bulletin: ['reason'] },
  run(draft, { day, reason }, { actor, now }) {
    const bulletin = draft.need('bulletin', day)
    if (bulletin.no === null || !bulletin.issuedAt) reject('illegal_step')
    if (bulletin.readBy.length) reject('bulletin_read')
    draft.put('bulletin', { ...bulletin, no: null, issuedBy: null, issuedAt: null, withdrawn: [...bulletin.withdrawn, { no: bulletin.no, reason, by: actor.id, at: now }] })
  },
})

/** True if somebody was at the issue's place, on the spot, since it was closed. */
const seenSince = (board: Reader, { place, since }: Issue): boolean =>
  place !== null && [...board.by('inspection', 'place', place)].some(({ checkIn }) => checkIn !== null && checkIn.how !== 'remote' && checkIn.at > since)

/** Confirms in a spot check (抽查) that an issue is still fixed. If it is not, `advanceIssue` records the relapse. The proof is a photo taken now, or an inspection on the spot at its place since it was closed: else `needs_proof`. Rejects with `recheck_by_another` for the person who fixed or closed it. */
export const confirmSample = command({
  args: v.strictObject({ day: Day, issue: Id, photo: MaybeId }),
  roles: ['coordinator', 'inspector', 'admin', 'overseer'],
  tells: { bulletin: [], issue: [] },
  run(draft, { day, issue: id, photo }, { actor }) {
    const bulletin = draft.need('bulletin', day)
    const issue = draft.need('issue', id)
    if (!bulletin.sample.includes(id)) reject('not_found', `sample ${id}`)
    if (issue.state !== 'closed' || bulletin.held[id]) reject('illegal_step')
    if (issue.closedBy === actor.id || issue.rectifiedBy === actor.id) reject('recheck_by_another')
    const fresh = photo !== null && !issue.photos.includes(photo)
    if (!fresh && !seenSince(draft, issue)) reject('needs_proof')
    if (fresh && issue.photos.length >= 30) reject('too_large')
    if (fresh) draft.put('issue', { ...issue, photos: [...issue.photos, photo], after: [...issue.after, photo] })
    draft.put('bulletin', { ...bulletin, held: { ...bulletin.held, [id]: actor.id } })
  },
})
