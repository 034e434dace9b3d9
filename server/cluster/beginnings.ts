import { away } from '../core/no-room.ts'

type Work = () => Promise<void>

const second = 1000

/** The work that one server does for all, which begins when this server is the writer, one piece after the other. What fails is tried again, later and later, and holds up nothing else. */
export function beginnings(onBug: (error: unknown) => void) {
  const waiting: Work[] = []
  let ended = false
  let again: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function round(pause: number): Promise<void> {
    const failed: Work[] = []
    while (waiting.length) {
      if (ended) return
      const work = waiting.shift()!
      try {
        await work()
      } catch (error) {
        failed.push(work)
        if (!away(error)) onBug(error)
      }
    }
    waiting.push(...failed)
    if (failed.length && !ended) again = setTimeout(() => void begin(Math.min(2 * pause, 60 * second)), pause).unref()
  }

  const begin = (pause = second): Promise<void> => running = running.then(async () => round(pause))

  return {
    add: (work: Work): void => void waiting.push(work),
    begin: (): Promise<void> => begin(),

    /** Begins nothing more, and waits for what is beginning: its database stays open until then. */
    async stop(): Promise<void> {
      ended = true
      clearTimeout(again)
      await running
    },
  }
}
