import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Shift } from '../records.ts'
import * as v from 'valibot'
import { helpers, planners, unapproved } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { metres } from '../core/distance.ts'
import { Id, Tally } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { gone, unasked, untrained, worn } from './duty.ts'
import { holds } from './fatigue.ts'
import { fill, offerTo, placesLeft, withLapsedOffers } from './offers.ts'
import { riskOf } from './risk.ts'
import { sendNotice } from './send-notice.ts'

/** Joins the waitlist of a full shift. Rest is checked when a place becomes free. */
export const joinWaitlist = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  guard(draft, args, { actor, now, facts }) {
    const shift = draft.need('shift', args.shift)
    const no = unapproved(actor) ?? gone(shift, now) ?? untrained(draft, shift, actor, facts)
    if (no) reject(no.code, no.detail)
    if (holds(shift, actor.id) || shift.waitlist.includes(actor.id) || offerTo(shift, actor.id)) reject('already_claimed')
    if (placesLeft(shift) > 0) reject('has_room')
  },
  run(draft, args, { actor }) {
    const shift = draft.need('shift', args.shift)
    draft.put('shift', { ...shift, waitlist: [...shift.waitlist, actor.id] })
  },
})

/** Leaves the waitlist, or declines the place that is offered: the next person is asked at once. */
export const leaveWaitlist = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  tells: { shift: [] },
  run(draft, args, context) {
    const { actor } = context
    const shift = draft.need('shift', args.shift)
    const offer = offerTo(shift, actor.id)
    if (!offer && !shift.waitlist.includes(actor.id)) reject('not_claimed')
    const without = { ...shift, ...unasked(shift, [actor.id]) }
    draft.put('shift', offer ? fill(draft, without, context) : without)
  },
})

/** Asks the next people for places whose offer was not answered in time, on at most 200 shifts. Only the scheduler does so, once a minute (`minute` counts from 1970). */
export const passOffers = command({
  args: v.strictObject({ minute: Tally }),
  roles: ['system'],
  tells: { shift: [] },
  run(draft, _, context) {
    for (const shift of withLapsedOffers(draft, context.now).slice(0, 200)) {
      const lapsed = shift.offers.filter(one => one.until < context.now).map(one => one.person)
      draft.put('shift', fill(draft, { ...shift, ...unasked(shift, lapsed) }, context))
      for (const person of lapsed) sendNotice(draft, context, { rule: 'offerOver', shift, person })
    }
  },
})

/**
 * Asks the nearest rested people to take a shift that lacks people. Distance is from their last post, and each person is asked
 * once for a shift. A shift with requirements asks only people who have held a shift with at least these requirements.
 */
export const callOut = command({
  args: v.strictObject({ shift: Id }),
  roles: planners,
  tells: { shift: [] },
  guard(draft, args, { now }) {
    const shift = draft.need('shift', args.shift)
    const no = gone(shift, now)
    if (no) reject(no.code)
    if (placesLeft(shift) <= 0) reject('shift_full')
  },
  run(draft, args, context) {
    const shift = draft.need('shift', args.shift)
    const near = [...draft.keys('shift', 'holder')]
      .flatMap((person) => {
        const last = holds(shift, person) ? null : draft.within('shift', 'holder', person, -Infinity, context.now + 1).at(-1)
        return last ? [{ person, metres: metres(shift, last) }] : []
      })
      .sort((a, b) => a.metres - b.metres || (a.person < b.person ? -1 : 1))
    const asked = { skills: shift.skills, risk: riskOf(draft, shift, context.facts) }
    const called: string[] = []
    for (const { person } of near) {
      if (called.length === context.facts.rules.duty.callOut) break
      if (knowsWork(draft, person, asked, context.facts) && !worn(draft, shift, person, context.facts)) called.push(person)
    }
    // The shift is put unchanged, so that its timeline shows the call-out.
    draft.put('shift', shift)
    for (const person of called) sendNotice(draft, context, { rule: 'calledOut', shift, person, once: true })
  },
})

/** True if the person holds a shift that requires at least as much as this one. */
function knowsWork(board: Reader, person: string, { skills, risk }: Pick<Shift, 'skills' | 'risk'>, facts: Pick<Facts, 'rules'>): boolean {
  for (const held of board.by('shift', 'holder', person)) {
    if (skills.every(skill => held.skills.includes(skill)) && (risk === 'low' || riskOf(board, held, facts) === 'high')) return true
  }
  return false
}
