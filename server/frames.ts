import type { Change } from '../shared/board.ts'
import type { Frame, Seen } from '../shared/protocol.ts'
import type { Applied, Authority } from './authority.ts'
import { secret, visible } from '../shared/sight.ts'

/** What one audience sees of these commits. A record that moves out of its sight arrives as a removal. */
export function seenBy(audience: string, applied: readonly Applied[]): Seen[] {
  return applied.flatMap(({ commit: { args: _, ...commit }, before }) => {
    const changes = commit.changes.flatMap((change, i): Change[] => {
      if (change.value && visible(audience, change.kind, change.value)) return [change]
      // Read back from the log it is not known what was seen; of a plan not even the removal is told.
      if (change.value && secret(audience, change.kind, change.value)) return []
      const was = before === 'unknown' || before[i]
      const lost = was === true || (was && visible(audience, change.kind, was))
      return lost && change.kind !== 'counter' ? [{ ...change, value: null }] : []
    })
    return changes.length ? [{ ...commit, changes }] : []
  })
}

/**
 * One frame per audience for everything committed since the last one: at once when the board was quiet, else
 * gathered for `gather` ms, so that a busy minute costs a few frames a second and not a message a change.
 */
export function publish(
  authority: Authority,
  audiences: () => Iterable<string>,
  send: (audience: string, frame: Frame) => void,
  gather = 100,
): () => void {
  let waiting: Applied[] = []
  let timer: NodeJS.Timeout | null = null

  function flush(): void {
    timer = null
    if (!waiting.length) return
    const applied = waiting
    waiting = []
    const range = { epoch: authority.epoch, from: applied[0]!.commit.seq - 1, to: applied.at(-1)!.commit.seq }
    for (const audience of audiences()) send(audience, { ...range, commits: seenBy(audience, applied) })
    timer = setTimeout(flush, gather)
  }

  const stop = authority.onApplied((applied) => {
    waiting.push(...applied)
    if (!timer) flush()
  })
  return () => {
    stop()
    if (timer) clearTimeout(timer)
  }
}
