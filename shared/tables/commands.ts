import type { Actor } from '../core/actor.ts'
import type { Draft } from '../core/board.ts'
import * as v from 'valibot'
import { command } from '../core/command.ts'
import { lineOf, Tally } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { audienceOf, visible } from '../core/sight.ts'
import { Id, NewId, schemas } from '../records.ts'
import { hasField, makesGroups, mostTables } from './keys.ts'

const { name, of, columns, filters, group, rows, settled, shared } = schemas.table.entries
const makers = ['coordinator', 'inspector', 'officer', 'unit', 'admin'] as const

/** The table, if it is this person's. One that they do not see is not found. */
function owned(draft: Draft, id: string, actor: Actor) {
  const table = draft.get('table', id) ?? reject('not_found')
  if (table.owner !== actor.id) reject(visible(audienceOf(actor), 'table', table) ? 'forbidden' : 'not_found')
  return table
}

/**
 * Saves a table, or changes it. `version` is the one that the person saw, 0 for a new one: rejects with `newer_version` if there is
 * another by now, with `invalid` for a field that the kind does not have, and with `too_many_tables`. A schedule stays as it is.
 */
export const saveTable = command({
  args: v.strictObject({ table: NewId, version: Tally, name, of, columns, filters, group, rows, settled, shared }),
  roles: makers,
  tells: { table: [] },
  routine: true,
  run(draft, { table: id, version, ...plan }, { actor, now }) {
    // It would have several homes.
    if (actor.townships) reject('forbidden', 'several townships')
    const before = draft.get('table', id) ? owned(draft, id, actor) : undefined
    if ((before?.version ?? 0) !== version) reject('newer_version')
    for (const key of [...plan.columns, ...plan.filters].map(({ field }) => field)) {
      if (!hasField(plan.of, key)) reject('invalid', key)
    }
    if (plan.group !== null && !makesGroups(plan.of, plan.group)) reject('invalid', 'group')
    if (!before) {
      const all = [...draft.all('table')]
      if (all.length >= mostTables.all || all.filter(one => one.owner === actor.id).length >= mostTables.own) reject('too_many_tables')
    }
    draft.put('table', { ...plan, id, owner: actor.id, home: audienceOf(actor), version: version + 1, at: now, schedule: before?.schedule ?? null })
  },
})

/** Removes a table. What has been sent stays sent; its addresses for other systems end with it. */
export const removeTable = command({
  args: v.strictObject({ table: Id }),
  roles: makers,
  tells: { table: [] },
  routine: true,
  run(draft, { table }, { actor }) {
    draft.apply([{ kind: 'table', id: owned(draft, table, actor).id, value: null }])
  },
})

/** Has a table sent each day at an hour (HH:MM by the county's clock), with the rights that its owner has at that moment; null ends it. */
export const scheduleTable = command({
  args: v.strictObject({ table: Id, schedule: v.nullable(v.strictObject({ at: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)), to: v.pipe(lineOf(60), v.minLength(1)) })) }),
  roles: ['coordinator', 'admin'],
  tells: { table: [] },
  routine: true,
  run(draft, { table: id, schedule }, { actor, now }) {
    const table = owned(draft, id, actor)
    draft.put('table', { ...table, version: table.version + 1, schedule: schedule && { ...schedule, since: now } })
  },
})
