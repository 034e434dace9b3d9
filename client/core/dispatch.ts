import type { Args, CommandName } from '../../shared/commands.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Refusal } from '../../shared/core/protocol.ts'
import { uuidv7 } from 'uuidv7'
import { Rejection } from '../../shared/core/rejection.ts'
import { countWaiting, opened, ready, refused } from './board.ts'
import { nowExactly } from './clock.ts'
import { me } from './session.ts'

/** What this command would change now, or the refusal. */
function judged<N extends CommandName>(name: N, args: Args<N>): readonly Change[] | Rejection {
  try {
    return opened().replica.preview({ id: 'preview', name, args })
  } catch (error) {
    if (error instanceof Rejection) return error
    throw error
  }
}

/** Why this command would be refused now, or null: the reason a button is off. */
export function objection<N extends CommandName>(name: N, args: Args<N>): Refusal | null {
  // Read before the rules are asked: who I am may change too.
  if (!me.value || !ready.value) return { ok: false, code: 'busy' }
  const answer = judged(name, args)
  return answer instanceof Rejection ? { ok: false, code: answer.code, detail: answer.detail, clashes: answer.clashes } : null
}

/** What this command would change now; nothing, when it would be refused. */
export function foreseen<N extends CommandName>(name: N, args: Args<N>): readonly Change[] {
  const answer = ready.value ? judged(name, args) : []
  return answer instanceof Rejection ? [] : answer
}

/**
 * Saves it on this device, does it here, sends it as soon as there is a line: what is seen to be done has been kept.
 * Answers the refusal, if the rules say no.
 */
export async function dispatch<N extends CommandName>(name: N, args: Args<N>): Promise<Refusal | null> {
  const no = objection(name, args)
  if (no) return no
  // Plain data, as the wire will carry it: a form's reactive object can be neither kept on disk nor trusted to stay as it is.
  const command = { id: uuidv7(), name, args: JSON.parse(JSON.stringify(args)) }
  await opened().vault.keep({ command, at: nowExactly() })
  // The board may have moved on meanwhile.
  const late = objection(name, args)
  if (late) {
    await opened().vault.drop(command.id)
    return late
  }
  const { replica, line } = opened()
  replica.dispatch(command)
  countWaiting()
  line.flush()
  return null
}

/** The person has read why, and lets go of refused work. */
export async function letGo(id: string): Promise<void> {
  await opened().vault.dropRefused(id)
  refused.value = refused.value.filter(({ command }) => command.id !== id)
}
