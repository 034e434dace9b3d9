import type { Fault } from './fault.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeDevice } from './node-device.ts'
import { nodePart, severalNodes } from './nodes.ts'

/** A server that is asked to end has so long (ms): six times what the program gives itself. */
const patience = 60_000

/** The servers are stopped and started one after the other, as for an upgrade, while devices work: nothing is lost or doubled, and every screen has news `within` ms. */
export const rolling: Fault = {
  size: { nodes: 3, rounds: 2, people: 30, rate: 300, within: 8000 },
  tiny: { nodes: 2, rounds: 1, people: 4, rate: 20, within: 60_000 },
  parts: { node: nodePart },
  async run({ nodes: count = 2, rounds = 1, people = 1, rate = 1, within = 1 }, { seed, sabotage, spawnPart }) {
    const nodes = await severalNodes(count, spawnPart)
    const { crowd, ids } = await nodes.people({ people, shifts: 6, places: 4 })
    const end = new AbortController()
    const began = performance.now()
    const devices = crowd.map((one, i) => nodeDevice(nodes, one, { ids, end: end.signal, seed: seed * 1000 + i, hasty: sabotage, pace: 1000 * people / rate }))
    let [slowest, killed] = [0, 0]
    await wait(500)
    for (let n = 0; n < rounds * count; n++) {
      const at = n % count
      const { child, ends } = nodes.node(at)
      child.kill(sabotage ? 'SIGKILL' : 'SIGTERM')
      const asked = performance.now()
      while (nodes.node(at).ends === ends && performance.now() - asked < patience) await wait(20)
      slowest = Math.max(slowest, performance.now() - asked)
      if (nodes.node(at).ends === ends) {
        killed++
        child.kill('SIGKILL')
      }
      await nodes.served(at)
      await wait(500)
    }
    end.abort()
    const done = await Promise.all(devices)
    const seconds = (performance.now() - began) / 1000
    const log = await nodes.log()
    const known = new Set(log.map(({ id }) => id))
    const accepted = done.flatMap(one => one.accepted)
    const lost = accepted.filter(id => !known.has(id)).length
    const doubled = log.filter(({ name }) => name === 'claimShift' || name === 'releaseShift').length - new Set(accepted).size
    const silent = Math.max(...done.map(one => one.silent))
    const gaps = done.reduce((sum, one) => sum + one.gaps, 0)
    await nodes.close()
    return { ok: killed === 0 && done.every(one => !one.unanswered) && lost === 0 && doubled === 0 && gaps === 0 && silent <= within, restarts: rounds * count, a_second: Math.round(done.reduce((sum, one) => sum + one.asked.length, 0) / seconds), lost, doubled, gaps, silent_ms: silent, ending_ms: Math.round(slowest), killed }
  },
}
