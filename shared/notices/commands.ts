import * as v from 'valibot'
import { roles } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { Id } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { addressed } from './notices.ts'

/** Marks up to 200 notices as read, so that a whole list takes one command. Rejects with `forbidden` for a notice to somebody else. */
export const readNotices = command({
  args: v.strictObject({ notices: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200)) }),
  roles: roles.filter(role => role !== 'viewer' && role !== 'auditor'),
  routine: true,
  run(draft, { notices }, { actor }) {
    for (const id of notices) {
      const notice = draft.need('notice', id)
      if (!addressed(notice, actor)) reject('forbidden')
      if (!notice.readBy.includes(actor.id)) draft.put('notice', { ...notice, readBy: [...notice.readBy, actor.id] })
    }
  },
})
