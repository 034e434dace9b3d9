import type { Ready } from './board-part.ts'
import type { Fault } from './fault.ts'
import net from 'node:net'
import { bounds } from '../../server/core/bounds.ts'
import { boardPart, given, never, wait } from './board-part.ts'
import { heard } from './fault.ts'

const head = 'GET / HTTP/1.1\r\nhost: x\r\n'
const body = 'POST /api/session HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n'

/** Heads and bodies that arrive a few bytes at a time, and silent connections. Each is ended in time, and others are answered. */
export const slowloris: Fault = {
  /** Times in ms: how long a head and a body may take here, and when all must be gone. */
  size: { n: 1000, head: bounds.arrival.head, body: bounds.arrival.body, most: 15_000 },
  tiny: { n: 30, head: 500, body: 700, most: 12_000 },
  parts: { board: boardPart },
  async run({ n = 1, most = 1, ...times }, { sabotage, spawnPart }) {
    const arrival = { ...bounds.arrival, ...times, ...sabotage && { head: never, body: never, upload: never } }
    const server = spawnPart('board', given({ people: 1, bounds: { ...bounds, arrival } }))
    const { port } = await heard<Ready>(server)
    const closed: number[] = []
    // Opened gradually: the machine cannot take a thousand connections at once, and the test would measure that.
    const lines = await Promise.all(Array.from({ length: n }, async (_, i) => {
      await wait(i * 3)
      const socket = net.connect({ port, host: '127.0.0.1', localAddress: `127.0.2.${1 + i % 50}` })
      const began = performance.now()
      socket.on('error', () => {}).on('close', () => closed.push(performance.now() - began))
      socket.resume()
      if (i % 3) socket.write(i % 3 === 1 ? head : body)
      return { socket, drip: () => i % 3 && socket.writable && socket.write(i % 3 === 1 ? `x-${closed.length}: y\r\n` : ' ') }
    }))
    const began = performance.now()
    let unanswered = 0
    while (closed.length < n && performance.now() - began < most + 1000) {
      await wait(500)
      for (const { drip } of lines) drip()
      const up = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(5000) }).then(answer => answer.ok, () => false)
      if (!up) unanswered++
    }
    for (const { socket } of lines) socket.destroy()
    const last = Math.round(Math.max(0, ...closed))
    return { ok: closed.length === n && last <= most && unanswered === 0, closed: closed.length, closed_ms: last, unanswered }
  },
}
