import * as v from 'valibot'
import { helpers } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { Id, Note } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { boardsBegin, reliefs } from './duty.ts'
import { holds } from './fatigue.ts'

/** Writes what the next shift must know. A holder may rewrite it until somebody of the next shift has confirmed it. */
export const writeHandover = command({
  args: v.strictObject({ shift: Id, text: v.pipe(Note, v.minLength(1)) }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, { actor, now }) {
    const shift = draft.need('shift', args.shift)
    if (!holds(shift, actor.id)) reject('not_claimed')
    if (shift.handover?.acknowledgedBy) reject('exists')
    draft.put('shift', { ...shift, handover: { text: args.text, by: actor.id, at: now, acknowledgedBy: null, acknowledgedAt: null } })
  },
})

/** Confirms that the handover was read. Only a holder of the next shift can: others get `not_relief`. */
export const acknowledgeHandover = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, { actor, now }) {
    const shift = draft.need('shift', args.shift)
    if (!shift.handover) return reject('not_found')
    if (shift.handover.acknowledgedBy) reject('exists')
    // Who relieved it may have left a device's board with it.
    if (shift.endsAt < boardsBegin(draft)) reject('over')
    if (!reliefs(draft, shift).some(next => holds(next, actor.id))) reject('not_relief')
    draft.put('shift', { ...shift, handover: { ...shift.handover, acknowledgedBy: actor.id, acknowledgedAt: now } })
  },
})
