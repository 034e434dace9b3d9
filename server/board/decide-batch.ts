import type { Actor } from '../../shared/core/actor.ts'
import type { Board } from '../../shared/core/board.ts'
import type { Command, Context } from '../../shared/core/command.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { Answer, Commit, Refusal } from '../../shared/core/protocol.ts'
import type { Store } from './store.ts'
import { Draft } from '../../shared/core/board.ts'
import { decide, isImport, sameCommand } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { codeFits } from '../../shared/duty/post-code.ts'
import { incidentTime } from '../../shared/incident/clock.ts'

export interface Waiting {
  readonly command: Command
  readonly actor: Actor
  /** Shared by the commands that came together. Once it is over, because one of them was refused, the others are left. */
  readonly message: { over: boolean }
  readonly answer: (answer: Answer) => void
  /** The real time at which it arrived, epoch ms. */
  readonly since: number
}
type Decided = { readonly waiting: Waiting, readonly commit: Commit } | { readonly waiting: Waiting, readonly reply: Answer }

interface Options {
  readonly board: Board
  readonly epoch: string
  readonly store: Pick<Store, 'find'>
  readonly facts: Facts
  /** The real time, epoch ms. */
  readonly now: () => number
  readonly onBug: (error: unknown, command?: Command) => void
  readonly importsWait: () => boolean
}

/** For commands that are left because of one before them in their message: their device sends them again. */
export const left: Refusal = { ok: false, code: 'busy', retryAfter: 1000 }

/** Decides commands in order, each on the changes of those before it. Writes nothing: returns a commit for each accepted command, numbered from the board's seq on. */
export async function decideBatch(batch: readonly Waiting[], options: Options): Promise<Decided[]> {
  const { board, epoch, store, facts } = options
  const before = await store.find(batch.map(({ command }) => command.id))
  const draft = new Draft(board)
  const commits = new Map<string, Commit>()
  const refused = new Set<Waiting['message']>()

  function decideOne(waiting: Waiting): Decided {
    const { command, actor, message } = waiting
    if (message.over || refused.has(message)) return { waiting, reply: left }
    const earlier = commits.get(command.id) ?? before.get(command.id)
    if (earlier) {
      // The same command sent again gets its first answer. Any other use of its id is a forgery.
      return { waiting, reply: earlier.actor === actor.id && sameCommand(earlier, command) ? accepted({ id: command.id, seq: earlier.seq }, epoch) : { ok: false, code: 'forbidden' } }
    }
    const real = options.now()
    const at = incidentTime(draft.get('incident', 'incident'), real)
    const changes = attempt(draft, command, { actor, now: at, real, facts, codeFits }, options)
    if (!Array.isArray(changes)) return { waiting, reply: changes }
    draft.apply(changes)
    const commit = { seq: board.seq + commits.size + 1, ...command, actor: actor.id, at, changes }
    commits.set(command.id, commit)
    return { waiting, commit }
  }

  return batch.map((waiting) => {
    const decided = decideOne(waiting)
    if ('reply' in decided && !decided.reply.ok) refused.add(waiting.message)
    return decided
  })
}

export const accepted = ({ id, seq }: Pick<Commit, 'id' | 'seq'>, epoch: string): Answer => ({ ok: true, id, seq, epoch })

/** Decides one command. A bug in it must not harm the rest of the batch. */
function attempt(draft: Draft, command: Command, context: Context, { importsWait, onBug }: Options): ReturnType<typeof decide> | Refusal {
  if (importsWait() && isImport(command)) return { ok: false, code: 'storage_low' }
  try {
    return decide(draft, command, context)
  } catch (error) {
    if (error instanceof Rejection) return { ok: false, code: error.code, detail: error.detail, clashes: error.clashes }
    onBug(error, command)
    return { ok: false, code: 'internal' }
  }
}

/** Gives a batch to another server. Of a message only the first: what stands behind it must not overtake it, and is sent again by its device. */
export function handOn(batch: readonly Waiting[], give: (waiting: Waiting) => Promise<Answer>): void {
  for (const waiting of batch) {
    const { message, answer } = waiting
    if (message.over) answer(left)
    else void give(waiting).then(answer)
    message.over = true
  }
}
