import type { Draft } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Baseline } from '../records.ts'
import * as v from 'valibot'
import { listed, MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { Id, NewId, schemas } from '../records.ts'
import { listedName } from './baseline-record.ts'

const { source, skipped } = schemas.baseline.entries

/**
 * Stores a department's list (底数) beside the register, without changing any place. A long list comes in several commands;
 * `from` is how many names were stored before this one, and rejects with `exists` if that is not so. An officer's list must be
 * of their own township.
 */
export const recordBaseline = command({
  args: v.strictObject({ list: NewId, kind: Id, scope: MaybeId, source, names: v.pipe(v.array(listedName), v.minLength(1), v.maxLength(400)), skipped, from: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  roles: ['coordinator', 'officer', 'admin'],
  tells: { baseline: [] },
  imports: true,
  run(draft, { list, kind, scope, source, names, skipped, from }, { actor, now, facts }) {
    listed(facts, { kind })
    const kept = [...draft.by('baseline', 'list', list)]
    if (kept.some(part => part.by !== actor.id || part.kind !== kind || part.scope !== scope || part.withdrawn)) reject('exists')
    if (kept.reduce((sum, part) => sum + part.names.length, 0) !== from) reject('exists')
    if (from + names.length > 5000) reject('too_large')
    const parts = new Map<string | null, typeof names>()
    for (const { name, township } of names) {
      const home = township ?? scope
      if (home !== null) listed(facts, { township: home })
      if (scope !== null && home !== scope) reject('invalid', `township ${home}`)
      parts.set(home, [...parts.get(home) ?? [], { name, township: home }])
    }
    for (const [township, more] of parts) {
      const id = joinedId('_', list, township ?? 'unsaid')
      const old = draft.get('baseline', id)
      draft.put('baseline', old ? { ...old, names: [...old.names, ...more] } : { id, list, kind, scope, township, source, names: more, skipped, withdrawn: false, by: actor.id, at: now })
    }
  },
})

/** The whole list, if this person may take it back: an officer only a list of their own. */
function ownList(draft: Draft, list: string, { actor }: Context): readonly Baseline[] {
  const parts = [...draft.by('baseline', 'list', list)]
  if (!parts.length) reject('not_found')
  if (actor.role === 'officer' && parts.some(part => part.by !== actor.id)) reject('forbidden')
  return parts
}

/** Takes back the import of a department's list. Nothing else changes; the same file can be kept again. */
export const withdrawBaseline = command({
  args: v.strictObject({ list: Id }),
  roles: ['coordinator', 'officer', 'admin'],
  tells: { baseline: [] },
  run(draft, { list }, context) {
    for (const part of ownList(draft, list, context)) draft.put('baseline', { ...part, withdrawn: true })
  },
})

export const restoreBaseline = command({
  args: v.strictObject({ list: Id }),
  roles: ['coordinator', 'officer', 'admin'],
  tells: { baseline: [] },
  run(draft, { list }, context) {
    for (const part of ownList(draft, list, context)) draft.put('baseline', { ...part, withdrawn: false })
  },
})
