import * as v from 'valibot'
import { command } from '../command.ts'
import { overdue } from '../issue-steps.ts'
import { Id, Instant } from '../records.ts'
import { reject } from '../rejection.ts'
import { known } from './fields.ts'

/** A numbered letter about issues of one unit that are past their time: anything else is `not_overdue`. */
export const issueLetter = command({
  args: v.strictObject({ letter: Id, unit: Id, issues: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)), dueAt: Instant }),
  roles: ['coordinator', 'admin'],
  run(draft, { letter: id, unit, issues, dueAt }, { actor, now, facts }) {
    if (draft.get('letter', id)) reject('exists')
    known(facts.units, unit)
    for (const one of new Set(issues)) {
      const issue = draft.need('issue', one)
      if (issue.unit !== unit || !overdue(issue, now)) reject('not_overdue', one)
    }
    if (dueAt <= now) reject('needs_date')
    const no = (draft.get('counter', 'letter')?.value ?? 0) + 1
    draft.put('counter', { id: 'letter', value: no })
    draft.put('letter', { id, no, unit, township: facts.unitTownships.get(unit) ?? null, issues: [...new Set(issues)], dueAt, by: actor.id, at: now })
  },
})
