import * as v from 'valibot'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Note } from '../records.ts'
import { destroyed } from './records.ts'

const day = 24 * 3_600_000

/** Headquarters ends the incident and gives a reason: the board can only be read, and after the county's days its names, photos and files are destroyed. */
export const endIncident = command({
  args: v.strictObject({ reason: v.optional(Note, '') }),
  roles: ['coordinator', 'admin'],
  tells: { incident: ['reason'] },
  run(draft, { reason }, { actor, now, real, facts }) {
    const incident = draft.need('incident', 'incident')
    if (!reason) reject('needs_reason')
    draft.put('incident', { ...incident, ended: { at: now, by: actor.id, reason, due: now + facts.care.keepDays * day, dueReally: real + facts.care.keepDays * day, figures: null, destroyedAt: null } })
  },
})

/** Headquarters takes a wrong end back, before the day of the destruction. Rejects with `over` from then on, and with `exists` if the incident has not ended. */
export const resumeIncident = command({
  args: v.strictObject({ reason: v.optional(Note, '') }),
  roles: ['coordinator', 'admin'],
  afterEnd: true,
  tells: { incident: ['reason'] },
  run(draft, { reason }, { now }) {
    const incident = draft.need('incident', 'incident')
    if (!incident.ended) return reject('exists')
    if (now >= incident.ended.due) reject('over')
    if (!reason) reject('needs_reason')
    draft.put('incident', { ...incident, ended: null })
  },
})

/** The server notes how much it begins to destroy, and then, without figures, that it is done. Rejects with `too_soon` before the day. */
export const noteDestruction = command({
  args: v.strictObject({ figures: v.nullable(destroyed) }),
  roles: ['system'],
  tells: { incident: [] },
  run(draft, { figures }, { now }) {
    const incident = draft.need('incident', 'incident')
    const { ended } = incident
    if (!ended || now < ended.due) return reject('too_soon')
    if (figures ? ended.figures : ended.destroyedAt !== null) reject('exists')
    if (!figures && !ended.figures) reject('invalid', 'figures')
    draft.put('incident', { ...incident, ended: figures ? { ...ended, figures } : { ...ended, destroyedAt: now } })
  },
})
