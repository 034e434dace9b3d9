import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Id, Instant, schemas } from '../records.ts'
import { fulfilmentId } from './dues.ts'
import { latest, nextVersion } from './in-force.ts'

const { act, count, note } = schemas.fulfilment.entries
const { id: _id, by: _by, ...described } = schemas.requirement.entries
const doers = ['coordinator', 'inspector', 'officer', 'unit', 'contact', 'admin'] as const

/**
 * Notes that an act was done for the people at a place. `at` is the device's time (epoch ms), so that it counts from then when it is sent later; a
 * time still to come counts as now. Of two the later one stays. Rejects with `retired`, and with `over` for an act that is older than the county accepts
 * from a phone without network.
 */
export const fulfil = command({
  args: v.strictObject({ place: Id, act, at: Instant, count, note }),
  roles: doers,
  tells: { fulfilment: ['count', 'note'] },
  run(draft, { place: id, act, at, count, note }, { actor, now, facts }) {
    const place = draft.need('place', id)
    if (place.retired) reject('retired')
    if (at < now - facts.rules.duty.offline * 3_600_000) reject('over')
    const done = { at: Math.min(at, now), by: actor.id, count, note }
    const record = { id: fulfilmentId(id, act), place: id, township: place.township, unit: place.unit, act }
    const last = draft.get('fulfilment', record.id)
    if (last && last.at > done.at) return draft.put('fulfilment', { ...last, ...record, before: done })
    const before = last ? { at: last.at, by: last.by, count: last.count, note: last.note } : null
    draft.put('fulfilment', { ...record, ...done, before })
  },
})

/** Takes back the last note of an act, as undo. Rejects with `newer_version` if another one came after it. */
export const withdrawFulfilment = command({
  args: v.strictObject({ place: Id, act, at: Instant }),
  roles: doers,
  tells: { fulfilment: [] },
  run(draft, { place, act, at }) {
    const last = draft.need('fulfilment', fulfilmentId(place, act))
    if (last.at > at) reject('newer_version')
    if (last.before) draft.put('fulfilment', { ...last, ...last.before, before: null })
    else draft.apply([{ kind: 'fulfilment', id: last.id, value: null }])
  },
})

/**
 * Makes the next version of a requirement, or the first of a new one. `version` is the one that the person saw, 0 for a new one: rejects with
 * `newer_version` if there is another by now. It begins now or later, so that the past stays as it was; rejects with
 * `ends_before_start`, and with `invalid` for another act than before.
 */
export const changeRequirement = command({
  args: v.strictObject({ ...described, version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)) }),
  roles: ['coordinator', 'admin'],
  tells: { requirement: [] },
  run(draft, args, { actor, now, facts }) {
    for (const kind of args.kinds) known(facts.placeKinds, kind)
    const newest = latest(draft, facts, args.rule)
    if ((newest?.version ?? 0) !== args.version) reject('newer_version')
    if (newest && newest.act !== args.act) reject('invalid', 'the act of a requirement never changes')
    const next = nextVersion(args, now, actor.id)
    if (next.validTo !== null && next.validTo <= next.validFrom) reject('ends_before_start')
    draft.put('requirement', next)
  },
})
