import type { Args, CommandName } from '../../shared/commands.ts'
import type { Refusal } from '../../shared/core/protocol.ts'
import type { Toast } from './toasts.ts'
import type { Call } from './undo.ts'
import { uuidv7 } from 'uuidv7'
import { deeds } from '../deeds.ts'
import { refused, theVault } from './board.ts'
import { nowExactly } from './clock.ts'
import { dispatch, objection } from './dispatch.ts'
import { shownLink } from './stale.ts'
import { toast } from './toasts.ts'
import { once, sameAct } from './under-way.ts'
import { inverse } from './undo.ts'
import { why } from './why.ts'
import { baseWords } from './words.ts'

/**
 * Gives a command and confirms it with a toast, with undo if there is one. Answers the refusal, or null.
 * A conflict found on this device is kept like one found by the server: both texts stay until somebody chooses.
 */
export const act = <N extends CommandName>(name: N, args: Args<N>, action?: Toast['action']): Promise<Refusal | null> => once(`act ${sameAct(name, args)}`, () => carryOut(name, args, action))

async function carryOut<N extends CommandName>(name: N, args: Args<N>, action?: Toast['action']): Promise<Refusal | null> {
  const refusal = await dispatch(name, args)
  if (refusal?.code === 'conflict') await keep({ name, args: args as Call['args'] }, refusal)
  if (refusal) return refusal
  const opposite = inverse({ name, args: args as Call['args'] })
  // An undo that the rules would refuse is not offered: a place given up may be somebody else's already.
  const back = opposite && !objection(opposite.name, opposite.args as Args<typeof opposite.name>) ? opposite : null
  toast(shownLink.value === 'live' ? deeds.value.done[name] : `${deeds.value.done[name]} · ${baseWords.value.waitingWhy}`, action ?? (back ? { label: baseWords.value.undo, run: () => void takeBack(back) } : undefined))
  return null
}

/** `act` for a command whose name is known only at run time: refused work sent again, or an undo. */
export const redo = ({ name, args }: Call): Promise<Refusal | null> => act(name, args as Args<typeof name>)

async function takeBack(back: Call): Promise<void> {
  const refusal = await dispatch(back.name, back.args as Args<typeof back.name>)
  if (refusal?.code === 'conflict') await keep(back, refusal)
  toast(refusal ? why(refusal) : deeds.value.undone)
}

async function keep({ name, args }: Call, refusal: Refusal): Promise<void> {
  const one = { command: { id: uuidv7(), name, args }, at: nowExactly(), refusal }
  await theVault().keepRefused(one)
  refused.value = [...refused.value, one]
}
