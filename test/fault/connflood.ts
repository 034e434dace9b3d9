import type { Ready } from './board-part.ts'
import type { Fault } from './fault.ts'
import net from 'node:net'
import WebSocket from 'ws'
import { bounds } from '../../server/core/bounds.ts'
import { connect } from '../bench/client.ts'
import { boardPart, given, never, usage, wait } from './board-part.ts'
import { heard } from './fault.ts'

/** Connections without a session, from many addresses, stay open while signed-in people connect from the same addresses. */
export const connflood: Fault = {
  size: { n: 10_000, addresses: 50, people: 20 },
  tiny: { n: 120, addresses: 2, people: 3 },
  parts: { board: boardPart },
  async run({ n = 1, addresses = 1, people = 1 }, { sabotage, spawnPart }) {
    const strangers = sabotage ? { each: never, all: never, connections: never } : bounds.strangers
    const server = spawnPart('board', given({ people, bounds: { ...bounds, strangers } }))
    const { port, cookies, epoch, seq } = await heard<Ready>(server)
    const before = await usage(server)
    const open = new Set<WebSocket | net.Socket>()
    const letIn = new Map<string, number>()
    let most = 0

    /** Even ones open a Socket.IO connection without a session; odd ones only open TCP. */
    async function attempt(i: number): Promise<void> {
      const localAddress = `127.0.1.${1 + (i >> 1) % addresses}`
      const one = i % 2 ? net.connect({ port, host: '127.0.0.1', localAddress }) : new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, { localAddress })
      open.add(one)
      one.on('error', () => {}).on('close', () => {
        if (open.delete(one) && one instanceof WebSocket && letIn.has(localAddress)) letIn.set(localAddress, (letIn.get(localAddress) ?? 1) - 1)
      })
      await new Promise<void>((done) => {
        one.once('close', done)
        one.once('connect', () => done())
        one.once('open', () => {
          letIn.set(localAddress, (letIn.get(localAddress) ?? 0) + 1)
          most = Math.max(most, letIn.get(localAddress) ?? 0)
          done()
        })
      })
    }

    let came = 0
    let rss = 0
    const each = Math.ceil(n / people)
    for (let i = 0; i < n; i += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, k) => attempt(i + k)))
      if (i % 200 === 0) rss = Math.max(rss, (await usage(server)).mb - before.mb)
      if (Math.floor(i / each) < Math.floor((i + 20) / each)) {
        const cookie = cookies[Math.floor(i / each)]
        await Promise.race([wait(20_000), new Promise<void>(ready => connect({ port, cookie, onText: () => {}, onReady: client => client.send('resume', { epoch, seq }, () => {
          came++
          ready()
        }) }))])
      }
    }
    const end = await usage(server)
    rss = Math.max(rss, end.mb - before.mb)
    const outcome = { rss_mb: rss, lines_of_one_address: most, came, lag_ms: end.lag }
    for (const one of open) one instanceof WebSocket ? one.terminate() : one.destroy()
    // The far end learns a little later that a connection was closed, so a few more may seem open.
    return { ok: rss < 100 && most <= bounds.strangers.each * 1.25 && came === people, ...outcome }
  },
}
