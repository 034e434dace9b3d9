import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Id, Instant, NewId } from '../records.ts'
import { dueAt, overdue } from './steps.ts'

/** Issues a numbered letter (督办函) about overdue issues of one unit. Rejects with `not_overdue` for any other issue, and `needs_date` if the new deadline is past. */
export const issueLetter = command({
  args: v.strictObject({ letter: NewId, unit: Id, issues: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)), dueAt: Instant }),
  roles: ['coordinator', 'admin'],
  tells: { letter: [] },
  run(draft, { letter: id, unit, issues, dueAt: until }, { actor, now, facts }) {
    if (draft.get('letter', id)) reject('exists')
    known(facts.units, unit)
    const items = [...new Set(issues)].map((one) => {
      const issue = draft.need('issue', one)
      if (issue.unit !== unit || !overdue(issue, now)) reject('not_overdue', one)
      const { no, title, township, place, foundAt } = issue
      return { issue: one, no, title, township, place: place ? draft.get('place', place)?.name ?? '' : '', foundAt, deadline: dueAt(issue) }
    })
    if (until <= now) reject('needs_date')
    const no = (draft.get('counter', 'letter')?.value ?? 0) + 1
    draft.put('counter', { id: 'letter', value: no })
    draft.put('letter', { id, no, unit, township: facts.unitTownships.get(unit) ?? null, items, dueAt: until, by: actor.id, at: now })
  },
})
