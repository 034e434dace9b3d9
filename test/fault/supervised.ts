import { setTimeout as wait } from 'node:timers/promises'
import { builtBoard } from './built-board.ts'

/** As `RestartSec` of the unit file: ms between an end and the next start. */
export const restartAfter = 500
/** Ms after which a server that has not ended counts as not ending. */
const patience = 15_000

/** How the server is brought down: killed, or by an exception that nothing catches. */
export const ways = { kill: 'SIGKILL', throw: 'SIGUSR2', reject: 'SIGHUP' } as const
export type Way = keyof typeof ways

/** Read by the server before its own code. With `goOn` it continues after an uncaught exception: the planted fault. */
const thrower = (goOn: boolean) => `data:text/javascript,${encodeURIComponent(`
  const goOn = () => ['uncaughtException', 'unhandledRejection'].forEach(event => process.removeAllListeners(event).on(event, () => {}))
  process.on('SIGUSR2', () => { ${goOn ? 'goOn();' : ''} setTimeout(() => { throw new Error('nobody caught this') }) })
  process.on('SIGHUP', () => { ${goOn ? 'goOn();' : ''} Promise.reject(new Error('nobody caught this')) })`)}`

/** The built server, and a small supervisor that starts it again half a second after it has ended. */
export async function supervised(folder: string, sabotage: boolean) {
  const start = () => builtBoard(folder, ['--import', thrower(sabotage), 'dist/server/main.js'])
  let board = start()
  const first = await board.serving()
  if (!first) throw new Error(`it does not start: ${board.said()}`)
  let { origin } = first

  return {
    token: first.token,
    origin: () => origin,
    /** Brings it down in this way, and returns how it ended and how long (ms) until it served again; null when it did not end. */
    async fell(way: Way): Promise<{ readonly status: number | string, readonly said: string, readonly back: number } | null> {
      const began = performance.now()
      const down = board
      const status = await Promise.race([down.kill(ways[way]), wait(patience, null)])
      if (status === null) return null
      await wait(restartAfter)
      board = start()
      const next = await board.serving()
      if (!next || !await fetch(`${next.origin}/health`).then(answer => answer.ok, () => false)) throw new Error(`it does not start again: ${board.said()}`)
      origin = next.origin
      return { status, said: down.said(), back: Math.round(performance.now() - began) }
    },
  }
}
