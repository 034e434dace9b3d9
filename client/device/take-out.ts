import { opened, refused } from '../core/board.ts'
import { takeBack } from '../core/dispatch.ts'
import { keptAs } from '../core/incident.ts'
import { alone } from '../core/one-sender.ts'
import { me } from '../core/session.ts'

/**
 * Takes work out of the queue for its author to change: it lies with the refused work until it is sent again or discarded. False if it has
 * just been answered. No page sends it meanwhile.
 */
export const takeOut = (id: string): Promise<boolean> => alone(keptAs(me.value?.id ?? ''), async () => {
  const { replica, vault } = opened()
  const one = replica.queue.find(({ command }) => command.id === id)
  if (!one || one.accepted !== undefined || !await vault.holds(id)) return false
  const taken = { command: one.command, at: one.at, refusal: { ok: false, code: 'taken_out' } } as const
  await vault.keepRefused(taken)
  refused.value = [...refused.value, taken]
  await takeBack(id)
  return true
})
