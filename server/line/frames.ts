import type { Actor } from '../../shared/core/actor.ts'
import type { Change, Reader } from '../../shared/core/board.ts'
import type { Own } from '../../shared/core/own.ts'
import type { Frame, Seen } from '../../shared/core/protocol.ts'
import type { Kind } from '../../shared/records.ts'
import type { Applied } from '../board/applied.ts'
import type { Authority } from '../board/authority.ts'
import { audienceOf, looksSame, shown, visible } from '../../shared/core/sight.ts'
import { told } from '../../shared/core/telling.ts'
import { heldBy } from '../../shared/duty/duty.ts'
import { concerned, ownPart } from '../../shared/own-parts.ts'
import { spare } from '../core/spare.ts'

/**
 * What one audience sees of these commits. A record that moves out of its sight becomes a removal without time or name. A
 * change of hidden fields alone is left out, so the audience does not learn that it happened.
 */
export function commitsFor(audience: string, applied: readonly Applied[]): Seen[] {
  return applied.flatMap(({ commit: { seq, id, name, at, changes: all }, before }) => {
    const changes = all.flatMap(({ kind, id, value: whole }, i): Change[] => {
      const was = before[i]
      const value = whole && shown(audience, kind, whole)
      if (!value) return was && visible(audience, kind, was) ? [{ kind, id, value: null }] : []
      return was && looksSame(audience, kind, was, whole) ? [] : [{ kind, id, value }]
    })
    if (!changes.length) return []
    if (!changes.some(({ value }) => value)) return [{ seq, changes }]
    return [{ seq, id, at, changes, ...told(audience, { name, changes: all }) && { name } }]
  })
}

/** As many of these commits as fit in `most` characters, at least one. `to` is the seq up to which they are complete, at most `end`. */
export function firstPart(commits: readonly Seen[], end: number, most: number): Pick<Frame, 'to' | 'commits'> {
  let left = most
  const over = commits.findIndex((commit, i) => (left -= JSON.stringify(commit).length) < 0 && i > 0)
  return over < 0 ? { to: end, commits } : { to: commits[over]!.seq - 1, commits: commits.slice(0, over) }
}

/** The own parts that changed by these commits, by person. People whom `person` does not know are left out. */
export function partsOf({ board }: { readonly board: Reader }, applied: readonly Applied[], person: (id: string) => Actor | undefined): Map<string, Own[]> {
  const steps = applied.flatMap(({ commit, before }) => commit.changes.map((change, i) => ({ ...change, before: before[i] })))
  const parts = new Map<string, Own[]>()
  for (const [id, keys] of concerned(board, steps)) {
    const actor = person(id)
    if (!actor || audienceOf(actor) === 'staff') continue
    const held = heldBy(board, id)
    parts.set(id, [...keys].map((key) => {
      const [kind, id] = key.split('/') as [Kind, string]
      const record = board.get(kind, id)
      return { kind, id, part: record ? ownPart(board, actor, kind, record, () => held) : null }
    }))
  }
  return parts
}

interface Listening {
  /** The audiences that are connected. */
  readonly audiences: () => Iterable<string>
  /** A connected person by id. */
  readonly person: (id: string) => Actor | undefined
  readonly frame: (audience: string, frame: Frame) => void
  /** Must be sent right before the frame that ends at `to`. */
  readonly own: (person: string, news: { readonly epoch: string, readonly to: number, readonly parts: readonly Own[] }) => void
  /** How long to gather commits, in ms. */
  readonly gather?: number
  readonly onBug: (error: unknown) => void
}

/**
 * One frame per audience for everything committed since the last one: at once when the board was quiet, else
 * gathered for `gather` ms, so that a busy minute costs a few frames a second and not a message a change. Where sending takes
 * long, it is gathered for twice as long as that took, at most ten times `gather`: commands have their turn on a busy machine.
 * It is encoded once; the few whose own parts change get these just before it.
 */
export function publish(authority: Authority, { audiences, person, frame, own, gather = 100, onBug }: Listening): () => void {
  let waiting: Applied[] = []
  let timer: NodeJS.Timeout | null = null

  function flush(): void {
    timer = null
    if (!waiting.length) return
    const began = performance.now()
    const applied = waiting
    waiting = []
    const range = { epoch: authority.epoch, from: applied[0]!.commit.seq - 1, to: applied.at(-1)!.commit.seq }
    spare(onBug, () => {
      for (const [id, parts] of partsOf(authority, applied, person)) own(id, { epoch: range.epoch, to: range.to, parts })
    })
    // An audience whose frame fails has a gap and asks for what it missed; the others have theirs.
    for (const audience of audiences()) spare(onBug, () => frame(audience, { ...range, commits: commitsFor(audience, applied) }))
    const took = performance.now() - began
    timer = setTimeout(flush, Math.max(gather, Math.min(2 * took, 10 * gather)))
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
