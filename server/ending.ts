import { randomUUID } from 'node:crypto'

interface Options {
  /** Refuses what is new and finishes what waits. */
  readonly close: () => Promise<void>
  readonly end: (status: number) => void
  /** Told of the exception, with the id under which a person can name it. */
  readonly onUnknown: (error: unknown, id: string) => void
  /** The longest that what waits is waited for (ms), after an exception and when asked. */
  readonly most?: { readonly unknown: number, readonly asked: number }
}

/**
 * How the process ends. After an exception that nobody caught, its state is not known: it is told, the door closes, what
 * waits is kept, and the process ends with 1, to be started again by its supervisor. When asked to end, the same, with the status that is asked for.
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
