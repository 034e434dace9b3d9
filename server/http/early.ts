import type { Server } from 'node:http'
import type { Socket } from 'node:net'

type Came = (socket: Socket) => void

/**
 * Holds the connections that come before the board has been read, unread and at most `most`: a device that comes back early is
 * answered as soon as the server can, and does not wait for its next try. Must be called before anything else listens for
 * connections.
 */
export function holdEarly(server: Server, most: number) {
  const serve = server.listeners('connection') as Came[]
  const held = new Set<Socket>()
  function drop(this: Socket): void {
    this.destroy()
    held.delete(this)
  }
  const hold: Came = (socket) => {
    const [oldest] = held
    if (held.size >= most && oldest) drop.call(oldest)
    held.add(socket.pause().on('error', drop).on('end', drop))
  }
  for (const listener of serve) server.off('connection', listener)
  server.on('connection', hold)

  return {
    /** Serves the held connections, and all later ones as they come. */
    admit(): void {
      server.off('connection', hold)
      for (const listener of serve.toReversed()) server.prependListener('connection', listener)
      for (const socket of held) {
        server.emit('connection', socket.off('error', drop).off('end', drop))
        socket.resume()
      }
      held.clear()
    },
    /** Closes the port and the held connections, when the start has failed. */
    refuse(): void {
      server.close()
      for (const socket of held) socket.destroy()
    },
  }
}
