import type { Args, CommandName } from '../../shared/commands.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Refusal } from '../../shared/core/protocol.ts'
import { uuidv7 } from 'uuidv7'
import { Rejection } from '../../shared/core/rejection.ts'
import { countWaiting, noRoom, opened, ready, refused } from './board.ts'
import { me } from './session.ts'
import { once, sameAct } from './under-way.ts'

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

/** A copy that can be stored, since a form's reactive object cannot, and may change later. NaN stays no number, so that the rules refuse it: as null it would mean "none". */
const plain = (args: object) => JSON.parse(JSON.stringify(args, (_field, value: unknown) => Number.isNaN(value) ? 'NaN' : value))

/** The refusal this command would get now, or null. It is why a button is off. */
export function objection<N extends CommandName>(name: N, args: Args<N>): Refusal | null {
  // Read first, so that this is reactive to them: the person may change too.
  if (!me.value || !ready.value) return busy
  const answer = attempt(() => opened().replica.check({ id: 'check', name, args }))
  return answer instanceof Rejection ? refusal(answer) : null
}

/** What this command would change now; nothing if it would be refused. */
export function foreseen<N extends CommandName>(name: N, args: Args<N>): readonly Change[] {
  const answer = ready.value ? attempt(() => opened().replica.preview({ id: 'preview', name, args })) : []
  return answer instanceof Rejection ? [] : answer
}

/**
 * Decides a command, saves it on this device, applies it, and sends it once online. It is saved before it shows, so what a person
 * sees as done is never lost. Answers the refusal if the rules refuse it or the device has no room; then nothing is saved.
 * While the same command is being saved, it is not decided again: a slow device must not book goods twice.
 */
export const dispatch = <N extends CommandName>(name: N, args: Args<N>): Promise<Refusal | null> => once(`dispatch ${sameAct(name, args)}`, () => carryOut(name, args))

async function carryOut<N extends CommandName>(name: N, args: Args<N>): Promise<Refusal | null> {
  if (!me.value || !ready.value) return busy
  const { replica, vault, line } = opened()
  const command = { id: uuidv7(), name, args: plain(args) }
  const judged = attempt(() => replica.judge(command))
  if (judged instanceof Rejection) return refusal(judged)
  const kept = await vault.keep({ command, at: judged.at }).then(() => true, () => false)
  noRoom.value ||= !kept
  if (!kept) return { ok: false, code: 'not_kept' }
  // Decided again if the board has changed meanwhile.
  const done = attempt(() => replica.dispatch(command, judged))
  if (done instanceof Rejection) {
    await vault.drop(command.id)
    return refusal(done)
  }
  countWaiting()
  line.flush()
  return null
}

/** Discards refused work at its author's wish. */
export async function letGo(id: string): Promise<void> {
  const { vault } = opened()
  await vault.dropRefused(id)
  // On a full device it had to stay in the queue.
  await vault.drop(id)
  refused.value = refused.value.filter(({ command }) => command.id !== id)
}

/** Discards work that is not sent yet, at its author's wish. What has just been sent stays sent. */
export async function takeBack(id: string): Promise<void> {
  const { replica, vault } = opened()
  await vault.drop(id)
  replica.drop(id)
  countWaiting()
}
