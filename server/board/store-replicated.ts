import type { PostgresStore } from './store-postgres.ts'
import type { Store } from './store.ts'

/** How many commits are fetched at a time. */
const page = 500

/**
 * The store of a board whose truth is in PostgreSQL, with a copy in the data folder. What is appended is acknowledged once the
 * truth has it; everything is read from the copy, which the server, its backups and checks use as if there was nothing else.
 * What the copy lacks is fetched in order, so it is never ahead of the truth, and never has a gap. `onBehind` is called when the truth
 * has lost what it had acknowledged, as after a restore of an older state.
 */
export function replicatedStore(copy: Store, truth: PostgresStore, seq: number, onBehind: () => void = () => {}): Store {
  let head = seq
  let fetching: Promise<void> = Promise.resolve()

  const notOurs = () => new Error(`The copy of the log does not end at ${head}: does another process write to the data folder?`)

  async function fetchNow(): Promise<void> {
    for (;;) {
      const commits = await truth.since(head, page)
      if (!commits.length) return
      if (!await copy.append(commits)) throw notOurs()
      head += commits.length
    }
  }
  /** Somebody else was faster, or the truth is no longer what it was. */
  async function lostTo(): Promise<void> {
    const before = head
    await fetchNow()
    if (head === before && ((await truth.head())?.seq ?? 0) < head) onBehind()
  }
  /** One after the other, because two would fetch the same. */
  const inTurn = (work: () => Promise<void>): Promise<void> => fetching = fetching.catch(() => {}).then(work)

  return {
    ...copy,
    async load() {
      await inTurn(fetchNow)
      return copy.load()
    },
    async append(commits) {
      const written = await truth.append(commits)
      const [first, last] = [commits[0]?.seq ?? 0, commits.at(-1)?.seq ?? 0]
      await inTurn(async () => {
        if (!written) return lostTo()
        if (head !== first - 1) return head < last ? fetchNow() : undefined
        if (!await copy.append(commits)) throw notOurs()
        head = last
      })
      return written
    },
    fetch: () => inTurn(fetchNow),
    follow: news => truth.follow!((to) => {
      const known = () => to !== null && to <= head
      if (known()) return
      // Without the truth there is nothing to fetch: it is asked again soon.
      inTurn(async () => known() ? undefined : fetchNow()).then(() => news(to), () => {})
    }),
    recall: truth.recall,
    // In the copy too: a folder that goes on without this truth must not tell people again what they were told.
    async remember(name, value) {
      await truth.remember(name, value)
      await copy.remember(name, value)
    },
    close: copy.close,
  }
}
