import type { Fault } from './fault.ts'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { crowdFolder } from './crowd-folder.ts'
import { hasty } from './hasty.ts'
import { restarted } from './restarted.ts'
import { writer } from './writer.ts'

/** The built server, with a log of `commits`, is killed with -9 at any moment while `people` send commands, each as quickly as one person may, and started again at once: nothing acknowledged is lost, done twice, or at another place in the log. */
export const kill9: Fault = {
  size: { rounds: 200, people: 75, commits: 100_000 },
  tiny: { rounds: 3, people: 2, commits: 200 },
  minutes: 60,
  parts: { hasty: async (data = '') => hasty(data) },
  async run({ rounds = 1, people = 1, commits = 0 }, { seed, sabotage }) {
    const data = faultFolder()
    const { tokens, head } = await crowdFolder(data, people, commits)
    const server = await restarted(() => sabotage ? builtBoard(data, [process.argv[1] ?? '', 'part', 'kill9', 'hasty', data]) : builtBoard(data))
    const luck = chance(seed)
    const crowd = await Promise.all(tokens.map(token => writer(server.origin, token, { lanes: 4, pause: 800 })))
    const acknowledged = () => crowd.reduce((sum, one) => sum + one.acknowledged(), 0)
    const writing = Promise.all(crowd.map(one => one.begin())).then(() => null, (error: unknown) => String(error))
    const back: number[] = []
    let served = 0
    for (let i = 0; i < rounds; i++) {
      const began = performance.now()
      await wait(100 + luck.below(1000))
      served += performance.now() - began
      back.push(Math.round(await server.kill()))
    }
    const quick = acknowledged() / served * 1000
    for (const one of crowd) one.end()
    const broke = await writing
    // Without the session, which is gone too, nothing more can be read.
    const found = broke ? new Map() : await crowd[0]!.found(head)
    const lost = broke ? [broke] : (await Promise.all(crowd.map(one => one.lost(found)))).flat()
    await server.end()
    back.sort((a, b) => a - b)
    return { ok: lost.length === 0 && acknowledged() > rounds, acknowledged: acknowledged(), a_second: Math.round(quick), lost: lost.length, first: lost[0] ?? null, restart_ms: back[back.length >> 1], slowest_ms: back.at(-1) }
  },
}
