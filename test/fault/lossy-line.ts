import type { Buffer } from 'node:buffer'
import type { AddressInfo, Socket } from 'node:net'
import type { Chance } from '../support/random.ts'
import { once } from 'node:events'
import net from 'node:net'

/** Bytes of a packet, ms that it is under way, and ms until one that was lost is sent again. */
const [packet, way, again] = [1460, 75, 200]
/** So many packets of a connection are under way at most: then its sender waits. */
const most = 64

/** A slow line to a port that loses packets: all its connections share so many kbit/s each way, and of 100 packets `loss` come late, with all that follow them, because TCP sends them again. */
export async function lossyLine(to: number, { kbits, loss }: { readonly kbits: number, readonly loss: number }, luck: Chance) {
  const open = new Set<Socket>()

  /** Answers when a packet of so many bytes arrives that is sent now; it waits for those before it. */
  function lane(): (bytes: number) => number {
    let free = 0
    return (bytes) => {
      free = Math.max(free, performance.now()) + bytes * 8 / kbits + (luck.below(100) < loss ? again : 0)
      return free + way
    }
  }

  function carry(from: Socket, into: Socket, arrival: (bytes: number) => number): void {
    const under: { readonly bytes: Buffer, readonly at: number }[] = []
    let timer: NodeJS.Timeout | undefined
    let over = false
    function pump(): void {
      timer = undefined
      for (let next = under[0]; next && next.at <= performance.now(); next = under[0]) {
        into.write(next.bytes)
        under.shift()
      }
      if (under.length < most) from.resume()
      if (under[0]) timer = setTimeout(pump, Math.max(1, under[0].at - performance.now()))
      else if (over) into.destroy()
    }
    open.add(from)
    from.on('error', () => {}).on('close', () => {
      open.delete(from)
      over = true
      timer ??= setTimeout(pump)
    }).on('data', (bytes) => {
      for (let i = 0; i < bytes.length; i += packet) {
        const part = bytes.subarray(i, i + packet)
        under.push({ bytes: part, at: arrival(part.length) })
      }
      if (under.length >= most) from.pause()
      timer ??= setTimeout(pump, Math.max(1, (under[0]?.at ?? 0) - performance.now()))
    })
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
