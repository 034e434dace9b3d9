import * as v from 'valibot'
import { command } from '../command.ts'
import { merge } from '../merge.ts'
import { Count, Id, Note, schemas, Title } from '../records.ts'
import { reject } from '../rejection.ts'
import { edit, listed, MaybeId, MaybeInstant, where } from './fields.ts'

const askers = ['coordinator', 'inspector', 'officer', 'unit', 'admin'] as const
const givers = ['coordinator', 'officer', 'unit', 'admin'] as const
const { measure } = schemas.shortage.entries

export const postShortage = command({
  args: v.strictObject({
    shortage: Id,
    item: Title,
    quantity: Count,
    measure,
    place: MaybeId,
    ...where,
    runsOutAt: MaybeInstant,
    note: v.optional(Note, ''),
  }),
  roles: askers,
  run(draft, { shortage: id, ...args }, { actor, now, facts }) {
    if (draft.get('shortage', id)) reject('exists')
    listed(facts, args)
    if (args.place) draft.need('place', args.place)
    draft.put('shortage', { id, ...args, covered: 0, state: 'open', postedBy: actor.id, postedAt: now })
  },
})

export const editShortage = command({
  args: v.strictObject({ shortage: Id, ...edit({ item: Title, quantity: Count, measure, runsOutAt: MaybeInstant, note: Note }) }),
  roles: askers,
  run(draft, args) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'open') reject('already_met')
    const merged = merge(shortage, args.set, args.base)
    if (merged.covered > merged.quantity) reject('more_than_needed')
    draft.put('shortage', { ...merged, state: merged.covered === merged.quantity ? 'covered' : 'open' })
  },
})

/** In full or in part; `from` says where it comes from. More than is still needed is refused, so nothing is sent for nothing. */
export const coverShortage = command({
  args: v.strictObject({ shortage: Id, quantity: Count, from: v.optional(Note, '') }),
  roles: givers,
  run(draft, args) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'open') reject('already_met')
    const covered = shortage.covered + args.quantity
    if (covered > shortage.quantity) reject('more_than_needed', String(shortage.quantity - shortage.covered))
    draft.put('shortage', { ...shortage, covered, state: covered === shortage.quantity ? 'covered' : 'open' })
  },
})

export const withdrawShortage = command({
  args: v.strictObject({ shortage: Id, reason: v.optional(Note, '') }),
  roles: askers,
  run(draft, args) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'open') reject('already_met')
    draft.put('shortage', { ...shortage, state: 'withdrawn' })
  },
})

/** Puts a withdrawn shortage back, as it was. */
export const reopenShortage = command({
  args: v.strictObject({ shortage: Id }),
  roles: askers,
  run(draft, args) {
    const shortage = draft.need('shortage', args.shortage)
    if (shortage.state !== 'withdrawn') reject('exists')
    draft.put('shortage', { ...shortage, state: 'open' })
  },
})
