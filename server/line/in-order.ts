import type { Command } from '../../shared/core/command.ts'
import type { Answer, Answers, Refusal } from '../../shared/core/protocol.ts'
import { Envelope, parseOutside, refusal } from '../core/guard.ts'

/** How many commands one message may bring. */
export const mostAtOnce = 32

interface Way {
  /** The refusal that any command would get now: the server ends, or the person has spent their budget. */
  readonly refused: () => Promise<Refusal | null>
  readonly give: (command: Command) => Promise<Answer>
  /** True once nobody waits for the answers: the device sends the rest again. */
  readonly gone: () => boolean
  readonly onBug: (error: unknown) => void
}

/**
 * Carries out what waited on a device, each command after the answer to the one before it, up to the first that is refused: the device sends the
 * rest once it has that answer. Else a refused command whose answer is lost would be asked again after those that came behind it.
 */
export async function inOrder(commands: readonly unknown[], { refused, give, gone, onBug }: Way): Promise<Answers> {
  const answers: Answer[] = []
  for (const one of commands) {
    if (gone()) break
    const answer = await (async () => await refused() ?? give(parseOutside(Envelope, one)))().catch((error: unknown) => refusal(error, onBug))
    answers.push(answer)
    if (!answer.ok) break
  }
  return { ok: true, answers }
}
