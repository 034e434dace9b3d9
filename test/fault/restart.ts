import type { Fault } from './fault.ts'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { crowdFolder } from './crowd-folder.ts'
import { hasty } from './hasty.ts'
import { restarted } from './restarted.ts'
import { writer } from './writer.ts'

/** The built server is asked to end and started again while `people` send commands: it ends by itself, nothing acknowledged is lost or done twice. With `sabotage` it acknowledges before it writes. */
export const restart: Fault = {
  size: { restarts: 20, people: 75, commits: 100_000 },
  tiny: { restarts: 2, people: 2, commits: 200 },
  minutes: 30,
  parts: { hasty: async (data = '') => hasty(data) },
  async run({ restarts = 1, people = 1, commits = 0 }, { seed, sabotage }) {
    const data = faultFolder()
    const { tokens, head } = await crowdFolder(data, people, commits)
    const server = await restarted(() => sabotage ? builtBoard(data, [process.argv[1] ?? '', 'part', 'restart', 'hasty', data]) : builtBoard(data))
    const luck = chance(seed)
    const crowd = await Promise.all(tokens.map(token => writer(server.origin, token, { lanes: 4, pause: 800 })))
    const acknowledged = () => crowd.reduce((sum, one) => sum + one.acknowledged(), 0)
    const began = performance.now()
    const writing = Promise.all(crowd.map(one => one.begin())).then(() => null, (error: unknown) => String(error))
    const ends: { readonly status: number | string, readonly ending: number, readonly back: number }[] = []
    for (let i = 0; i < restarts; i++) {
      await wait(500 + luck.below(2000))
      ends.push(await server.restart())
    }
    for (const one of crowd) one.end()
    const broke = await writing
    const answers = crowd.flatMap(one => one.moments(began, performance.now())).sort((a, b) => a - b)
    const silent = answers.reduce((longest, at, i) => Math.max(longest, at - (answers[i - 1] ?? at)), 0)
    // Without the session, which is gone too, nothing more can be read.
    const found = broke ? new Map() : await crowd[0]!.found(head)
    const lost = broke ? [broke] : (await Promise.all(crowd.map(one => one.lost(found)))).flat()
    await server.end()
    const wrong = ends.filter(({ status }) => status !== 0).map(({ status }) => `ended with ${status}`)
    return { ok: lost.length === 0 && wrong.length === 0 && acknowledged() > restarts, acknowledged: acknowledged(), lost: lost.length, first: lost[0] ?? wrong[0] ?? null, ending_ms: Math.round(Math.max(...ends.map(one => one.ending))), back_ms: Math.round(Math.max(...ends.map(one => one.back))), silent_ms: Math.round(silent) }
  },
}
