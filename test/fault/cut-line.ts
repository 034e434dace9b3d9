import type { AddressInfo, Socket } from 'node:net'
import type { Chance } from '../support/random.ts'
import { once } from 'node:events'
import net from 'node:net'

/** A line to a port that breaks: each of its connections ends after a random number of bytes on the way up. */
export async function cutLine(mostBytes: number, luck: Chance) {
  let port = 0
  let cuts = 0
  const open = new Set<Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(port, '127.0.0.1')
    let left = luck.below(mostBytes)
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one)
      one.on('error', () => {}).on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
    near.on('data', (bytes) => {
      // What comes while the last bytes leave is lost: a line has no holes.
      if (left < 0) return
      if (bytes.length < left) {
        left -= bytes.length
        return void far.write(bytes)
      }
      // What was sent before the cut still arrives.
      far.write(bytes.subarray(0, left), () => near.destroy())
      left = -1
      cuts++
    })
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    /** Leads to this port from now on. */
    lead: (to: number) => void (port = to),
    end(): void {
      for (const one of open) one.destroy()
      server.close()
    },
  }
}
