import type { Facts } from '../core/county.ts'
import type { Zone } from '../records.ts'
import * as v from 'valibot'
import { edit, MaybeInstant } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { touches } from '../core/outline.ts'
import { reject } from '../core/rejection.ts'
import { crossesItself, flat } from '../core/ring.ts'
import { Id, Instant, NewId, Note, schemas, Title, zoneLevels } from '../records.ts'

const drawers = ['coordinator', 'admin'] as const
const { ring, reason, approver } = schemas.zone.entries

/** Rejects with `crossed_ring`, with `flat_ring` if the ring encloses nothing, and with `outside_county` if no part of it is in the county. */
function drawable(ring: Zone['ring'], { outline }: Facts): void {
  if (crossesItself(ring)) reject('crossed_ring')
  if (flat(ring)) reject('flat_ring')
  if (!touches(ring, outline)) reject('outside_county')
}

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
  run(draft, { zone: id, ...args }, { facts }) {
    if (draft.get('zone', id)) reject('exists')
    drawable(args.ring, facts)
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
  run(draft, args, { facts }) {
    const zone = draft.need('zone', args.zone)
    if (zone.liftedAt) reject('lifted')
    const merged = merge(zone, args.set, args.base)
    if (args.set.ring) drawable(merged.ring, facts)
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

/** Undoes a lift: the zone is in force again as it was. */
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
