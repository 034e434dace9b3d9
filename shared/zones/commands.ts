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
import { withStep } from './history.ts'

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
  run(draft, { zone: id, ...args }, { actor, now, facts }) {
    if (draft.get('zone', id)) reject('exists')
    drawable(args.ring, facts)
    if (args.validTo && args.validTo <= args.validFrom) reject('ends_before_start')
    const { level, reason, approver } = args
    draft.put('zone', { id, ...args, liftedAt: null, history: [{ step: 'drawn', at: now, by: actor.id, level, reason, approver }] })
  },
})

/** True if `after` restricts less than `before`. The levels are listed from the strictest on. */
const lower = (before: Zone, after: Zone): boolean => zoneLevels.indexOf(after.level) > zoneLevels.indexOf(before.level)

/** Edits a zone. A lower level needs a new reason and an approver: `needs_reason`, `needs_approver`. */
export const editZone = command({
  args: v.strictObject({
    zone: Id,
    ...edit({ name: Title, level: v.picklist(zoneLevels), ring, validFrom: Instant, validTo: MaybeInstant, reason, approver }),
  }),
  roles: drawers,
  tells: { zone: ['set', 'base'] },
  run(draft, args, { actor, now, facts }) {
    const zone = draft.need('zone', args.zone)
    if (zone.liftedAt) reject('lifted')
    const merged = merge(zone, args.set, args.base)
    if (args.set.ring) drawable(merged.ring, facts)
    if (merged.validTo && merged.validTo <= merged.validFrom) reject('ends_before_start')
    if (lower(zone, merged) && (!merged.reason || merged.reason === zone.reason)) reject('needs_reason')
    if (lower(zone, merged) && !merged.approver) reject('needs_approver')
    draft.put('zone', merged.level === zone.level ? merged : { ...merged, history: withStep(zone, { step: 'level', at: now, by: actor.id, level: merged.level, reason: merged.reason === zone.reason ? '' : merged.reason, approver: merged.approver }) })
  },
})

/** Lifts a zone for a reason, with an approver: `needs_reason`, `needs_approver`. Both stay in its history. */
export const liftZone = command({
  args: v.strictObject({ zone: Id, reason: v.optional(Note, ''), approver }),
  roles: drawers,
  tells: { zone: ['reason', 'approver'] },
  run(draft, args, { actor, now }) {
    const zone = draft.need('zone', args.zone)
    if (zone.liftedAt) reject('lifted')
    if (!args.reason) reject('needs_reason')
    if (!args.approver) reject('needs_approver')
    const { reason, approver } = args
    draft.put('zone', { ...zone, liftedAt: now, history: withStep(zone, { step: 'lifted', at: now, by: actor.id, level: zone.level, reason, approver }) })
  },
})

/** Undoes a lift: the zone is in force again as it was. */
export const restoreZone = command({
  args: v.strictObject({ zone: Id }),
  roles: drawers,
  tells: { zone: [] },
  run(draft, args, { actor, now }) {
    const zone = draft.need('zone', args.zone)
    if (!zone.liftedAt) reject('exists')
    draft.put('zone', { ...zone, liftedAt: null, history: withStep(zone, { step: 'restored', at: now, by: actor.id, level: zone.level, reason: '', approver: '' }) })
  },
})
