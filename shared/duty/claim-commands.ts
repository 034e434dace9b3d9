import * as v from 'valibot'
import { helpers, planners, unapproved } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { Id, Note } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { gone, placed, untrained, without, worn } from './duty.ts'
import { holds } from './fatigue.ts'
import { askAgain, fill, offerTo, placesLeft } from './offers.ts'
import { sendNotice } from './send-notice.ts'

/** Takes a free place, or the place that is offered to the actor. Rejects with `offer_over` if the time to answer has passed. */
export const claimShift = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  guard(draft, args, { actor, now, facts }) {
    const shift = draft.need('shift', args.shift)
    const no = unapproved(actor) ?? gone(shift, now)
    if (no) reject(no.code)
    if (holds(shift, actor.id)) reject('already_claimed')
    const offer = offerTo(shift, actor.id)
    if (offer && offer.until < now) reject('offer_over')
    if (placesLeft(shift, [actor.id]) <= 0) reject('shift_full')
    const unfit = untrained(draft, shift, actor, facts) ?? worn(draft, shift, actor.id, facts)
    if (unfit) reject(unfit.code, unfit.detail)
  },
  run(draft, args, { actor, now }) {
    draft.put('shift', placed(draft.need('shift', args.shift), [actor.id], now))
  },
})

/**
 * Gives up a place: a holder their own, a planner anybody's. After a check-in this is also the check-out. The first rested
 * person on the waitlist is offered the place at once, and the former holder what they wait for. Rejects with `forbidden`, `not_claimed`, `over`.
 */
export const releaseShift = command({
  args: v.strictObject({ shift: Id, person: v.optional(Id) }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor, now } = context
    const shift = draft.need('shift', args.shift)
    const person = args.person ?? actor.id
    if (person !== actor.id && !planners.includes(actor.role)) reject('forbidden')
    if (!holds(shift, person)) reject('not_claimed')
    if (shift.endsAt <= now) reject('over')
    const free = without(shift, person, now)
    draft.put('shift', free)
    draft.put('shift', fill(draft, free, context))
    askAgain(draft, [person], context)
    if (person !== actor.id) sendNotice(draft, context, { rule: 'takenOff', shift, person })
  },
})

/**
 * Puts somebody on a shift and notifies them. The planner may override a limit of rest with a reason, and headquarters is then
 * notified too. Two posts at once, and more people than places, are never allowed. Skills and training are not checked here:
 * the planner must know them.
 */
export const assignShift = command({
  args: v.strictObject({ shift: Id, person: Id, reason: v.optional(Note, '') }),
  roles: planners,
  tells: { shift: ['reason'] },
  run(draft, { shift: id, person, reason }, context) {
    const { actor, now, facts } = context
    const shift = draft.need('shift', id)
    if (shift.endsAt <= now) reject('over')
    if (holds(shift, person)) reject('already_claimed')
    if (placesLeft(shift, [person]) <= 0) reject('shift_full')
    const no = worn(draft, shift, person, facts)
    if (no?.code === 'shift_clash' || no?.code === 'over') reject(no.code, no.detail)
    if (no && !reason) reject(no.code, no.detail)
    const taken = placed(shift, [person], now)
    if (!no) {
      draft.put('shift', taken)
      sendNotice(draft, context, { rule: 'placeGiven', shift, person })
      return
    }
    draft.put('shift', { ...taken, overrides: { ...shift.overrides, [person]: { by: actor.id, reason, at: now } } })
    sendNotice(draft, context, { rule: 'overridden', shift, person, about: `${shift.title} · ${reason}` })
    sendNotice(draft, context, { rule: 'overridden', shift, role: 'coordinator', about: `${shift.title} · ${reason}` })
  },
})
