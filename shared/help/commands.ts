import * as v from 'valibot'
import { command } from '../core/command.ts'
import { helpTally } from './requests.ts'

/** Keeps how many help requests wait in each grid. Only the server does so, from its vault, when a figure has changed. */
export const countHelp = command({
  args: v.strictObject({ counts: v.pipe(v.array(helpTally), v.minLength(1), v.maxLength(500)) }),
  roles: ['system'],
  routine: true,
  run(draft, { counts }) {
    for (const one of counts) {
      const township = one.grid === null ? one.township : draft.need('grid', one.grid).township
      draft.put('helpCount', { id: one.grid ?? one.township, ...one, township })
    }
  },
})
