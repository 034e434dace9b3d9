import type { Told } from '../../shared/core/protocol.ts'
import type { Kind } from '../../shared/records.ts'
import type { Authority } from './authority.ts'
import type { Store } from './store.ts'
import { reject } from '../../shared/core/rejection.ts'
import { visible } from '../../shared/core/sight.ts'
import { timelineStep } from '../../shared/core/telling.ts'

/** The timeline of a record as an audience may know it: its newest 200 commits, newest first. Rejects with `not_found`. */
export async function timelineOf({ board }: Pick<Authority, 'board'>, store: Pick<Store, 'history' | 'aside'>, audience: string, kind: Kind, id: string): Promise<Told[]> {
  const record = board.get(kind, id)
  if (!record || !visible(audience, kind, record)) reject('not_found')
  const commits = await store.history(kind, id, 200)
  const values = commits.map(({ changes }) => changes.find(change => change.kind === kind && change.id === id)?.value ?? null)
    .map((value, i) => value && store.aside.record(kind, id, value, commits[i]?.seq ?? null))
  return commits.flatMap((commit, i) => timelineStep(audience, commit, kind, id, values[i + 1] ?? null) ?? [])
}
