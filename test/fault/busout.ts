import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { nodePart, severalNodes } from './nodes.ts'
import { otherWrites } from './other-writes.ts'

/** Notifications of PostgreSQL are lost: pages on every server get every commit, in order, a person who is disabled is off every server, and every server has a new photo, only later: `within` ms, because the servers look by themselves. With the planted fault no server looks by itself. */
export const busout: Fault = {
  size: { nodes: 3, commands: 200, within: 5000 },
  tiny: { nodes: 2, commands: 5, within: 60_000 },
  parts: { node: nodePart },
  async run({ nodes: count = 2, commands = 1, within = 1 }, { sabotage, spawnPart }) {
    const nodes = await severalNodes(count, spawnPart, { silent: true, deaf: sabotage })
    const made = await nodes.people({ people: 1, shifts: 0, places: 1 })
    const { planner, admin, crowd: [helper] } = made
    const seen = new Map<string, number[]>()
    let gaps = 0
    async function connected(n: number, cookie: string) {
      const origin = nodes.origin(n)
      const line = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
      await new Promise<void>((ready, failed) => line.once('connect', ready).once('connect_error', failed))
      return line
    }
    const lines = await Promise.all(nodes.ports.map(async (_, n) => {
      const line = await connected(n, planner)
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

    const others = await otherWrites(nodes, made)
    const theirs = await Promise.all(nodes.ports.map((_, n) => connected(n, helper!.cookie)))
    await fetch(`${nodes.origin(0)}/api/people/${helper!.id}/disable`, { method: 'POST', body: '{}', headers: { 'cookie': admin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' } })
    const { called: [,, photo], done } = others.send(0)
    const put = (await done).every(Boolean)
    const began = performance.now()
    const left = () => theirs.filter(line => line.connected).length
    const without = () => nodes.folders.filter(folder => !fs.existsSync(path.join(folder, 'photos', `${photo}.full.jpg`))).length
    while ((left() > 0 || without() > 0) && performance.now() - began < (sabotage ? 10_000 : 2 * within)) await wait(20)
    const [on, lacking, others_ms] = [left(), without(), Math.round(performance.now() - began)]
    for (const line of [...lines, ...theirs]) line.disconnect()
    await nodes.close()
    return { ok: put && on === 0 && lacking === 0 && others_ms <= within && sent.size === commands && lost === 0 && gaps === 0 && slowest <= within, acked: sent.size, lost, gaps, slowest_ms: Number.isFinite(slowest) ? Math.round(slowest) : null, still_on: on, without_photo: lacking, others_ms }
  },
}
