import * as v from 'valibot'
import { command } from '../core/command.ts'
import { Tally } from '../core/fields.ts'
import { owed } from './owed.ts'

/** Gives the notices that are due, at most 200 at a time. Only the scheduler does so, once a minute (`minute` counts from 1970). */
export const giveNotices = command({
  args: v.strictObject({ minute: Tally }),
  roles: ['system'],
  routine: true,
  run(draft, _, { now, facts }) {
    for (const notice of owed(draft, now, facts).slice(0, 200)) draft.put('notice', notice)
  },
})
