import type { IncomingMessage, Server, ServerOptions } from 'node:http'
import type { Bounds } from '../core/bounds.ts'

/** Node itself closes connections whose head is slow. Its limit for a whole request cannot tell an upload from other requests, so it is set to the limit of an upload. All values are in ms. */
export const arrivalOptions = ({ head, upload }: Bounds['arrival']): ServerOptions =>
  ({ headersTimeout: head, requestTimeout: Math.max(head, upload), connectionsCheckingInterval: Math.min(1000, head / 2), maxHeaderSize: 16_384 })

/** Closes the connection when a body arrives too slowly. A PUT of a signed-in person is an upload: it may take longer, but must arrive at `pace` bytes a second or more. */
export function hurryBodies(server: Server, { body, pace, every }: Bounds['arrival'], signedIn: (request: IncomingMessage) => boolean): void {
  server.prependListener('request', (request, response) => {
    const { socket, headers, method } = request
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
    const upload = method === 'PUT' && signedIn(request)
    let read = socket.bytesRead
    const timer = setInterval(() => {
      const slow = !request.complete && (!upload || socket.bytesRead - read < pace * every / 1000)
      read = socket.bytesRead
      if (slow) socket.destroy()
    }, upload ? every : body)
    response.once('close', () => clearInterval(timer))
  })
}
