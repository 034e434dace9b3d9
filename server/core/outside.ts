/** By what messages leave the board. */
export const outsideWays = ['webhook', 'mail', 'sms', 'push'] as const
export type OutsideWay = typeof outsideWays[number]

/** A receiver outside, or who carries messages to it, did not take one: down, slow, or answering with an error. `why` names no person, so that it can be logged. */
export class NotTaken extends Error {}

/** One line for the operator: which receiver, why the last message was not taken, and how many were not since the line before. */
export interface OutsideTrouble { readonly way: OutsideWay, readonly receiver: string, readonly why: string, readonly times: number }

interface Options {
  readonly now: () => number
  /** Called each time. */
  readonly onCount: (way: OutsideWay) => void
  /** Called at once, and then at most every ten minutes for one receiver, however many people are to be told. */
  readonly onTrouble: (trouble: OutsideTrouble) => void
  /** Anything else that went wrong while something was sent is a fault of the board. */
  readonly onBug: (error: unknown) => void
}

const pause = 10 * 60_000

/** Tells trouble outside from a fault of the board. The receivers are those of the settings, and one for each way to people. */
export function outsideTroubles({ now, onCount, onTrouble, onBug }: Options) {
  const said = new Map<string, { at: number, times: number }>()
  return (way: OutsideWay, receiver: string, error: unknown): void => {
    if (!(error instanceof NotTaken)) return onBug(error)
    onCount(way)
    const key = `${way} ${receiver}`
    const before = said.get(key) ?? { at: -Infinity, times: 0 }
    const times = before.times + 1
    const due = now() - before.at >= pause
    said.set(key, due ? { at: now(), times: 0 } : { ...before, times })
    if (due) onTrouble({ way, receiver, why: error.message, times })
  }
}

export type Outside = ReturnType<typeof outsideTroubles>
