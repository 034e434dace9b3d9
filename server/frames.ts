import type { Change } from '../shared/board.ts'
import type { Frame, Seen } from '../shared/protocol.ts'
import type { Applied, Authority } from './authority.ts'
import { visible } from '../shared/sight.ts'
import { told } from '../shared/telling.ts'

/** What one audience sees of these commits. A record that moves out of its sight arrives as a removal, which says no more than that. */
export function seenBy(audience: string, applied: readonly Applied[]): Seen[] {
  return applied.flatMap(({ commit: { seq, id, name, at, changes: all }, before }) => {
    const changes = all.flatMap(({ kind, id, value }, i): Change[] => {
      if (value && visible(audience, kind, value)) return [{ kind, id, value }]
      const was = before[i]
      return was && visible(audience, kind, was) ? [{ kind, id, value: null }] : []
    })
    if (!changes.length) return []
    if (!changes.some(({ value }) => value)) return [{ seq, changes }]
    return [{ seq, id, at, changes, ...told(audience, { name, changes: all }) && { name } }]
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
