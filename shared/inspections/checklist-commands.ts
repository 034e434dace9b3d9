import * as v from 'valibot'
import { listed } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Id, schemas } from '../records.ts'
import { listId, versions } from './checklists.ts'

/**
 * Makes the next version of the checklist of a place kind. Inspections keep the version they used. `from` is the version that
 * the person saw (0 for none); rejects with `newer_version` if somebody else has made a newer one.
 */
export const editChecklist = command({
  args: v.strictObject({
    kind: Id,
    recovery: v.boolean(),
    from: schemas.checklist.entries.version,
    items: v.pipe(
      schemas.checklist.entries.items,
      v.minLength(1),
      v.check(items => new Set(items.map(item => item.id)).size === items.length, 'an item twice'),
    ),
  }),
  roles: ['coordinator', 'admin'],
  tells: { checklist: [] },
  run(draft, { kind, recovery, from, items }, { actor, now, facts }) {
    listed(facts, { kind })
    for (const { aspect } of items) listed(facts, { aspect })
    const latest = versions(draft, facts.checklists, kind, recovery)[0]
    const before = draft.get('checklist', listId(kind, recovery, latest?.version ?? 0))
    if ((latest?.version ?? 0) !== from) reject(before?.madeBy === actor.id ? 'exists' : 'newer_version')
    const version = from + 1
    draft.put('checklist', { id: listId(kind, recovery, version), kind, recovery, version, items, madeBy: actor.id, madeAt: now })
  },
})
