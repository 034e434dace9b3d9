import type { Reopening } from '../records.ts'
import * as v from 'valibot'
import { edit, known, MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Id, Note, schemas } from '../records.ts'
import { stewards } from './steps.ts'

const { aboveScale, workers, conditions: _, batch, grades, teachers, teachersReady, rooms, roomsReady } = schemas.reopening.entries
const described = { aboveScale, workers, conditions: Note, batch, grades, teachers, teachersReady, rooms, roomsReady }

const untold: Omit<Reopening, 'id' | 'place' | 'township' | 'unit' | 'kind' | 'step' | 'since'> = { steps: [], list: null, failed: [], aboveScale: false, workers: null, conditions: '', batch: null, grades: [], teachers: 0, teachersReady: 0, rooms: 0, roomsReady: 0, lastReport: null }

/**
 * Opens the reopening file of up to 100 places, all in operation or all halted; a place that has one is skipped. `unit` is the department
 * in charge where the register names none. Rejects with `retired`, and with `invalid` for a kind that does not reopen in this county.
 */
export const registerRecovery = command({
  args: v.strictObject({ places: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)), running: v.boolean(), unit: MaybeId, reason: v.optional(Note, '') }),
  roles: stewards,
  tells: { reopening: ['reason'] },
  run(draft, { places, running, unit, reason }, { actor, now, facts }) {
    if (unit !== null) known(facts.units, unit)
    for (const id of new Set(places)) {
      const place = draft.need('place', id)
      if (place.retired) reject('retired')
      known(facts.recoveryKinds, place.kind)
      if (draft.get('reopening', id)) continue
      const step = running ? 'running' : 'halted'
      draft.put('reopening', { ...untold, id, place: id, township: place.township, unit: place.unit ?? actor.unit ?? unit, kind: place.kind, step, since: now, steps: [{ step, by: actor.id, at: now, note: reason }] })
    }
  },
})

/** Says what the place is and how it comes back. Its contact does not decide its size and its batch (`forbidden`). More of something ready than there is: `invalid`. */
export const describeRecovery = command({
  args: v.strictObject({ reopening: Id, ...edit(described) }),
  roles: [...stewards, 'inspector', 'contact'],
  tells: { reopening: [] },
  run(draft, { reopening: id, set, base }, { actor, facts }) {
    const reopening = draft.need('reopening', id)
    if (actor.role === 'contact' && ('aboveScale' in set || 'batch' in set)) reject('forbidden')
    for (const { grade } of set.grades ?? []) known(facts.grades, grade)
    const next = merge<Reopening>(reopening, set, base)
    if (new Set(next.grades.map(one => one.grade)).size < next.grades.length) reject('invalid', 'grades: one line a grade')
    if (next.teachersReady > next.teachers) reject('invalid', 'teachersReady')
    if (next.roomsReady > next.rooms) reject('invalid', 'roomsReady')
    draft.put('reopening', next)
  },
})
