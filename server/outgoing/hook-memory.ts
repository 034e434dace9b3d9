import type { Store } from '../board/store.ts'
import type { MessageLine } from './formats.ts'

interface Kept { upTo: number, waiting: MessageLine[], dropped: number }

/**
 * What one receiver still has to be told, kept over restarts: the waiting lines, and the seq up to which the log has been
 * read. Later commits are read from the log again. A receiver without a memory begins at `seq`.
 */
export async function hookMemory(store: Pick<Store, 'recall' | 'remember'>, name: string, seq: number) {
  const key = `webhook:${name}`
  let kept = await store.recall(key)
  const { upTo, waiting, dropped } = kept ? JSON.parse(kept) as Kept : { upTo: seq, waiting: [], dropped: 0 }
  return {
    // After a backup is restored, the log may end before the seq that was reached.
    upTo: Math.min(upTo, seq),
    waiting,
    dropped,
    async keep({ upTo, waiting, dropped }: Kept): Promise<void> {
      const next = JSON.stringify({ upTo, waiting, dropped })
      if (next === kept) return
      await store.remember(key, next)
      kept = next
    },
  }
}
