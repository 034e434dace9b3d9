import * as v from 'valibot'
import { edit, listed } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { Id, schemas } from '../records.ts'

const { leader, phone } = schemas.townshipCard.entries

/** Sets who is in charge of a township, and its duty phone. */
export const editTownship = command({
  args: v.strictObject({ township: Id, ...edit({ leader, phone }) }),
  roles: ['coordinator', 'officer', 'admin'],
  tells: { townshipCard: ['set', 'base'] },
  run(draft, { township, set, base }, { actor, now, facts }) {
    listed(facts, { township })
    const before = draft.get('townshipCard', township) ?? { id: township, township, leader: '', phone: '', by: actor.id, at: now }
    draft.put('townshipCard', { ...merge(before, set, base), by: actor.id, at: now })
  },
})
