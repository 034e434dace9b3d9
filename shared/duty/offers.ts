import type { Draft, Reader } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Shift } from '../records.ts'
import { afterAwake } from '../core/quiet.ts'
import { gone, worn } from './duty.ts'
import { holds } from './fatigue.ts'
import { sendNotice } from './send-notice.ts'

/** Places of a shift that wait for the answer of somebody from the waitlist. Times are epoch ms. */

const minute = 60_000

type Places = Pick<Shift, 'claimedBy' | 'offers' | 'needed'>

export const offerTo = ({ offers }: Pick<Shift, 'offers'>, person: string): Shift['offers'][number] | undefined => offers.find(one => one.person === person)

/** How many places nobody holds and nobody else than these people is offered. */
export const placesLeft = ({ claimedBy, offers, needed }: Places, people: readonly string[] = []): number =>
  needed - claimedBy.length - offers.filter(one => !people.includes(one.person)).length

/**
 * When an offer ends that is made now. Shortly before the shift there is less time. Quiet hours do not count, unless the shift
 * begins before they are over.
 */
function answerBy({ startsAt, endsAt }: Shift, now: number, facts: Context['facts']): number {
  const { offer, offerSoon } = facts.rules.duty
  const time = startsAt < now + 2 * offer * minute ? offerSoon : offer
  const rested = [time, offerSoon].map(minutes => afterAwake(now, minutes * minute, facts)).find(until => until <= startsAt)
  return rested ?? Math.min(now + time * minute, endsAt)
}

/** The shift with the people who were asked back at the head of its waitlist. */
export const recalled = (shift: Shift): Shift => ({ ...shift, waitlist: [...shift.offers.map(one => one.person), ...shift.waitlist], offers: [] })

/** The shift with no more offers than places: the last people asked go back to the head of the waitlist. */
function trimmed(shift: Shift): Shift {
  const room = Math.max(0, shift.needed - shift.claimedBy.length)
  return { ...shift, offers: shift.offers.slice(0, room), waitlist: [...shift.offers.slice(room).map(one => one.person), ...shift.waitlist] }
}

/**
 * Offers free places to the first rested people on the waitlist and asks them; people who are not rested keep their turn.
 * Returns the new shift; the caller must put it.
 */
export function fill(draft: Draft, shift: Shift, context: Context): Shift {
  if (gone(shift, context.now)) return shift
  const { needed, claimedBy } = shift
  let filled = shift.offers.length > needed - claimedBy.length ? trimmed(shift) : shift
  for (const person of filled.waitlist) {
    if (placesLeft(filled) <= 0) break
    if (holds(filled, person) || worn(draft, filled, person, context.facts)) continue
    const offer = { person, until: answerBy(filled, context.now, context.facts) }
    filled = { ...filled, waitlist: filled.waitlist.filter(id => id !== person), offers: [...filled.offers, offer] }
    sendNotice(draft, context, { rule: 'offered', shift: filled, person })
  }
  return filled
}

/**
 * Asks these people again for the shifts they wait for: what kept them from a free place may be gone with a shift that they no
 * longer hold, or that has other hours now.
 */
export function askAgain(draft: Draft, people: readonly string[], context: Context): void {
  for (const person of people) {
    const waits = [...draft.by('shift', 'waiting', person)].sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
    for (const { id } of waits) {
      const shift = draft.need('shift', id)
      const filled = fill(draft, shift, context)
      if (filled !== shift) draft.put('shift', filled)
    }
  }
}

/** The shifts on which the time to answer an offer has passed, the earliest first. `now` in epoch ms. */
export const withLapsedOffers = (board: Reader, now: number): Shift[] =>
  [...board.by('shift', 'offers', 'open')].filter(shift => shift.offers.some(one => one.until < now)).sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))
