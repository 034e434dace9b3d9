import type { Command } from '../../shared/core/command.ts'
import type { Answer, Answers, Refusal } from '../../shared/core/protocol.ts'
import { Envelope, parseOutside, refusal } from '../core/guard.ts'

/** How many commands one message may bring. */
export const mostAtOnce = 32

type OnBug = (error: unknown) => void
interface Way {
  /** The refusal that any command would get now: the server ends, or the person has spent their budget. Otherwise this command is paid for. */
  readonly refused: () => Promise<Refusal | null>
  /** Pays back so many commands that were left. */
  readonly payBack: (commands: number) => Promise<void>
  /** Carries out commands in order up to the first that is refused, and answers these. Never rejects. */
  readonly give: (commands: readonly Command[]) => Promise<readonly Answer[]>
  readonly onBug: OnBug
}

/**
 * Carries out what waited on a device, in order, up to the first that is refused: the device sends the rest once it has that answer. Else a
 * refused command whose answer is lost would be asked again after those that came behind it.
 */
export async function inOrder(commands: readonly unknown[], { refused, payBack, give, onBug }: Way): Promise<Answers> {
  const read: Command[] = []
  const end: Refusal[] = []
  let paid = 0
  for (const one of commands) {
    try {
      const no = await refused()
      if (no) end.push(no)
      else if (++paid) read.push(parseOutside(Envelope, one))
    } catch (error) {
      end.push(refusal(error, onBug))
    }
    if (end.length) break
  }
  const given = read.length ? await give(read) : []
  const answers = given.length === read.length && given.every(({ ok }) => ok) ? [...given, ...end] : given
  if (paid > answers.length) await payBack(paid - answers.length)
  return { ok: true, answers }
}

interface Passing {
  readonly give: (command: Command) => Promise<Answer>
  /** True once nobody waits for the answers: the device sends the rest again. */
  readonly gone: () => boolean
  readonly onBug: OnBug
}

/** Passes commands on to another server, each after the answer to the one before it. */
export async function oneByOne(commands: readonly Command[], { give, gone, onBug }: Passing): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const command of commands) {
    if (gone()) break
    const answer = await give(command).catch((error: unknown) => refusal(error, onBug))
    answers.push(answer)
    if (!answer.ok) break
  }
  return answers
}
