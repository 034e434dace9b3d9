import type { Fault } from './fault.ts'
import type { Takeover } from './nodes.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { faults } from './checker.ts'
import { nodeDevice } from './node-device.ts'
import { nodePart, severalNodes, slowestOf } from './nodes.ts'

const places = 4

/**
 * Racing claims over several servers while the writer, or the one that decides these claims, is killed or paused again and again: nothing is oversold, every answer is right at
 * some moment, every acknowledged command is in the log once, and another server writes `within` ms. (In `npm test` other work slows the machine down.)
 */
export const failover: Fault = {
  size: { nodes: 3, rounds: 20, people: 24, shifts: 8, within: 3000 },
  tiny: { nodes: 2, rounds: 2, people: 4, shifts: 3, within: 60_000 },
  parts: { node: nodePart },
  async run({ nodes: count = 2, rounds = 1, people = 1, shifts = 1, within = 1 }, { seed, sabotage, spawnPart }) {
    const luck = chance(seed)
    const nodes = await severalNodes(count, spawnPart)
    const { crowd, ids, planner } = await nodes.people({ people, shifts, places, incidents: count - 1 })
    const end = new AbortController()
    const devices = crowd.map((one, i) => nodeDevice(nodes, one, { ids, end: end.signal, seed: seed * 1000 + i, hasty: sabotage }))
    let [kills, pauses, deciders] = [0, 0, 0]
    const takeovers: Takeover[] = []
    for (let n = 0; n < rounds; n++) {
      await wait(1000 + luck.below(1000))
      const writer = await nodes.writer()
      let struck = n % 2 ? await nodes.decider() : writer
      if (struck.at < 0) struck = writer
      const part = struck === writer ? 'writer' : 'decider'
      if (struck.at !== writer.at) deciders++
      const { at } = struck
      const { child } = nodes.node(at)
      const paused = luck.maybe(0.5)
      const began = performance.now()
      child.kill(paused ? 'SIGSTOP' : 'SIGKILL')
      const taken = await nodes.takenOver(struck, began, planner, part)
      if (!taken) break
      takeovers.push(taken)
      if (paused) pauses++
      else kills++
      if (paused) {
        await wait(luck.below(1000))
        child.kill('SIGCONT')
      }
      // It is back before the next one falls.
      await nodes.served(at)
    }
    end.abort()
    const done = await Promise.all(devices)
    const log = await nodes.log()
    const asked = done.flatMap(one => one.asked)
    const known = new Set(log.map(({ id }) => id))
    const answered = done.flatMap(one => one.accepted)
    const lost = answered.filter(id => !known.has(id)).length
    const claims = log.filter(({ name }) => name === 'claimShift' || name === 'releaseShift').length
    const twice = claims - new Set(answered).size
    const order = log.every(({ seq }, i) => seq === i + 1)
    const gaps = done.reduce((sum, one) => sum + one.gaps, 0)
    const slowest = Math.max(...takeovers.map(one => one.answered))
    const wrong = ids.flatMap(id => faults(asked.filter(one => one.shift === id), places))
    await nodes.close()
    return { ok: done.every(one => !one.unanswered) && lost === 0 && twice === 0 && order && gaps === 0 && wrong.length === 0 && slowest <= within && kills + pauses === rounds, asked: asked.length, granted: answered.length, kills, pauses, deciders, takeover_ms: slowest, slowest: slowestOf(takeovers), lost, twice, order, gaps, wrong: wrong.length, first: wrong[0] ?? null }
  },
}
