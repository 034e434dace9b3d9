import type { AddressInfo, Socket } from 'node:net'
import net from 'node:net'

/** A network cable between one browser and the board, which a test can unplug and plug in again. */
export async function cable(port: number) {
  const open = new Set<Socket>()
  let plugged = true
  const server = net.createServer((near) => {
    if (!plugged) return near.destroy()
    const far = net.connect(port, '127.0.0.1')
    for (const end of [near, far]) {
      open.add(end)
      end.on('error', () => end.destroy()).on('close', () => {
        open.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull(): void {
      plugged = false
      for (const end of open) end.destroy()
    },
    plug(): void {
      plugged = true
    },
    end: () => new Promise<void>((closed) => {
      for (const socket of open) socket.destroy()
      server.close(() => closed())
    }),
  }
}
