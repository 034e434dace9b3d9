import type { Shift } from '../records.ts'
import * as v from 'valibot'
import { helpers, planners, unapproved } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { metres } from '../core/distance.ts'
import { reject } from '../core/rejection.ts'
import { Id } from '../records.ts'
import { gone, untrained, worn } from './duty.ts'
import { holds } from './fatigue.ts'
import { tell } from './tell.ts'

/** Joins the waitlist of a full shift. Rest is judged when a place is free. */
export const joinWaitlist = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, { actor, now, facts }) {
    const shift = draft.need('shift', args.shift)
    const no = unapproved(actor) ?? gone(shift, now) ?? untrained(shift, actor, facts)
    if (no) reject(no.code, no.detail)
    if (holds(shift, actor.id) || shift.waitlist.includes(actor.id)) reject('already_claimed')
    if (shift.claimedBy.length < shift.needed) reject('has_room')
    draft.put('shift', { ...shift, waitlist: [...shift.waitlist, actor.id] })
  },
})

export const leaveWaitlist = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, { actor }) {
    const shift = draft.need('shift', args.shift)
    if (!shift.waitlist.includes(actor.id)) reject('not_claimed')
    draft.put('shift', { ...shift, waitlist: shift.waitlist.filter(id => id !== actor.id) })
  },
})

/**
 * Calls the nearest rested people to a shift that lacks people, by their last post; each is called once.
 * A post with special requirements calls only people who have stood at such a post.
 */
export const callOut = command({
  args: v.strictObject({ shift: Id }),
  roles: planners,
  tells: { shift: [] },
  run(draft, args, context) {
    const shift = draft.need('shift', args.shift)
    const no = gone(shift, context.now)
    if (no) reject(no.code)
    if (shift.claimedBy.length >= shift.needed) reject('shift_full')
    const fits = new Set<string>()
    const last = new Map<string, Shift>()
    for (const other of draft.all('shift')) {
      const alike = shift.skills.every(skill => other.skills.includes(skill)) && (shift.risk === 'low' || other.risk === 'high')
      for (const person of other.claimedBy) {
        if (alike) fits.add(person)
        if (other.startsAt <= context.now && other.startsAt > (last.get(person)?.startsAt ?? 0)) last.set(person, other)
      }
    }
    const near = [...last]
      .filter(([person]) => fits.has(person) && !holds(shift, person))
      .map(([person, stood]) => ({ person, metres: metres(shift, stood) }))
      .sort((a, b) => a.metres - b.metres || (a.person < b.person ? -1 : 1))
    // Written unchanged, so that its timeline shows the call-out.
    draft.put('shift', shift)
    let left = context.facts.rules.duty.callOut
    for (const { person } of near) {
      if (left === 0) break
      if (worn(draft, shift, person, context.facts)) continue
      tell(draft, context, { rule: 'calledOut', shift, person, once: true })
      left--
    }
  },
})
