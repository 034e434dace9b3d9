import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { WorkPlan } from '../records.ts'
import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { Id, schemas } from '../records.ts'
import { latestPlan, readerOf, unreadBy } from './plans.ts'

const { title, text, addressees, file } = schemas.workPlan.entries
const Version = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9998))
const publishers = ['coordinator', 'unit', 'admin'] as const
const onVersion = v.strictObject({ plan: Id, version: Version })

/** The version in force. Rejects with `newer_version` if the person saw another, with `over` once it was withdrawn, and with `outside_area` for a department's plan by another department. */
function inForce(draft: Draft, { plan, version }: { readonly plan: string, readonly version: number }): WorkPlan {
  const newest = latestPlan(draft, plan) ?? reject('not_found')
  if (newest.version !== version) reject('newer_version')
  if (newest.replacedAt !== null) reject('over')
  return newest
}
function own(plan: WorkPlan, { actor }: Context): void {
  if (actor.role === 'unit' && plan.unit !== actor.unit) reject('outside_area')
}

/** Publishes a plan, or its next version. `version` is the one the person saw, 0 for a new plan. The publishing department has read it. */
export const publishWorkPlan = command({
  args: v.strictObject({ plan: Id, version: Version, title, text, addressees, file }),
  roles: publishers,
  tells: { workPlan: [] },
  run(draft, { plan, version, title, text, addressees: to, file }, context) {
    const { actor, now, facts } = context
    if (version === 0 && latestPlan(draft, plan)) reject('newer_version')
    const before = version === 0 ? null : inForce(draft, { plan, version })
    if (before) own(before, context)
    const unit = before ? before.unit : actor.unit ?? null
    const all = [...new Set([...to, ...unit ? [`unit:${unit}`] : []])]
    for (const one of all) {
      const [kind = '', id = ''] = one.split(':')
      if (kind === 'township') known(facts.townships, id)
      if (kind === 'unit') known(facts.units, id)
      if (kind === 'place' && !draft.get('place', id)) reject('invalid', one)
    }
    if (before) draft.put('workPlan', { ...before, replacedAt: now })
    const reads = unit && actor.unit === unit ? { [`unit:${unit}`]: { by: actor.id, at: now } } : {}
    draft.put('workPlan', { id: joinedId('-', plan, version + 1), plan, version: version + 1, title, text, file, unit, addressees: all, by: actor.id, at: now, reads, remindedAt: null, replacedAt: null })
  },
})

/** Notes that this person's township, department, place or team has read the version. Rejects with `forbidden` if it is not for them. */
export const readWorkPlan = command({
  args: onVersion,
  roles: ['officer', 'unit', 'contact', 'inspector'],
  tells: { workPlan: [] },
  run(draft, args, { actor, now }) {
    const plan = inForce(draft, args)
    const reader = readerOf(draft, actor)
    if (reader === null || !plan.addressees.includes(reader)) reject('forbidden')
    if (!Object.hasOwn(plan.reads, reader)) draft.put('workPlan', { ...plan, reads: { ...plan.reads, [reader]: { by: actor.id, at: now } } })
  },
})

/** Reminds those who have not read it. Rejects with `exists` if all have. */
export const remindWorkPlan = command({
  args: onVersion,
  roles: publishers,
  tells: { workPlan: [] },
  run(draft, args, context) {
    const plan = inForce(draft, args)
    own(plan, context)
    if (!unreadBy(plan).length) reject('exists')
    draft.put('workPlan', { ...plan, remindedAt: context.now })
  },
})

export const withdrawWorkPlan = command({
  args: onVersion,
  roles: publishers,
  tells: { workPlan: [] },
  run(draft, args, context) {
    const plan = inForce(draft, args)
    own(plan, context)
    draft.put('workPlan', { ...plan, replacedAt: context.now })
  },
})
