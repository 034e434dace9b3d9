import type { Turn } from './copies.ts'

interface Lines {
  readonly cutOff: (person: string) => void
  readonly actorChanged: (person: string) => void
  readonly waitingChanged: () => void
  readonly endHash: (hash: string) => void
  readonly hashRenewed: (hash: string) => void
}

/** A session that goes on under a new token: a row of the same person that began at the same moment comes as it goes. */
const began = (row: string | null) => row && JSON.stringify((({ account, createdAt }) => [account, createdAt])(JSON.parse(row) as { readonly account: string, readonly createdAt: number }))

const endOf = (row: string) => (JSON.parse(row) as { readonly expiresAt: number }).expiresAt
const ownerOf = (row: string) => (JSON.parse(row) as { readonly account: string }).account
/** An account without what changes by itself. */
const rights = (row: string | null) => row && JSON.stringify({ ...JSON.parse(row) as object, signedInAt: null })

/** Brings the live connections in line with rows that another server has changed: whoever was signed out, disabled or given other rights there. */
export function turnLines(turns: readonly Turn[], { cutOff, actorChanged, waitingChanged, endHash, hashRenewed }: Lines): void {
  const renewed = new Set(turns.filter(({ table, before, after }) => table === 'session' && before === null && after !== null).map(({ after }) => began(after)))
  for (const { table, id, before, after } of turns) {
    const key = (JSON.parse(id) as string[])[0] ?? ''
    if (table === 'session' && after === null) (renewed.has(began(before)) ? hashRenewed : endHash)(key)
    // It ends sooner now, which its open connections must know.
    if (table === 'session' && before !== null && after !== null && endOf(after) < endOf(before)) actorChanged(ownerOf(after))
    if (table !== 'account' || rights(before) === rights(after)) continue
    const now = after === null ? null : JSON.parse(after) as { readonly disabledAt: number | null }
    if (!now || now.disabledAt !== null) cutOff(key)
    else if (before !== null) actorChanged(key)
    waitingChanged()
  }
}
