import type { Applied } from './applied.ts'
import type { Authority } from './authority.ts'
import type { Store } from './store.ts'
import { readBack } from './read-back.ts'

/** Commits in one page of the log: few enough that reading them does not delay live connections. */
const most = 250

/** The commits of the log after `from`, one page of them, with the records before their changes. `to` is the last seq of the page. */
export async function logPage({ board }: Pick<Authority, 'board'>, store: Pick<Store, 'since' | 'stood' | 'aside'>, from: number): Promise<{ readonly applied: readonly Applied[], readonly to: number }> {
  const commits = (await store.since(from, most)).filter(({ seq }) => seq <= board.seq)
  return { applied: await readBack(store, commits), to: commits.at(-1)?.seq ?? from }
}
