import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Refused } from '../core/rejection.ts'
import type { Shift } from '../records.ts'
import * as v from 'valibot'
import { helpers, unapproved } from '../core/actor.ts'
import { MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Id } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { gone, takesPart, unasked, untrained, without, worn } from './duty.ts'
import { holds } from './fatigue.ts'
import { askAgain } from './offers.ts'
import { sendNotice } from './send-notice.ts'

function refuse(no: Refused | null): void {
  if (no) reject(no.code, no.detail)
}

/** The shift with `to` in the place of `from`. The draft must already be without the shift that `to` gives in return. */
function replace(draft: Draft, shift: Shift, from: string, to: string, { now, facts }: Context): Shift {
  if (holds(shift, to)) reject('already_claimed')
  refuse(worn(draft, shift, to, facts))
  return { ...without(shift, from, now), claimedBy: shift.claimedBy.map(id => id === from ? to : id), ...unasked(shift, [to]) }
}

/** Offers a place to another participant, for their shift `for` or for nothing. The offering person must qualify for the shift `for`. */
export const offerSwap = command({
  args: v.strictObject({ shift: Id, to: Id, for: MaybeId }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor, now, facts } = context
    const shift = draft.need('shift', args.shift)
    if (!holds(shift, actor.id)) reject('not_claimed')
    if (shift.startsAt <= now) reject('over')
    if (holds(shift, args.to)) reject('already_claimed')
    if (!takesPart(draft, args.to)) reject('not_found', args.to)
    if (args.for !== null) {
      const other = draft.need('shift', args.for)
      if (!holds(other, args.to)) reject('not_claimed')
      refuse(gone(other, now) ?? unapproved(actor) ?? untrained(draft, other, actor, facts))
    }
    draft.put('shift', { ...shift, swaps: [...shift.swaps.filter(swap => swap.by !== actor.id || swap.to !== args.to), { by: actor.id, to: args.to, for: args.for, at: now }] })
    sendNotice(draft, context, { rule: 'swapOffered', shift, person: args.to })
  },
})

/** Swaps both places at once, or neither. Each person is checked without the shift they give away. */
export const acceptSwap = command({
  args: v.strictObject({ shift: Id, by: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor, now, facts } = context
    const shift = draft.need('shift', args.shift)
    const swap = shift.swaps.find(one => one.by === args.by && one.to === actor.id)
    if (!swap) return reject('not_claimed')
    if (!holds(shift, swap.by)) reject('not_claimed')
    if (shift.startsAt <= now) reject('over')
    refuse(unapproved(actor) ?? untrained(draft, shift, actor, facts))
    const other = swap.for === null ? null : draft.need('shift', swap.for)
    if (other && !holds(other, actor.id)) reject('not_claimed')
    if (other && other.startsAt <= now) reject('over')

    draft.put('shift', without(shift, swap.by, now))
    if (other) draft.put('shift', without(other, actor.id, now))
    const given = replace(draft, shift, swap.by, actor.id, context)
    draft.put('shift', given)
    if (other) draft.put('shift', replace(draft, other, actor.id, swap.by, context))
    askAgain(draft, [swap.by, actor.id], context)
    sendNotice(draft, context, { rule: 'swapTaken', shift, person: swap.by })
  },
})

export const declineSwap = command({
  args: v.strictObject({ shift: Id, by: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor } = context
    const shift = draft.need('shift', args.shift)
    if (!shift.swaps.some(swap => swap.by === args.by && swap.to === actor.id)) reject('not_claimed')
    draft.put('shift', { ...shift, swaps: shift.swaps.filter(swap => swap.by !== args.by || swap.to !== actor.id) })
    sendNotice(draft, context, { rule: 'swapDeclined', shift, person: args.by })
  },
})

/** Withdraws all offers of the actor's place on this shift. */
export const withdrawSwap = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, { actor }) {
    const shift = draft.need('shift', args.shift)
    if (!shift.swaps.some(swap => swap.by === actor.id)) reject('not_claimed')
    draft.put('shift', { ...shift, swaps: shift.swaps.filter(swap => swap.by !== actor.id) })
  },
})
