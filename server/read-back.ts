import type { Commit } from '../shared/protocol.ts'
import type { AnyRecord } from '../shared/records.ts'
import type { Applied } from './authority.ts'
import type { Store } from './store.ts'
import { upgrade } from '../shared/records.ts'

/**
 * Commits of the log, which follow on each other, with what stood there before each change: nobody is told that a record is
 * gone which they could never see. The log keeps records as they were written; here they are as they are written today.
 */
export async function readBack(store: Pick<Store, 'stood'>, commits: readonly Commit[]): Promise<Applied[]> {
  const first = commits[0]
  if (!first) return []
  const touched = [...new Map(commits.flatMap(({ changes }) => changes).map(change => [`${change.kind}/${change.id}`, change])).values()]
  const earlier = await store.stood(touched, first.seq - 1)
  const standing = new Map<string, AnyRecord | null>(touched.map(({ kind, id }, i) => [`${kind}/${id}`, earlier[i] ? upgrade(kind, earlier[i]) : null]))
  return commits.map((commit) => {
    const changes = commit.changes.map(({ kind, id, value }) => ({ kind, id, value: value && upgrade(kind, value) }))
    const before = changes.map(({ kind, id }) => standing.get(`${kind}/${id}`) ?? undefined)
    for (const { kind, id, value } of changes) standing.set(`${kind}/${id}`, value)
    return { commit: { ...commit, changes }, before }
  })
}
