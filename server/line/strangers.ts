import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import type { AddressOf } from '../core/address.ts'
import type { Bounds } from '../core/bounds.ts'

interface Engine {
  readonly on: (event: 'connection', came: (line: { readonly request: IncomingMessage, readonly once: (event: 'close', gone: () => void) => unknown }) => void) => unknown
  readonly use: (ask: (request: IncomingMessage, response: unknown, next: (error?: Error) => void) => void) => unknown
}
interface Who { readonly signedIn: (request: IncomingMessage) => boolean, readonly addressOf: AddressOf }

/**
 * Limits connections without a session. Signed-in people are not counted, because a whole county may share one address and
 * must get in.
 */
export function limitStrangers(server: Server, engine: Engine, { each, all, connections }: Bounds['strangers'], { signedIn, addressOf }: Who): void {
  const held = new Map<string, number>()
  let total = 0
  const count = (address: string, change: 1 | -1) => {
    total += change
    const now = (held.get(address) ?? 0) + change
    if (now) held.set(address, now)
    else held.delete(address)
  }

  engine.use((request, _response, next) => {
    const opens = !new URL(request.url ?? '', 'http://here').searchParams.has('sid')
    const full = () => total >= all || (held.get(addressOf(request)) ?? 0) >= each
    next(opens && full() && !signedIn(request) ? new Error('refused') : undefined)
  })
  engine.on('connection', (line) => {
    if (signedIn(line.request)) return
    const address = addressOf(line.request)
    count(address, 1)
    line.once('close', () => count(address, -1))
  })

  /** Connections that have shown no session, oldest first. Honest visitors sign in or leave soon, so the oldest is closed first. */
  const silent = new Set<Socket>()
  server.on('connection', (socket) => {
    const [oldest] = silent
    if (silent.size >= connections) oldest?.destroy()
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  const known = (request: IncomingMessage) => {
    if (silent.has(request.socket) && signedIn(request)) silent.delete(request.socket)
  }
  server.prependListener('request', known)
  server.prependListener('upgrade', known)
}
