import type { Seen } from '../../shared/core/protocol.ts'
import type { Authority } from '../board/authority.ts'
import type { Store } from '../board/store.ts'
import { logPage } from '../board/log-page.ts'
import { commitsFor, firstPart } from '../line/frames.ts'

/** The most characters of changes in one answer. */
const mostText = 256 * 1024

/** What was committed after `from`, up to and including `to`, as one audience sees it. `end` is the last seq of the board. */
export interface Changes { readonly epoch: string, readonly from: number, readonly to: number, readonly end: number, readonly commits: readonly Seen[] }

export async function changesAfter(authority: Authority, store: Store, audience: string, from: number): Promise<Changes> {
  const { epoch, board } = authority
  const recent = authority.since(from)
  const { applied, to } = recent ? { applied: recent, to: board.seq } : await logPage(authority, store, from)
  return { epoch, from, end: board.seq, ...firstPart(commitsFor(audience, applied), to, mostText) }
}
