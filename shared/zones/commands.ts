import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Zone } from '../records.ts'
import * as v from 'valibot'
import { edit, MaybeInstant } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Id, Instant, NewId, Note, schemas, Title, zoneLevels } from '../records.ts'
import { drawable } from './drawable.ts'
import { withStep } from './history.ts'
import { inForce } from './in-force.ts'
import { leaves } from './leaving.ts'
import { judge } from './lifting.ts'

const drawers = ['coordinator', 'admin'] as const
const { ring, reason, approver } = schemas.zone.entries
/** True if the approver overrides conditions that are not met, for the reason given. */
const override = v.optional(v.boolean(), false)

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
    draft.put('zone', { id, ...args, liftedAt: null, history: [{ step: 'drawn', at: now, by: actor.id, level, reason, approver, overridden: false }], known: { case: null, contact: null, round: null } })
  },
})

/** True if `after` restricts less than `before`. The levels are listed from the strictest on. */
const lower = (before: Zone, after: Zone): boolean => zoneLevels.indexOf(after.level) > zoneLevels.indexOf(before.level)

/** Rejects with `conditions_unmet` unless the zone meets every condition for lifting it, or the approver overrides them. True if they were overridden. */
function free(draft: Draft, { facts, now }: Context, zone: Zone, override: boolean): boolean {
  const unmet = judge(draft, facts, zone, now).some(one => !one.met)
  if (unmet && !override) reject('conditions_unmet')
  return unmet
}

/** True if the edit ends a zone in force earlier, or lets it begin again later, which lifts it for that time. */
const shortened = (before: Zone, after: Zone, now: number): boolean =>
  inForce(before, now) && (after.validFrom > Math.max(before.validFrom, now) || (after.validTo ?? Infinity) < (before.validTo ?? Infinity))

/**
 * Edits a zone. A lower level, and a ring that leaves ground out, need a new reason and an approver: `needs_reason`, `needs_approver`. These and
 * an earlier end need the conditions of the zone's level to be met: `conditions_unmet`.
 */
export const editZone = command({
  args: v.strictObject({
    zone: Id,
    ...edit({ name: Title, level: v.picklist(zoneLevels), ring, validFrom: Instant, validTo: MaybeInstant, reason, approver }),
    override,
  }),
  roles: drawers,
  tells: { zone: ['set', 'base'] },
  run(draft, args, context) {
    const { actor, now, facts } = context
    const zone = draft.need('zone', args.zone)
    if (zone.liftedAt) reject('lifted')
    const merged = merge(zone, args.set, args.base)
    if (args.set.ring) drawable(merged.ring, facts)
    if (merged.validTo && merged.validTo <= merged.validFrom) reject('ends_before_start')
    const smaller = Boolean(args.set.ring) && leaves(draft, zone, merged.ring, now)
    const lifts = lower(zone, merged) || smaller
    if (lifts && (!merged.reason || merged.reason === zone.reason)) reject('needs_reason')
    if (lifts && !merged.approver) reject('needs_approver')
    const overridden = (lifts || shortened(zone, merged, now)) && free(draft, context, zone, args.override)
    const { level, approver } = merged
    const step = { step: level === zone.level ? 'redrawn' as const : 'level' as const, at: now, by: actor.id, level, reason: merged.reason === zone.reason ? '' : merged.reason, approver, overridden }
    draft.put('zone', level === zone.level && !smaller ? merged : { ...merged, history: withStep(zone, step) })
  },
})

/**
 * Lifts a zone for a reason, with an approver: `needs_reason`, `needs_approver`. Both stay in its history. Rejects with `conditions_unmet` unless
 * its conditions are met or the approver overrides them.
 */
export const liftZone = command({
  args: v.strictObject({ zone: Id, reason: v.optional(Note, ''), approver, override }),
  roles: drawers,
  tells: { zone: ['reason', 'approver'] },
  run(draft, args, context) {
    const { actor, now } = context
    const zone = draft.need('zone', args.zone)
    if (zone.liftedAt) reject('lifted')
    if (!args.reason) reject('needs_reason')
    if (!args.approver) reject('needs_approver')
    const overridden = free(draft, context, zone, args.override)
    const { reason, approver } = args
    draft.put('zone', { ...zone, liftedAt: now, history: withStep(zone, { step: 'ended', at: now, by: actor.id, level: zone.level, reason, approver, overridden }) })
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
    draft.put('zone', { ...zone, liftedAt: null, history: withStep(zone, { step: 'restored', at: now, by: actor.id, level: zone.level, reason: '', approver: '', overridden: false }) })
  },
})
