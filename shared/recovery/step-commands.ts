import * as v from 'valibot'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { listing } from '../inspections/checklists.ts'
import { Id, Note } from '../records.ts'
import { mayRefuse, taken, ways } from './steps.ts'

const Items = v.pipe(v.array(Id), v.maxLength(100))
const note = v.optional(Note, '')
const reasoned = v.strictObject({ reopening: Id, reason: note })

/** Each step is taken from where `ways` says, else `illegal_step`. A step back needs its reason: `needs_reason`. */

export const haltPlace = command({
  args: reasoned,
  roles: ways.halted.roles,
  tells: { reopening: ['reason'] },
  run(draft, { reopening, reason }, context) {
    const next = taken(draft, reopening, 'halted', reason, context)
    if (!reason) reject('needs_reason')
    draft.put('reopening', next)
  },
})

/** The place applies to reopen. What failed at an earlier check is to be checked again. */
export const fileReopening = command({
  args: v.strictObject({ reopening: Id, note }),
  roles: ways.filed.roles,
  tells: { reopening: ['note'] },
  run(draft, { reopening, note }, context) {
    draft.put('reopening', taken(draft, reopening, 'filed', note, context))
  },
})

/** The check on site by the checklist of its kind: every item was found in order, else `items_open`. `list` is the version that was used. */
export const checkReopening = command({
  args: v.strictObject({ reopening: Id, list: Id, passed: Items, note }),
  roles: ways.checked.roles,
  tells: { reopening: ['note'] },
  run(draft, { reopening, list: id, passed, note }, context) {
    const next = taken(draft, reopening, 'checked', note, context)
    const list = listing(draft, context.facts.checklists, id)
    if (!list?.recovery || list.kind !== next.kind) reject('invalid', `list ${id}`)
    if (list.items.some(item => !passed.includes(item.id))) reject('items_open')
    draft.put('reopening', { ...next, list: id, failed: [] })
  },
})

export const approveReopening = command({
  args: v.strictObject({ reopening: Id, note }),
  roles: ways.approved.roles,
  tells: { reopening: ['note'] },
  run(draft, { reopening, note }, context) {
    draft.put('reopening', taken(draft, reopening, 'approved', note, context))
  },
})

/** Sends the application back, with the reason and the items that failed on site. After the check on site only headquarters refuses: `forbidden`. */
export const refuseReopening = command({
  args: v.strictObject({ reopening: Id, reason: note, failed: v.optional(Items, []) }),
  roles: ways.refused.roles,
  tells: { reopening: ['reason'] },
  run(draft, { reopening, reason, failed }, context) {
    if (!mayRefuse(draft.need('reopening', reopening), context.actor.role)) reject('forbidden')
    const next = taken(draft, reopening, 'refused', reason, context)
    if (!reason) reject('needs_reason')
    draft.put('reopening', { ...next, failed })
  },
})

/** The place is in operation again. It reports its people's health from that day on. */
export const confirmReopening = command({
  args: v.strictObject({ reopening: Id, note }),
  roles: ways.reopened.roles,
  tells: { reopening: ['note'] },
  run(draft, { reopening, note }, context) {
    draft.put('reopening', { ...taken(draft, reopening, 'reopened', note, context), lastReport: null })
  },
})

/** The place had to halt again. */
export const relapsePlace = command({
  args: reasoned,
  roles: ways.relapsed.roles,
  tells: { reopening: ['reason'] },
  run(draft, { reopening, reason }, context) {
    const next = taken(draft, reopening, 'relapsed', reason, context)
    if (!reason) reject('needs_reason')
    draft.put('reopening', next)
  },
})
