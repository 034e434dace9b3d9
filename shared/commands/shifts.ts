import type { Role } from '../actor.ts'
import type { Draft } from '../board.ts'
import type { Shift } from '../records.ts'
import * as v from 'valibot'
import { command } from '../command.ts'
import { merge } from '../merge.ts'
import { Count, Id, Instant, Note, Title } from '../records.ts'
import { reject } from '../rejection.ts'
import { edit, listed, MaybeId, where } from './fields.ts'

const planners: readonly Role[] = ['coordinator', 'officer', 'admin']
const helpers = ['volunteer', 'inspector', 'officer', 'coordinator', 'admin'] as const

export const openShift = command({
  args: v.strictObject({
    shift: Id,
    title: Title,
    place: MaybeId,
    ...where,
    startsAt: Instant,
    endsAt: Instant,
    needed: Count,
    note: v.optional(Note, ''),
  }),
  roles: planners,
  run(draft, { shift: id, ...args }, { facts }) {
    if (draft.get('shift', id)) reject('exists')
    listed(facts, args)
    if (args.place) draft.need('place', args.place)
    if (args.endsAt <= args.startsAt) reject('ends_before_start')
    draft.put('shift', { id, ...args, claimedBy: [], open: true })
  },
})

export const editShift = command({
  args: v.strictObject({
    shift: Id,
    ...edit({ title: Title, startsAt: Instant, endsAt: Instant, needed: Count, note: Note }),
  }),
  roles: planners,
  run(draft, args) {
    const shift = merge(draft.need('shift', args.shift), args.set, args.base)
    if (shift.endsAt <= shift.startsAt) reject('ends_before_start')
    if (shift.claimedBy.length > shift.needed) reject('shift_full')
    for (const person of shift.claimedBy) refuseClash(draft, shift, person)
    draft.put('shift', shift)
  },
})

export const claimShift = command({
  args: v.strictObject({ shift: Id }),
  roles: helpers,
  run(draft, args, { actor, now }) {
    const shift = draft.need('shift', args.shift)
    if (!shift.open) reject('closed')
    if (shift.endsAt <= now) reject('over')
    if (shift.claimedBy.includes(actor.id)) reject('already_claimed')
    if (shift.claimedBy.length >= shift.needed) reject('shift_full')
    refuseClash(draft, shift, actor.id)
    draft.put('shift', { ...shift, claimedBy: [...shift.claimedBy, actor.id] })
  },
})

/** One gives up one's own place; whoever plans the shift may take anybody off it. */
export const releaseShift = command({
  args: v.strictObject({ shift: Id, person: v.optional(Id) }),
  roles: helpers,
  run(draft, args, { actor, now }) {
    const shift = draft.need('shift', args.shift)
    const person = args.person ?? actor.id
    if (person !== actor.id && !planners.includes(actor.role)) reject('forbidden')
    if (!shift.claimedBy.includes(person)) reject('not_claimed')
    if (shift.endsAt <= now) reject('over')
    draft.put('shift', { ...shift, claimedBy: shift.claimedBy.filter(id => id !== person) })
  },
})

/** Nobody new signs up; whoever holds a place keeps it. */
export const closeShift = command({
  args: v.strictObject({ shift: Id }),
  roles: planners,
  run(draft, args) {
    const shift = draft.need('shift', args.shift)
    if (!shift.open) reject('closed')
    draft.put('shift', { ...shift, open: false })
  },
})

export const reopenShift = command({
  args: v.strictObject({ shift: Id }),
  roles: planners,
  run(draft, args, { now }) {
    const shift = draft.need('shift', args.shift)
    if (shift.endsAt <= now) reject('over')
    if (shift.open) reject('exists')
    draft.put('shift', { ...shift, open: true })
  },
})

/** Nobody stands at two posts at once. */
function refuseClash(draft: Draft, shift: Shift, person: string): void {
  for (const other of draft.all('shift')) {
    if (other.id !== shift.id && other.claimedBy.includes(person)
      && other.startsAt < shift.endsAt && shift.startsAt < other.endsAt) {
      reject('shift_clash', other.id)
    }
  }
}
