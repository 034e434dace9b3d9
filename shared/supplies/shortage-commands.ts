import * as v from 'valibot'
import { edit, known, listed, MaybeId, MaybeInstant, where } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Count, Id, NewId, Note, schemas, Title } from '../records.ts'
import { adjustShortage } from './ledger.ts'

const askers = ['coordinator', 'inspector', 'officer', 'unit', 'admin'] as const
const givers = ['coordinator', 'officer', 'unit', 'admin'] as const
const { measure } = schemas.shortage.entries

export const postShortage = command({
  args: v.strictObject({
    shortage: NewId,
    item: Title,
    supply: MaybeId,
    issue: MaybeId,
    quantity: Count,
    measure,
    place: MaybeId,
    ...where,
    runsOutAt: MaybeInstant,
    note: v.optional(Note, ''),
  }),
  roles: askers,
  tells: { shortage: [] },
  run(draft, { shortage: id, ...args }, { actor, now, facts }) {
    if (draft.get('shortage', id)) reject('exists')
    listed(facts, args)
    if (args.supply) known(facts.supplies, args.supply)
    if (args.place) draft.need('place', args.place)
    if (args.issue) draft.need('issue', args.issue)
    draft.put('shortage', { id, ...args, allocated: 0, covered: 0, state: 'open', postedBy: actor.id, postedAt: now, settledAt: null })
  },
})

export const editShortage = command({
  args: v.strictObject({ shortage: Id, ...edit({ item: Title, quantity: Count, measure, runsOutAt: MaybeInstant, note: Note }) }),
  roles: askers,
  tells: { shortage: ['set', 'base'] },
  run(draft, args, { facts, now }) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'open') reject('already_met')
    const merged = merge(shortage, args.set, args.base)
    if (Math.max(merged.covered, merged.allocated) > merged.quantity * (1 + facts.rules.overAllocation)) reject('more_than_needed')
    const met = merged.covered >= merged.quantity
    draft.put('shortage', { ...merged, state: met ? 'covered' : 'open', settledAt: met ? now : null })
  },
})

/** Records that a shortage was covered, in part or in full, without a delivery or a pledge. `from` names the source. Rejects with `already_met`, and `more_than_needed` for more than is not allocated yet. */
export const coverShortage = command({
  args: v.strictObject({ shortage: Id, quantity: Count, from: v.optional(Note, '') }),
  roles: givers,
  tells: { shortage: ['quantity', 'from'] },
  run(draft, args, { now }) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'open') reject('already_met')
    const left = shortage.quantity - Math.max(shortage.covered, shortage.allocated)
    if (args.quantity > left) reject('more_than_needed', String(left))
    draft.put('shortage', { ...shortage, allocated: shortage.allocated + args.quantity })
    adjustShortage(draft, shortage.id, args.quantity, 0, now)
  },
})

export const withdrawShortage = command({
  args: v.strictObject({ shortage: Id, reason: v.optional(Note, '') }),
  roles: askers,
  tells: { shortage: ['reason'] },
  run(draft, args, { now }) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'open') reject('already_met')
    draft.put('shortage', { ...shortage, state: 'withdrawn', settledAt: now })
  },
})

/** Reopens a withdrawn shortage as it was. */
export const reopenShortage = command({
  args: v.strictObject({ shortage: Id }),
  roles: askers,
  tells: { shortage: [] },
  run(draft, args) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'withdrawn') reject('exists')
    draft.put('shortage', { ...shortage, state: 'open', settledAt: null })
  },
})
