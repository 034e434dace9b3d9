import { Rejection } from '../../shared/core/rejection.ts'

/** Answers that wait at the same time: of one token, and of all. */
const most = { each: 4, all: 200 } as const

/** Where answers wait for a change: each is woken by the change, at the end of its time, or when its token ends. Rejects with `slow_down` when it is full. */
export function waitingRoom() {
  const waiting = new Map<string, Set<() => void>>()
  const all = () => [...waiting.values()].reduce((sum, own) => sum + own.size, 0)

  return {
    /** Resolves when one of `wakes` calls its listener, after `ms`, or at `end`. Each of `wakes` returns a function that stops it. */
    async wait(token: string, ms: number, ...wakes: readonly ((listener: () => void) => () => void)[]): Promise<void> {
      const own = waiting.get(token) ?? new Set()
      if (own.size >= most.each || all() >= most.all) throw new Rejection('slow_down', undefined, undefined, 1000)
      waiting.set(token, own)
      await new Promise<void>((resolve) => {
        function wake(): void {
          clearTimeout(timer)
          for (const stop of stops) stop()
          own.delete(wake)
          if (!own.size) waiting.delete(token)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        const stops = wakes.map(one => one(wake))
        own.add(wake)
      })
    },
    /** Wakes every answer of a token that has ended. */
    end(token: string): void {
      for (const wake of [...waiting.get(token) ?? []]) wake()
    },
  }
}

export type WaitingRoom = ReturnType<typeof waitingRoom>
