import type { AddressInfo } from 'node:net'
import type { Chance } from '../support/random.ts'
import { once } from 'node:events'
import http from 'node:http'

const kinds = ['page', 'redirect', 'empty', 'looks like ours', 'cut', 'answer cut'] as const
type Kind = (typeof kinds)[number]

/** A captive portal in front of a port: it answers a share of the requests itself, or cuts the server's answer. */
export async function captive(port: number, share: number, luck: Chance) {
  const faked = new Map<Kind, number>()
  const page = '<!doctype html><title>Sign in to the network</title>'
  const server = http.createServer((request, response) => {
    const kind = luck.maybe(share) && request.url !== '/login' ? luck.one(kinds) : null
    if (kind) faked.set(kind, (faked.get(kind) ?? 0) + 1)
    if (kind === 'page' || request.url === '/login') return void response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    if (kind === 'redirect') return void response.writeHead(302, { location: '/login' }).end()
    if (kind === 'empty') return void response.writeHead(204).end()
    if (kind === 'looks like ours') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}')
    if (kind === 'cut') return void response.destroy()
    const far = http.request({ host: '127.0.0.1', port, method: request.method, path: request.url, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      // The server has done the work, and its answer ends in the middle.
      if (kind === 'answer cut') answer.once('data', (part: Uint8Array) => response.write(part.subarray(0, 2), () => response.destroy()))
      else answer.pipe(response)
    })
    far.on('error', () => response.destroy())
    response.on('close', () => far.destroy())
    request.pipe(far)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many requests got each false answer. */
    faked,
    async end(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
