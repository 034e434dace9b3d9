import * as v from 'valibot'
import { edit, known, listed } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Count, Id, NewId, Tally } from '../core/fields.ts'
import { joinedId } from '../core/joined-id.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { schemas } from '../records.ts'
import { careTally } from './tally.ts'

const { name, phone, spot, retired } = schemas.grid.entries
const planners = ['coordinator', 'officer', 'admin'] as const

/** Makes a grid of a township (网格), with the duty phone of its post. */
export const addGrid = command({
  args: v.strictObject({ grid: NewId, township: Id, name, phone, spot }),
  roles: planners,
  tells: { grid: [] },
  run(draft, { grid: id, ...described }, { facts }) {
    listed(facts, described)
    if (draft.get('grid', id)) reject('exists')
    draft.put('grid', { id, ...described, retired: false })
  },
})

/** Changes a grid, or closes it. Rejects with `conflict` if somebody changed the same field. */
export const editGrid = command({
  args: v.strictObject({ grid: Id, ...edit({ name, phone, spot, retired }) }),
  roles: planners,
  tells: { grid: ['set', 'base'] },
  run(draft, { grid: id, set, base }) {
    draft.put('grid', merge(draft.need('grid', id), set, base))
  },
})

/** Keeps how many people each grid looks after. Only the server does so, from its vault, when a figure has changed. */
export const countCare = command({
  args: v.strictObject({ counts: v.pipe(v.array(careTally), v.minLength(1), v.maxLength(500)) }),
  roles: ['system'],
  routine: true,
  run(draft, { counts }, { now, facts }) {
    for (const one of counts) {
      const { township } = draft.need('grid', one.grid)
      if (one.group !== 'all') known(facts.careGroups, one.group)
      const id = joinedId('-', one.grid, one.group)
      const before = draft.get('careCount', id)
      const since = (people: number, was: number | null | undefined) => people === 0 ? null : was ?? now
      draft.put('careCount', { id, township, ...one, lateAt: since(one.late, before?.lateAt), risenAt: since(one.risen, before?.risenAt), farAt: since(one.far, before?.farAt) })
    }
  },
})

/** Tells headquarters that somebody wanted to open more people's data than the county allows. Only the server does so; `hour` counts from 1970. */
export const alarmCare = command({
  args: v.strictObject({ person: Id, opened: Count, hour: Tally }),
  roles: ['system'],
  routine: true,
  run(draft, { person, hour }, { now }) {
    const id = joinedId('-', 'careAlarm', person, hour)
    if (draft.get('notice', id)) return
    draft.put('notice', { id, rule: 'careAlarm', issue: null, shift: null, letter: null, place: null, plan: null, township: null, to: { role: 'coordinator', unit: null, township: null, person: null, place: null, grid: null }, about: person, at: now, readBy: [] })
  },
})
