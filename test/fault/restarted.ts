import type { builtBoard } from './built-board.ts'

/** A server that is killed and started again. `fallen` runs between the two, as what a power cut does to the disk. */
export async function restarted(start: () => ReturnType<typeof builtBoard>, fallen: () => void = () => {}) {
  let board = start()
  const first = await board.serving()
  if (!first) throw new Error(`it does not start: ${board.said()}`)
  let { origin } = first
  return {
    token: first.token,
    origin: () => origin,
    /** Kills it with -9, starts it again, and returns after how many ms it serves. Throws what it said if it does not. */
    async kill(): Promise<number> {
      await board.kill('SIGKILL')
      fallen()
      const began = performance.now()
      board = start()
      const next = await board.serving()
      if (!next) throw new Error(`it does not start again: ${board.said()}`)
      origin = next.origin
      return performance.now() - began
    },
    /** Asks it to end, starts it again, and returns how it ended, after how many ms, and after how many more it serves. */
    async restart(): Promise<{ readonly status: number | string, readonly ending: number, readonly back: number }> {
      const asked = performance.now()
      const status = await board.kill('SIGTERM')
      const ended = performance.now()
      board = start()
      const next = await board.serving()
      if (!next) throw new Error(`it does not start again: ${board.said()}`)
      origin = next.origin
      return { status, ending: ended - asked, back: performance.now() - ended }
    },
    end: () => board.kill('SIGTERM'),
  }
}
