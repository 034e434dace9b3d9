import type { IncomingMessage } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'

/** What a proxy does with WebSockets: passes them, answers 502, passes them and cuts them after a number of ms, or never answers. */
export type Manner = 'pass' | 'refuse' | 'hang' | { readonly cutAfter: number }

/** A small HTTP proxy between a page and the board on this port, like that of a company or a hotel. */
export async function proxy(port: number, manner: Manner) {
  let now = manner
  const polls = { asked: 0 }
  const open = new Set<Socket>()
  const keep = (socket: Socket) => open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)))

  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/socket.io/')) polls.asked++
    const far = http.request({ host: '127.0.0.1', port, method: request.method, path: request.url, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    far.on('error', () => response.destroy())
    response.on('close', () => far.destroy())
    request.pipe(far)
  })
  server.on('connection', keep)
  server.on('upgrade', (request: IncomingMessage, near: Socket, head) => {
    keep(near)
    if (now === 'hang') return
    if (now === 'refuse') return near.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
    const far = net.connect(port, '127.0.0.1')
    keep(far)
    far.write(`${request.method} ${request.url} HTTP/1.1\r\n${request.rawHeaders.map((text, i) => text + (i % 2 ? '\r\n' : ': ')).join('')}\r\n`)
    far.write(head)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    if (now !== 'pass') setTimeout(() => near.destroy(), now.cutAfter)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many requests the live connection has made by plain HTTP. */
    polls,
    /** Applies from now on, also to open connections. */
    become(next: Manner): void {
      now = next
    },
    async end(): Promise<void> {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
