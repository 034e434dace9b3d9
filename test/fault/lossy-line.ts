import type { AddressInfo, Socket } from 'node:net'
import type { Chance } from '../support/random.ts'
import type { Lane } from './lossy-way.ts'
import { once } from 'node:events'
import net from 'node:net'
import { lossyWay } from './lossy-way.ts'

/** A slow line to a port that loses packets: all its connections share so many kbit/s each way, and of 100 packets `loss` are lost, which only their own connection waits for. */
export async function lossyLine(to: number, { kbits, loss }: { readonly kbits: number, readonly loss: number }, luck: Chance) {
  const open = new Set<Socket>()

  function lane(): Lane {
    let free = 0
    return (bytes) => {
      free = Math.max(free, performance.now()) + bytes * 8 / kbits
      return { left: free, lost: luck.below(100) < loss }
    }
  }

  function carry(from: Socket, into: Socket, lane: Lane): void {
    let over = false
    const way = lossyWay(lane, (bytes) => {
      into.write(bytes)
      if (over && way.empty()) into.destroy()
    }, () => from.resume())
    open.add(from)
    from.on('error', () => {}).on('close', () => {
      open.delete(from)
      over = true
      if (way.empty()) into.destroy()
    }).on('data', (bytes) => {
      way.give(bytes)
      if (way.full()) from.pause()
    })
    into.on('close', way.end)
  }

  const [up, down] = [lane(), lane()]
  const server = net.createServer((near) => {
    const far = net.connect(to, '127.0.0.1')
    carry(near, far, up)
    carry(far, near, down)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    end(): void {
      for (const one of open) one.destroy()
      server.close()
    },
  }
}
