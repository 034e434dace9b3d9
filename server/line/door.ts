import type { IncomingMessage } from 'node:http'
import { cookieOf } from '../core/cookie.ts'
import { sameOrigin } from '../core/origin.ts'

interface Line { readonly id: string, readonly request: IncomingMessage, readonly once: (event: 'close', gone: () => void) => unknown }
interface Engine {
  readonly on: (event: 'connection', came: (line: Line) => void) => unknown
  readonly use: (ask: (request: IncomingMessage, response: unknown, next: (error?: Error) => void) => void) => unknown
}

/**
 * Checks every request of live connections: each poll and each upgrade, not only the first. A request must come from one of our
 * own pages. An open connection may only be used by the session that opened it, because the connection's id is part of
 * addresses, and so appears in the logs of proxies.
 */
export function keepDoor(engine: Engine, publicUrl?: string): void {
  const openedBy = new Map<string, string | undefined>()
  engine.on('connection', (line) => {
    openedBy.set(line.id, cookieOf(line.request))
    line.once('close', () => openedBy.delete(line.id))
  })
  engine.use((request, _response, next) => {
    const asked = new URL(request.url ?? '', 'http://here').searchParams
    const line = asked.get('sid')
    const ours = sameOrigin(request, publicUrl) || ownPoll(request)
    const theirs = line !== null && openedBy.has(line) && openedBy.get(line) !== cookieOf(request)
    // Engine.IO would never answer a plain request to a connection that uses a WebSocket.
    const answered = request.headers.upgrade !== undefined || asked.get('transport') === 'polling'
    next(ours && !theirs && answered ? undefined : new Error('refused'))
  })
}

/**
 * A GET from one of our own pages has no Origin, and over plain http or from an older browser no Sec-Fetch-Site either. Another
 * site's page could send the same request, but it could neither read the answer nor change anything.
 */
const ownPoll = ({ method, headers }: IncomingMessage) => method === 'GET' && headers.upgrade === undefined && headers.origin === undefined && headers['sec-fetch-site'] === undefined
