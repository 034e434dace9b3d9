import * as v from 'valibot'
import { command } from '../command.ts'
import { merge } from '../merge.ts'
import { Id, Instant, NewId, Note, schemas, Title, zoneLevels } from '../records.ts'
import { reject } from '../rejection.ts'
import { crossesItself } from '../ring.ts'
import { edit, MaybeInstant } from './fields.ts'

const drawers = ['coordinator', 'admin'] as const
const { ring, reason, approver } = schemas.zone.entries

export const drawZone = command({
  args: v.strictObject({
    zone: NewId,
    name: Title,
    level: v.picklist(zoneLevels),
    ring,
    validFrom: Instant,
    validTo: MaybeInstant,
    reason,
    approver,
  }),
  roles: drawers,
  tells: { zone: [] },
  run(draft, { zone: id, ...args }) {
    if (draft.get('zone', id)) reject('exists')
    if (crossesItself(args.ring)) reject('crossed_ring')
    if (args.validTo && args.validTo <= args.validFrom) reject('ends_before_start')
    draft.put('zone', { id, ...args, liftedAt: null })
  },
})

export const editZone = command({
  args: v.strictObject({
    zone: Id,
    ...edit({ name: Title, level: v.picklist(zoneLevels), ring, validFrom: Instant, validTo: MaybeInstant, reason, approver }),
  }),
  roles: drawers,
  tells: { zone: ['set', 'base'] },
  run(draft, args) {
    const zone = draft.need('zone', args.zone)
    if (zone.liftedAt) reject('lifted')
    const merged = merge(zone, args.set, args.base)
    if (crossesItself(merged.ring)) reject('crossed_ring')
    if (merged.validTo && merged.validTo <= merged.validFrom) reject('ends_before_start')
    draft.put('zone', merged)
  },
})

export const liftZone = command({
  args: v.strictObject({ zone: Id, reason: v.optional(Note, '') }),
  roles: drawers,
  tells: { zone: ['reason'] },
  run(draft, args, { now }) {
    const zone = draft.need('zone', args.zone)
    if (zone.liftedAt) reject('lifted')
    draft.put('zone', { ...zone, liftedAt: now })
  },
})

/** Undoes a lift: the zone stands again as it stood. */
export const restoreZone = command({
  args: v.strictObject({ zone: Id }),
  roles: drawers,
  tells: { zone: [] },
  run(draft, args) {
    const zone = draft.need('zone', args.zone)
    if (!zone.liftedAt) reject('exists')
    draft.put('zone', { ...zone, liftedAt: null })
  },
})
