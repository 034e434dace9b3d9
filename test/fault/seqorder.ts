import type { Actor } from '../../shared/core/actor.ts'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { hoppingDevice } from './hopping-device.ts'
import { strike } from './nemesis.ts'
import { nodePart, severalNodes } from './nodes.ts'

/**
 * Commands come to every server while devices go from one to another, with `--nemesis` also because servers are killed or paused: no device
 * applies a commit before those ahead of it, each has the log's commits in the log's order, and what was acknowledged is there once.
 */
export const seqorder: Fault = {
  size: { nodes: 3, secs: 60, rate: 500, people: 24 },
  tiny: { nodes: 2, secs: 3, rate: 40, people: 3 },
  minutes: 90,
  switches: ['nemesis'],
  parts: { node: nodePart },
  async run({ nodes: count = 2, secs = 1, rate = 1, people = 1 }, { seed, sabotage, nemesis, spawnPart }) {
    const luck = chance(seed)
    const nodes = await severalNodes(count, spawnPart, { skipping: sabotage })
    const { planner } = await nodes.people({ people: 0, shifts: 0, places: 1, incidents: count - 1 })
    const actor = await (await fetch(`${nodes.origin(0)}/api/session`, { headers: { cookie: planner } })).json() as Actor
    const devices = await Promise.all(Array.from({ length: people }, (_, i) => hoppingDevice(nodes, actor, planner, i)))
    const end = performance.now() + secs * 1000
    const goesOn = () => performance.now() < end
    const acked: string[] = []
    const lanes = Math.min(8 * count, rate)

    async function sender(lane: number): Promise<void> {
      for (let n = lane; goesOn(); n++) {
        const next = performance.now() + 1000 * lanes / rate
        const id = randomUUID()
        if ((await nodes.placed(n % count, planner, id))?.ok) acked.push(id)
        await wait(Math.max(0, next - performance.now()))
      }
    }
    async function traveller(device: (typeof devices)[number]): Promise<void> {
      while (goesOn()) {
        await wait(300 + luck.below(1000))
        device.hop()
      }
    }
    let struck = 0
    async function attacker(): Promise<void> {
      for (; nemesis.length && goesOn(); struck++) await strike(nodes, count, nemesis, luck)
    }
    const began = performance.now()
    await Promise.all([attacker(), ...Array.from({ length: lanes }, (_, lane) => sender(lane)), ...devices.map(traveller)])
    const took = (performance.now() - began) / 1000

    const log = await nodes.log()
    const head = log.at(-1)?.seq ?? 0
    const behind = (await Promise.all(devices.map(one => one.has(head)))).filter(has => !has).length
    const known = new Map(log.map(({ seq, id }) => [seq, id]))
    const ids = new Set(log.map(({ id }) => id))
    const sum = (figure: (device: (typeof devices)[number]) => number) => devices.reduce((all, one) => all + figure(one), 0)
    const [skipped, applied, hops, wholes] = [sum(one => one.skipped()), sum(one => one.applied.size), sum(one => one.hops()), sum(one => one.wholes())]
    const other = sum(one => [...one.applied].filter(([seq, id]) => known.get(seq) !== id).length)
    const lost = acked.filter(id => !ids.has(id)).length
    const order = log.every(({ seq }, i) => seq === i + 1)
    for (const device of devices) device.end()
    await nodes.close()
    return { ok: skipped === 0 && other === 0 && lost === 0 && behind === 0 && order && applied > 0 && hops > 0, a_second: Math.round(acked.length / took), acked: acked.length, applied, hops, whole_boards: wholes, struck, skipped, other, lost, behind, order }
  },
}
