import type { Reader } from '../core/board.ts'
import type { Issue } from '../records.ts'
import * as v from 'valibot'
import { MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { spanOf } from '../core/cut-off.ts'
import { Tally } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { Day, Id, schemas } from '../records.ts'

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
    draft.put('bulletin', { id: day, day, from, until, ...read, held: {}, no: null, issuedBy: null, issuedAt: null })
  },
})

/** Headquarters signs the bulletin (签发). It gets its number, and the townships and units can read it. Rejects with `already_signed`. */
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
