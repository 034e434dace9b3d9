import type { Args, CommandName } from '../../shared/commands.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Refusal } from '../../shared/core/protocol.ts'
import { uuidv7 } from 'uuidv7'
import { Rejection } from '../../shared/core/rejection.ts'
import { countWaiting, opened, ready, refused } from './board.ts'
import { me } from './session.ts'

function attempt<T>(ask: () => T): T | Rejection {
  try {
    return ask()
  } catch (error) {
    if (error instanceof Rejection) return error
    throw error
  }
}

const refusal = ({ code, detail, clashes }: Rejection): Refusal => ({ ok: false, code, detail, clashes })
const busy: Refusal = { ok: false, code: 'busy' }

/** Why this command would be refused now, or null: the reason a button is off. */
export function objection<N extends CommandName>(name: N, args: Args<N>): Refusal | null {
  // Read before the rules are asked: who I am may change too.
  if (!me.value || !ready.value) return busy
  const answer = attempt(() => opened().replica.check({ id: 'check', name, args }))
  return answer instanceof Rejection ? refusal(answer) : null
}

/** What this command would change now; nothing, when it would be refused. */
export function foreseen<N extends CommandName>(name: N, args: Args<N>): readonly Change[] {
  const answer = ready.value ? attempt(() => opened().replica.preview({ id: 'preview', name, args })) : []
  return answer instanceof Rejection ? [] : answer
}

/**
 * Decides it, saves it on this device, does it here, sends it as soon as there is a line: what is seen to be done has been kept.
 * Answers the refusal, if the rules say no; then nothing is kept.
 */
export async function dispatch<N extends CommandName>(name: N, args: Args<N>): Promise<Refusal | null> {
  if (!me.value || !ready.value) return busy
  const { replica, vault, line } = opened()
  // Plain data, as the wire will carry it: a form's reactive object can be neither kept on disk nor trusted to stay as it is.
  const command = { id: uuidv7(), name, args: JSON.parse(JSON.stringify(args)) }
  const judged = attempt(() => replica.judge(command))
  if (judged instanceof Rejection) return refusal(judged)
  await vault.keep({ command, at: judged.at })
  // Judged anew if the board has moved on meanwhile.
  const done = attempt(() => replica.dispatch(command, judged))
  if (done instanceof Rejection) {
    await vault.drop(command.id)
    return refusal(done)
  }
  countWaiting()
  line.flush()
  return null
}

/** The person has read why, and lets go of refused work. */
export async function letGo(id: string): Promise<void> {
  await opened().vault.dropRefused(id)
  refused.value = refused.value.filter(({ command }) => command.id !== id)
}
