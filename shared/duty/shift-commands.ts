import type { Draft } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Shift } from '../records.ts'
import * as v from 'valibot'
import { planners } from '../core/actor.ts'
import { edit, known, listed, MaybeId, where } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Count, Id, Instant, NewId, Note, schemas, Title } from '../records.ts'
import { untouched, worn } from './duty.ts'
import { askAgain, fill, recalled } from './offers.ts'

const { skills, risk } = schemas.shift.entries

export const openShift = command({
  args: v.strictObject({
    shift: NewId,
    title: Title,
    place: MaybeId,
    ...where,
    startsAt: Instant,
    endsAt: Instant,
    needed: Count,
    note: v.optional(Note, ''),
    skills,
    risk,
  }),
  roles: planners,
  tells: { shift: [] },
  run(draft, { shift: id, ...args }, { facts }) {
    if (draft.get('shift', id)) reject('exists')
    listed(facts, args)
    for (const skill of args.skills) known(facts.skills, skill)
    if (args.place) draft.need('place', args.place)
    if (args.endsAt <= args.startsAt) reject('ends_before_start')
    draft.put('shift', { ...untouched, id, ...args })
  },
})

export const editShift = command({
  args: v.strictObject({
    shift: Id,
    ...edit({ title: Title, startsAt: Instant, endsAt: Instant, needed: Count, note: Note }),
  }),
  roles: planners,
  tells: { shift: ['set', 'base'] },
  run(draft, args, context) {
    const before = draft.need('shift', args.shift)
    const shift = merge(before, args.set, args.base)
    if (shift.endsAt <= shift.startsAt) reject('ends_before_start')
    if (shift.claimedBy.length > shift.needed) reject('shift_full')
    const moved = shift.startsAt !== before.startsAt || shift.endsAt !== before.endsAt
    if (moved) bearable(draft, shift, context.facts)
    draft.put('shift', shift)
    draft.put('shift', fill(draft, shift, context))
    if (moved) askAgain(draft, shift.claimedBy, context)
  },
})

/** Closes the shift to new people. Holders keep their places; people who were asked go back to the waitlist. */
export const closeShift = command({
  args: v.strictObject({ shift: Id }),
  roles: planners,
  tells: { shift: [] },
  run(draft, args) {
    const shift = draft.need('shift', args.shift)
    if (!shift.open) reject('closed')
    draft.put('shift', { ...recalled(shift), open: false })
  },
})

export const reopenShift = command({
  args: v.strictObject({ shift: Id }),
  roles: planners,
  tells: { shift: [] },
  run(draft, args, context) {
    const shift = draft.need('shift', args.shift)
    if (shift.endsAt <= context.now) reject('over')
    if (shift.open) reject('exists')
    draft.put('shift', fill(draft, { ...shift, open: true }, context))
  },
})

/** Checks that all holders can work the new hours. A holder who has an override is only checked for a clash with another shift. */
function bearable(draft: Draft, shift: Shift, facts: Facts): void {
  for (const person of shift.claimedBy) {
    const no = worn(draft, shift, person, facts)
    if (no && (no.code === 'shift_clash' || !shift.overrides[person])) reject(no.code, no.detail)
  }
}
