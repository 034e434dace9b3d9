import type { Zone } from '../records.ts'
import * as v from 'valibot'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Id, NewId, schemas, Title } from '../records.ts'
import { drawable } from './drawable.ts'
import { withStep } from './history.ts'
import { splitRing } from './split.ts'
import { covers, union } from './union.ts'

const drawers = ['coordinator', 'admin'] as const
const { ring, validTo, known } = schemas.zone.entries
/** What a merge changes of the zone that stays, as the person saw it: the undo brings it back. */
const base = v.strictObject({ ring, validTo, known })
/** A line across a zone: [lng, lat] in WGS-84. */
const line = v.pipe(v.array(ring.pipe[0].item), v.minLength(2), v.maxLength(100))
const same = (a: Zone['ring'], b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Cuts a zone in two along a line. The larger part keeps the zone, the other becomes a zone of its own with the same level, times, conditions and history.
 * `base` is the ring that the person saw: rejects with `conflict` if it changed, with `no_split` unless the line crosses it exactly twice.
 */
export const splitZone = command({
  args: v.strictObject({ zone: Id, other: NewId, name: Title, line, base: ring }),
  roles: drawers,
  tells: { zone: [] },
  run(draft, { zone: id, other, name, line, base }, { actor, now, facts }) {
    const zone = draft.need('zone', id)
    if (zone.liftedAt) reject('lifted')
    if (draft.get('zone', other)) reject('exists')
    if (!same(zone.ring, base)) reject('conflict', 'ring', [{ field: 'ring', mine: base, theirs: zone.ring }])
    const parts = splitRing(zone.ring, line)
    if (!parts) return reject('no_split')
    const [large, small] = area(parts[0]) >= area(parts[1]) ? parts : [parts[1], parts[0]]
    drawable(large, facts)
    drawable(small, facts)
    const history = withStep(zone, { step: 'split', at: now, by: actor.id, level: zone.level, reason: '', approver: '', overridden: false })
    draft.put('zone', { ...zone, ring: large, history })
    draft.put('zone', { ...zone, id: other, name, ring: small, history })
  },
})

/** Takes a split back: the zone has its ring again, and the part that was cut off ends. Rejects with `newer_version` if one of them has been changed since, and with `conflict` if the ring leaves ground of either out. */
export const unsplitZone = command({
  args: v.strictObject({ zone: Id, other: Id, base: ring }),
  roles: drawers,
  tells: { zone: [] },
  run(draft, { zone: id, other: otherId, base }, { actor, now }) {
    const [zone, other] = [draft.need('zone', id), draft.need('zone', otherId)]
    const [last, others] = [zone.history.at(-1), other.history.at(-1)]
    if (zone.liftedAt || other.liftedAt || last?.step !== 'split' || others?.step !== 'split' || last.at !== others.at) reject('newer_version')
    if (!covers(base, zone.ring) || !covers(base, other.ring)) reject('conflict', 'ring')
    const step = { step: 'merged' as const, at: now, by: actor.id, level: zone.level, reason: '', approver: '', overridden: false }
    draft.put('zone', { ...zone, ring: base, history: withStep(zone, step) })
    draft.put('zone', { ...other, liftedAt: now, history: withStep(other, step) })
  },
})

/**
 * Makes one zone of two of one level that touch or overlap. The other ends and keeps its history; nothing inside is lifted. Rejects with
 * `other_level`, with `not_touching` also where they would enclose a hole, and with `conflict` if one of the rings is not the one that the person saw.
 */
export const mergeZones = command({
  args: v.strictObject({ zone: Id, other: Id, base, otherBase: ring }),
  roles: drawers,
  tells: { zone: [] },
  run(draft, { zone: id, other: otherId, base, otherBase }, { actor, now, facts }) {
    const [zone, other] = [draft.need('zone', id), draft.need('zone', otherId)]
    if (zone.liftedAt || other.liftedAt) reject('lifted')
    if (zone.level !== other.level) reject('other_level')
    if (!same(zone.ring, base.ring) || !same(other.ring, otherBase)) reject('conflict', 'ring')
    const merged = id === otherId ? null : union(zone.ring, other.ring)
    if (!merged || merged.length > 500) return reject('not_touching')
    drawable(merged, facts)
    const step = { step: 'merged' as const, at: now, by: actor.id, level: zone.level, reason: '', approver: '', overridden: false }
    draft.put('zone', { ...zone, ring: merged, validTo: later(zone.validTo, other.validTo), known: cautious(zone.known, other.known), history: withStep(zone, step) })
    draft.put('zone', { ...other, liftedAt: now, history: withStep(other, step) })
  },
})

/**
 * Takes a merge back: both zones are as they were. Rejects with `newer_version` if the merged zone has been changed since, with `exists` if the other
 * is in force, and with `conflict` if ground of the merged zone would be left out or end earlier.
 */
export const unmergeZones = command({
  args: v.strictObject({ zone: Id, other: Id, base, otherBase: ring }),
  roles: drawers,
  tells: { zone: [] },
  run(draft, { zone: id, other: otherId, base }, { actor, now }) {
    const [zone, other] = [draft.need('zone', id), draft.need('zone', otherId)]
    if (!other.liftedAt) reject('exists')
    const last = zone.history.at(-1)
    if (last?.step !== 'merged' || last.at !== other.liftedAt) reject('newer_version')
    const whole = union(base.ring, other.ring)
    if (!whole || !covers(whole, zone.ring) || later(base.validTo, other.validTo) !== zone.validTo) reject('conflict', 'ring')
    const step = { step: 'split' as const, at: now, by: actor.id, level: zone.level, reason: '', approver: '', overridden: false }
    draft.put('zone', { ...zone, ...base, history: withStep(zone, step) })
    draft.put('zone', { ...other, liftedAt: null, history: withStep(other, step) })
  },
})

const later = (a: number | null, b: number | null) => a === null || b === null ? null : Math.max(a, b)

/** Of two zones that become one, what is known is what holds for both: the later case and contact, the earlier negative round. */
function cautious(a: Zone['known'], b: Zone['known']): Zone['known'] {
  const pick = (asks: 'case' | 'contact' | 'round', first: number) => {
    const [one, two] = [a[asks], b[asks]]
    return one && two ? ((one.at - two.at) * first > 0 ? one : two) : null
  }
  return { case: pick('case', 1), contact: pick('contact', 1), round: pick('round', -1) }
}

function area(ring: Zone['ring']): number {
  return Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0))
}
