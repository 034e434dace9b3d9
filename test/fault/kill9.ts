import type { Fault } from './fault.ts'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { hasty } from './hasty.ts'
import { restarted } from './restarted.ts'
import { writer } from './writer.ts'

/** The built server is killed with -9 at any moment while commands come, and started again at once: nothing acknowledged is lost, done twice, or at another place in the log. */
export const kill9: Fault = {
  size: { rounds: 200, lanes: 50 },
  tiny: { rounds: 3, lanes: 8 },
  parts: { hasty: async (data = '') => hasty(data) },
  async run({ rounds = 1, lanes = 1 }, { seed, sabotage }) {
    const data = faultFolder()
    const server = await restarted(() => sabotage ? builtBoard(data, [process.argv[1] ?? '', 'part', 'kill9', 'hasty', data]) : builtBoard(data))
    const luck = chance(seed)
    const person = await writer(server.origin, server.token, { lanes, pause: 10 })
    const writing = person.begin().then(() => null, (error: unknown) => String(error))
    const back: number[] = []
    for (let i = 0; i < rounds; i++) {
      await wait(100 + luck.below(500))
      back.push(Math.round(await server.kill()))
    }
    person.end()
    const broke = await writing
    // Without the session, which is gone too, nothing more can be read.
    const lost = broke ? [broke] : await person.lost()
    await server.end()
    return { ok: lost.length === 0 && person.acknowledged() > rounds, acknowledged: person.acknowledged(), lost: lost.length, first: lost[0] ?? null, restart_ms: back.sort((a, b) => a - b)[back.length >> 1], slowest_ms: back.at(-1) }
  },
}
