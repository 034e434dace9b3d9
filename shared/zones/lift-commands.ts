import * as v from 'valibot'
import { command } from '../core/command.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { beginsAt, historyOf } from '../core/versions.ts'
import { Id, Instant, schemas } from '../records.ts'
import { entered, liftFact } from './lift-record.ts'
import { liftVersions } from './lifting.ts'

const headquarters = ['coordinator', 'admin'] as const
const { id: _id, by: _by, ...described } = schemas.liftCondition.entries

/** Enters when something last happened in a zone, with its evidence, for the conditions of lifting it. A date still to come counts as now. Rejects with `lifted`. */
export const enterLiftFact = command({
  args: v.strictObject({ zone: Id, asks: v.picklist(entered), at: Instant, evidence: liftFact.entries.evidence }),
  roles: headquarters,
  tells: { zone: [] },
  run(draft, { zone: id, asks, at, evidence }, { actor, now }) {
    const zone = draft.need('zone', id)
    if (zone.liftedAt) reject('lifted')
    draft.put('zone', { ...zone, known: { ...zone.known, [asks]: { at: Math.min(at, now), by: actor.id, enteredAt: now, evidence } } })
  },
})

/**
 * Makes the next version of a condition, or the first of a new one. `version` is the one that the person saw, 0 for a new one: rejects with
 * `newer_version` if there is another by now. It begins now or later; rejects with `ends_before_start`, and with `invalid` for another question.
 */
export const changeLiftCondition = command({
  args: v.strictObject({ ...described, version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)) }),
  roles: headquarters,
  tells: { liftCondition: [] },
  run(draft, args, { actor, now, facts }) {
    const [newest] = historyOf(liftVersions(draft, facts), args.rule)
    if ((newest?.version ?? 0) !== args.version) reject('newer_version')
    if (newest && newest.asks !== args.asks) reject('invalid', 'a condition never asks about something else')
    const version = args.version + 1
    const validFrom = beginsAt(args.validFrom, now)
    if (args.validTo !== null && args.validTo <= validFrom) reject('ends_before_start')
    draft.put('liftCondition', { ...args, id: joinedId('-', args.rule, version), version, validFrom, by: actor.id })
  },
})
