import * as v from 'valibot'
import { command } from '../core/command.ts'
import { Count, Id, NewId, Title } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { adjustShortage, stillWanted } from './ledger.ts'

const hosts = ['coordinator', 'officer', 'unit', 'admin'] as const

/** Records a donor's pledge for a shortage. Rejects with `already_met`, `more_than_needed`. */
export const pledgeSupplies = command({
  args: v.strictObject({ pledge: NewId, shortage: Id, donor: Title, quantity: Count }),
  roles: hosts,
  tells: { pledge: [], shortage: [] },
  run(draft, { pledge: id, shortage: wanted, donor, quantity }, { actor, now, facts }) {
    if (draft.get('pledge', id)) reject('exists')
    const shortage = draft.need('shortage', wanted)
    const left = stillWanted(shortage, facts)
    if (shortage.state !== 'open' || left <= 0) reject('already_met')
    if (quantity > left) reject('more_than_needed', String(left))
    draft.put('shortage', { ...shortage, allocated: shortage.allocated + quantity })
    draft.put('pledge', { id, shortage: wanted, township: shortage.township, donor, quantity, state: 'offered', by: actor.id, at: now, settledAt: null })
  },
})

export const receivePledge = command({
  args: v.strictObject({ pledge: Id }),
  roles: hosts,
  tells: { pledge: [], shortage: [] },
  run(draft, { pledge: id }, { now }) {
    const pledge = draft.need('pledge', id)
    if (pledge.state !== 'offered') reject('illegal_delivery')
    adjustShortage(draft, pledge.shortage, pledge.quantity, 0, now)
    draft.put('pledge', { ...pledge, state: 'received', settledAt: now })
  },
})

export const withdrawPledge = command({
  args: v.strictObject({ pledge: Id }),
  roles: hosts,
  tells: { pledge: [], shortage: [] },
  run(draft, { pledge: id }, { now }) {
    const pledge = draft.need('pledge', id)
    if (pledge.state !== 'offered') reject('illegal_delivery')
    adjustShortage(draft, pledge.shortage, 0, -pledge.quantity, now)
    draft.put('pledge', { ...pledge, state: 'withdrawn', settledAt: now })
  },
})
