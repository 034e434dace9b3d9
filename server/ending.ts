import { randomUUID } from 'node:crypto'

interface Options {
  /** Refuses new work and finishes what is waiting. */
  readonly close: () => Promise<void>
  readonly end: (status: number) => void
  /** Called with the exception and an id, so that a person can refer to it. */
  readonly onUnknown: (error: unknown, id: string) => void
  /** How long to wait at most for waiting work (ms), after an exception and when asked to end. */
  readonly most?: { readonly unknown: number, readonly asked: number }
}

/**
 * Ends the process. After an uncaught exception its state is unknown: the exception is reported, new work is refused, waiting
 * work is finished, and the process ends with status 1 for its supervisor to restart it. When asked to end, it does the same with
 * the given status.
 */
export function ending({ close, end, onUnknown, most = { unknown: 1500, asked: 10_000 } }: Options) {
  let under: Promise<void> | null = null

  function finish(status: number, longest: number): void {
    const late = setTimeout(end, longest, 1)
    under = close().then(() => end(status), () => end(1)).finally(() => clearTimeout(late))
  }

  return {
    unknown(error: unknown): void {
      onUnknown(error, randomUUID())
      if (!under) finish(1, most.unknown)
    },
    asked(status: number): void {
      if (!under) finish(status, most.asked)
    },
  }
}
