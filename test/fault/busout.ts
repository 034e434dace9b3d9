import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { nodePart, severalNodes } from './nodes.ts'

/** Notifications of PostgreSQL are lost: pages on every server get every commit, in order, and only later: `within` ms, because the servers look by themselves. With the planted fault no server looks by itself. */
export const busout: Fault = {
  size: { nodes: 3, commands: 200, within: 5000 },
  tiny: { nodes: 2, commands: 5, within: 60_000 },
  parts: { node: nodePart },
  async run({ nodes: count = 2, commands = 1, within = 1 }, { sabotage, spawnPart }) {
    const nodes = await severalNodes(count, spawnPart, { silent: true, deaf: sabotage })
    const { planner } = await nodes.people({ people: 0, shifts: 0, places: 1 })
    const seen = new Map<string, number[]>()
    let gaps = 0
    const lines = await Promise.all(nodes.ports.map(async (_, n) => {
      const origin = nodes.origin(n)
      const line = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie: planner, origin } })
      await new Promise<void>((ready, failed) => line.once('connect', ready).once('connect_error', failed))
      let upTo = 0
      line.on('frame', ({ from, to, commits }: { from: number, to: number, commits: readonly { id?: string }[] }) => {
        if (upTo && from !== upTo) gaps++
        upTo = to
        for (const { id } of commits) {
          if (id) seen.set(id, [...seen.get(id) ?? [], performance.now()])
        }
      })
      await line.emitWithAck('resume', { epoch: nodes.epoch, seq: nodes.begins })
      return line
    }))
    const sent = new Map<string, number>()
    for (let n = 0; n < commands; n++) {
      const id = randomUUID()
      const answer = await nodes.placed(n % count, planner, id)
      if (answer?.ok) sent.set(id, performance.now())
    }
    const missing = () => [...sent.keys()].filter(id => (seen.get(id)?.length ?? 0) < count).length
    const until = performance.now() + (sabotage ? 10_000 : 2 * within)
    while (missing() > 0 && performance.now() < until) await wait(20)
    const slowest = Math.max(...[...sent].map(([id, at]) => Math.max(...seen.get(id) ?? [Infinity]) - at))
    const lost = missing()
    for (const line of lines) line.disconnect()
    await nodes.close()
    return { ok: sent.size === commands && lost === 0 && gaps === 0 && slowest <= within, acked: sent.size, lost, gaps, slowest_ms: Number.isFinite(slowest) ? Math.round(slowest) : null }
  },
}
