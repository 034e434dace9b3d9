import type { PostgresStore } from './store-postgres.ts'
import type { Store } from './store.ts'
import { hash } from 'node:crypto'

const page = 500

/** The first seq at which two logs differ, up to `seq`; null if they are the same. */
export async function differs(one: Pick<Store, 'since'>, other: Pick<Store, 'since'>, seq: number, onRows: (rows: number) => void = () => {}): Promise<number | null> {
  for (let from = 0; from < seq; from += page) {
    const limit = Math.min(page, seq - from)
    const [ours, theirs] = await Promise.all([one.since(from, limit), other.since(from, limit)])
    const sum = (commits: typeof ours) => hash('sha256', JSON.stringify(commits))
    if (sum(ours) !== sum(theirs)) return ours.find((commit, i) => JSON.stringify(commit) !== JSON.stringify(theirs[i]))?.seq ?? theirs[ours.length]?.seq ?? from + 1
    onRows(ours.length)
  }
  return null
}

/** Copies a log into an empty store in PostgreSQL, with its epoch. What an interrupted copy has left is continued. Answers the last seq. */
export async function copyLog(from: Store, to: PostgresStore, onRows: (rows: number) => void = () => {}): Promise<number> {
  const { epoch, seq } = await from.load()
  await to.begin(epoch)
  for (let at = (await to.head())?.seq ?? 0; at < seq;) {
    const commits = await from.since(at, page)
    if (!await to.append(commits)) throw new Error(`Somebody else writes to this board in PostgreSQL, at commit ${at + 1}.`)
    at += commits.length
    onRows(commits.length)
  }
  return seq
}
