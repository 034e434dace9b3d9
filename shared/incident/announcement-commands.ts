import * as v from 'valibot'
import { MaybeInstant } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Id, NewId, schemas } from '../records.ts'
import { isCurrent, phaseNow } from './current.ts'

export const announce = command({
  args: v.strictObject({ announcement: NewId, text: schemas.announcement.entries.text, until: MaybeInstant }),
  roles: ['coordinator', 'admin'],
  tells: { announcement: [] },
  run(draft, { announcement: id, ...args }, { actor, now }) {
    if (draft.get('announcement', id)) reject('exists')
    if (args.until && args.until <= now) reject('over')
    draft.put('announcement', { id, ...args, by: actor.id, at: now, phase: phaseNow(draft) })
  },
})

export const endAnnouncement = command({
  args: v.strictObject({ announcement: Id }),
  roles: ['coordinator', 'admin'],
  tells: { announcement: [] },
  run(draft, args, { now }) {
    const announcement = draft.need('announcement', args.announcement)
    if (!isCurrent(announcement, phaseNow(draft), now)) reject('over')
    draft.put('announcement', { ...announcement, until: now })
  },
})
