import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { MarketDay } from '../records.ts'
import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { clip } from '../core/text.ts'
import { makeIssue } from '../issues/finding.ts'
import { Day, Id, Note, schemas } from '../records.ts'
import { marketDayId } from './ledger.ts'
import { isPending, rise } from './market.ts'

const watchers = ['coordinator', 'inspector', 'officer', 'unit', 'admin'] as const

/** Of the units, only the one that watches prices: `outside_area`. */
function ownUnit({ actor, facts }: Context): void {
  if (actor.unit && actor.unit !== facts.rules.priceIssue.unit) reject('outside_area')
}

/** Records the prices and the supply of staples at a market on a day. A later record of the same day replaces the earlier one; what was decided about a rise stays. */
export const recordPrices = command({
  args: v.strictObject({ place: Id, day: Day, staples: schemas.marketDay.entries.staples }),
  roles: watchers,
  tells: { marketDay: [] },
  run(draft, { place, day, staples }, context) {
    ownUnit(context)
    const { actor, now, facts } = context
    const market = draft.need('place', place)
    for (const staple of Object.keys(staples)) known(facts.staples, staple)
    const id = marketDayId(place, day)
    draft.put('marketDay', { id, place, township: market.township, day, staples, judged: draft.get('marketDay', id)?.judged ?? {}, by: actor.id, at: now })
  },
})

/** The rise that waits for a decision, and its market's day. Rejects with `already_judged` if nothing waits. */
function pending(draft: Draft, place: string, day: string, staple: string, context: Context): { readonly today: MarketDay, readonly price: number } {
  ownUnit(context)
  const today = draft.need('marketDay', marketDayId(place, day))
  const price = today.staples[staple]?.price
  if (price === undefined || !isPending(draft, context.facts, today, staple)) reject('already_judged')
  return { today, price }
}

/** Confirms a rise beyond the county's second limit: it becomes one issue for the unit that watches prices. */
export const confirmRise = command({
  args: v.strictObject({ place: Id, day: Day, staple: Id, note: v.optional(Note, '') }),
  roles: watchers,
  tells: { marketDay: [], issue: [] },
  run(draft, { place, day, staple, note }, context) {
    const { actor, now, facts } = context
    const { today, price } = pending(draft, place, day, staple, context)
    const up = rise(draft, place, day, staple, price) ?? 0
    const { aspect, severity, unit, title } = facts.rules.priceIssue
    const { township, lng, lat } = draft.need('place', place)
    const id = joinedId('~', 'price', place, day, staple)
    const named = clip(`${title} ${facts.staples.get(staple)?.zh ?? staple} +${Math.round(up * 100)}%`, 80)
    makeIssue(draft, { id, title: named, note, aspect, severity, unit, township, place, lng, lat, source: 'place' }, context)
    draft.put('marketDay', { ...today, judged: { ...today.judged, [staple]: { price, issue: id, reason: '', by: actor.id, at: now } } })
  },
})

/** Dismisses a rise, with the reason. If the price rises further on that day, it waits again. */
export const dismissRise = command({
  args: v.strictObject({ place: Id, day: Day, staple: Id, reason: v.pipe(Note, v.minLength(1)) }),
  roles: watchers,
  tells: { marketDay: ['reason'] },
  run(draft, { place, day, staple, reason }, context) {
    const { actor, now } = context
    const { today, price } = pending(draft, place, day, staple, context)
    draft.put('marketDay', { ...today, judged: { ...today.judged, [staple]: { price, issue: null, reason, by: actor.id, at: now } } })
  },
})
