import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { clip } from '../core/text.ts'
import { makeIssue } from '../issues/finding.ts'
import { Day, Id, schemas } from '../records.ts'
import { marketDayId, rise } from './ledger.ts'

/**
 * Records the prices and the supply of staples at a market on a day. A later record of the same day replaces the earlier one.
 * A price that has risen by more than the county's limit since the day before becomes one issue for the unit that watches prices.
 */
export const recordPrices = command({
  args: v.strictObject({ place: Id, day: Day, staples: schemas.marketDay.entries.staples }),
  roles: ['coordinator', 'inspector', 'officer', 'unit', 'admin'],
  tells: { marketDay: [], issue: [] },
  run(draft, { place, day, staples }, context) {
    const { actor, now, facts } = context
    const { priceIssue, priceRise } = facts.rules
    if (actor.unit && actor.unit !== priceIssue.unit) reject('outside_area')
    const market = draft.need('place', place)
    for (const staple of Object.keys(staples)) known(facts.staples, staple)
    for (const [staple, { price }] of Object.entries(staples)) {
      const up = rise(draft, place, day, staple, price)
      const id = joinedId('~', 'price', place, day, staple)
      if (up === null || up <= priceRise + 1e-9 || draft.get('issue', id)) continue
      const { township, lng, lat } = market
      const title = `${priceIssue.title} ${facts.staples.get(staple)?.zh ?? staple} +${Math.round(up * 100)}%`
      const { aspect, severity, unit } = priceIssue
      makeIssue(draft, { id, title: clip(title, 80), aspect, severity, unit, township, place, lng, lat, source: 'place' }, context)
    }
    draft.put('marketDay', { id: marketDayId(place, day), place, township: market.township, day, staples, by: actor.id, at: now })
  },
})
