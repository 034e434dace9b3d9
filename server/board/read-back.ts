import type { Change } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord } from '../../shared/records.ts'
import type { Applied } from './applied.ts'
import type { Store } from './store.ts'
import { size } from './tail.ts'

/**
 * Consecutive commits of the log, with the record before each change, so that nobody is told of the removal of a record that
 * they could never see. Records from earlier versions are upgraded on first access, because most of what a start reads is
 * never asked for.
 */
export async function readBack(store: Pick<Store, 'stood' | 'aside'>, commits: readonly Commit[]): Promise<Applied[]> {
  const first = commits[0]
  if (!first) return []
  const touched = [...new Map(commits.flatMap(({ changes }) => changes).map(change => [`${change.kind}/${change.id}`, change])).values()]
  const earlier = await store.stood(touched, first.seq - 1)
  const asToday = ({ kind, id, value: written }: Change, seq: number): Change => {
    let value: AnyRecord | null | undefined
    return { kind, id, get value() {
      // A record that cannot be read is shown to nobody.
      if (value === undefined) value = written && store.aside.record(kind, id, written, seq)
      return value
    } }
  }
  const latest = new Map(touched.map(({ kind, id }, i) => [`${kind}/${id}`, asToday({ kind, id, value: earlier[i] ?? null }, first.seq - 1)]))
  return commits.map((commit) => {
    const changes = commit.changes.map(change => asToday(change, commit.seq))
    const was = changes.map(({ kind, id }) => latest.get(`${kind}/${id}`))
    for (const change of changes) latest.set(`${change.kind}/${change.id}`, change)
    let before: (AnyRecord | undefined)[] | undefined
    return { commit: { ...commit, changes }, get before() {
      return before ??= was.map(change => change?.value ?? undefined)
    } }
  })
}

/** The newest commits up to `seq`, with the record before each change: about as many as have this many changes. */
export async function newestOf(store: Pick<Store, 'since' | 'stood' | 'aside'>, seq: number, changes: number): Promise<Applied[]> {
  const commits: Commit[] = []
  for (let to = seq, page = 4; to > 0 && size(commits) < changes; page = Math.min(64, page * 2)) {
    commits.unshift(...await store.since(Math.max(0, to - page), Math.min(page, to)))
    to -= page
  }
  return readBack(store, commits)
}
