import * as v from 'valibot'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Id, Instant, Note, schemas } from '../records.ts'

const { code, name, phase, drill, startedAt } = schemas.incident.entries

/** Opens the incident of a new board. A board has exactly one. */
export const openIncident = command({
  args: v.strictObject({ code, name, phase, drill, startedAt }),
  roles: ['admin'],
  tells: { incident: [] },
  run(draft, args, { now }) {
    if (draft.get('incident', 'incident')) reject('exists')
    if (args.startedAt > now) reject('invalid', 'startedAt: still to come')
    draft.put('incident', { id: 'incident', ...args, openedAt: now, clock: { offset: 0, stoppedAt: null }, cleared: {}, ended: null })
  },
})

/** Headquarters begins another phase and gives a reason. Rejects with `newer_version` if the phase has changed since the person saw it. */
export const changePhase = command({
  args: v.strictObject({ from: phase, to: phase, reason: v.optional(Note, '') }),
  roles: ['coordinator', 'admin'],
  tells: { incident: ['reason'] },
  run(draft, { from, to, reason }) {
    const incident = draft.need('incident', 'incident')
    if (from === to) reject('invalid', 'the same phase')
    if (incident.phase === to) reject('exists')
    if (incident.phase !== from) reject('newer_version')
    if (!reason) reject('needs_reason')
    draft.put('incident', { ...incident, phase: to })
  },
})

/** Takes records that were settled before these moments (by kind) off the live boards. Only the scheduler does so. An earlier moment changes nothing: what has left does not return this way. */
export const clearBoards = command({
  args: v.strictObject({ before: v.record(Id, Instant) }),
  roles: ['system'],
  run(draft, { before }, { now }) {
    const incident = draft.need('incident', 'incident')
    if (Object.values(before).some(at => at > now)) reject('invalid', 'before: still to come')
    const later = Object.entries(before).filter(([kind, at]) => at > (incident.cleared[kind] ?? 0))
    draft.put('incident', { ...incident, cleared: { ...incident.cleared, ...Object.fromEntries(later) } })
  },
})
