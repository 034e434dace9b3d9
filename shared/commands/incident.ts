import * as v from 'valibot'
import { command } from '../command.ts'
import { schemas } from '../records.ts'
import { reject } from '../rejection.ts'

const { code, name, phase, drill, startedAt } = schemas.incident.entries

/** A board is about one incident, opened once when the data folder is new. */
export const openIncident = command({
  args: v.strictObject({ code, name, phase, drill, startedAt }),
  roles: ['admin'],
  run(draft, args) {
    if (draft.get('incident', 'incident')) reject('exists')
    draft.put('incident', { id: 'incident', ...args })
  },
})
