import type { Fault } from './fault.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { nodePart, severalNodes } from './nodes.ts'

/** The planted fault: what happens to accounts and sessions does not reach the other servers. */
const kept = `create function kept() returns trigger language plpgsql as $$ begin return null; end $$;
  create trigger kept before update on copied_row for each row when (new.name in ('account', 'session')) execute function kept()`

/** People with pages on every server are signed out on one of them: all their pages end `within` ms. */
export const revoke: Fault = {
  size: { nodes: 3, people: 50, within: 2000 },
  tiny: { nodes: 2, people: 3, within: 60_000 },
  parts: { node: nodePart },
  async run({ nodes: count = 2, people = 1, within = 1 }, { sabotage, spawnPart }) {
    const nodes = await severalNodes(count, spawnPart)
    const { crowd } = await nodes.people({ people, shifts: 0, places: 1 })
    const lines = await Promise.all(crowd.flatMap(({ cookie }, i) => nodes.ports.map(async (_, n) => {
      const origin = nodes.origin(n)
      const line = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
      await new Promise<void>((ready, failed) => line.once('connect', ready).once('connect_error', failed))
      return { i, line }
    })))
    if (sabotage) await nodes.sql.unsafe(kept)
    let slowest = 0
    for (const [i, { cookie }] of crowd.entries()) {
      const at = nodes.origin(i)
      const began = performance.now()
      await fetch(`${at}/api/session`, { method: 'DELETE', headers: { cookie, 'sec-fetch-site': 'same-origin' } })
      while (lines.some(one => one.i === i && one.line.connected) && performance.now() - began < (sabotage ? 5000 : 2 * within)) await wait(5)
      slowest = Math.max(slowest, performance.now() - began)
    }
    const left = lines.filter(({ line }) => line.connected).length
    for (const { line } of lines) line.disconnect()
    await nodes.close()
    return { ok: left === 0 && slowest <= within, pages: lines.length, left, slowest_ms: Math.round(slowest) }
  },
}
