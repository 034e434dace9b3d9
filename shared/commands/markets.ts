import * as v from 'valibot'
import { command } from '../command.ts'
import { Day, Id, schemas } from '../records.ts'
import { known } from './fields.ts'

/** Ten staples at a market on a day: what they cost, and whether there is enough. A second look on the same day replaces the first. */
export const recordPrices = command({
  args: v.strictObject({ place: Id, day: Day, staples: schemas.marketDay.entries.staples }),
  roles: ['coordinator', 'inspector', 'officer', 'unit', 'admin'],
  run(draft, { place, day, staples }, { actor, now, facts }) {
    const { township } = draft.need('place', place)
    for (const staple of Object.keys(staples)) known(facts.staples, staple)
    draft.put('marketDay', { id: `${place}_${day}`.slice(0, 64), place, township, day, staples, by: actor.id, at: now })
  },
})
