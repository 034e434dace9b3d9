import type { IncomingMessage, RequestOptions, ServerResponse } from 'node:http'
import type { Command } from '../../shared/core/command.ts'
import type { Answer } from '../../shared/core/protocol.ts'
import type { AddressOf } from '../core/address.ts'
import { Buffer } from 'node:buffer'
import http from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { closing } from '../core/guard.ts'
import { clientHeader, secretHeader } from './secret.ts'

interface Options {
  /** The address of the writer; null while there is none, and while it is this server. */
  readonly writer: () => string | null
  /** True once another than this address is known to be the writer. */
  readonly succeeded: (address: string) => boolean
  readonly secret: string
  readonly addressOf: AddressOf
  /** How long a command waits for a writer (ms). Its sender then tries again by itself. */
  readonly patience?: number
}

/** What belongs to one connection is not passed on. */
const ofConnection = ['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'te', 'trailer']
const passed = (headers: IncomingMessage['headers']) => Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.includes(name)))

/** Answers that the same may be asked again in so many seconds. */
export function notNow(response: ServerResponse, seconds: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(503, { 'retry-after': String(seconds), 'content-type': 'application/json' }).end(JSON.stringify(closing))
}

/** Passes on to the writer what only the writer may answer. */
export function passOn({ writer, succeeded, secret, addressOf, patience = 5000 }: Options) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  const asked = new Map<http.ClientRequest, string>()
  // One that is paused would keep its askers waiting, and may not write any more.
  const looking = setInterval(() => asked.forEach((to, asking) => succeeded(to) && asking.destroy(new Error('another server writes now'))), 100).unref()

  /** Asks the writer as the client asked, with the client's address. A path may name another server in front: the writer is asked all the same, and nobody else gets the secret. */
  function ask(to: string, path: string, client: IncomingMessage, options: RequestOptions): http.ClientRequest {
    const asking = http.request(to, { ...options, path, agent, headers: { ...options.headers, [secretHeader]: secret, [clientHeader]: addressOf(client) } })
    asked.set(asking, to)
    return asking.on('close', () => asked.delete(asking))
  }

  /** One attempt; null if the writer could not be asked, or did not answer: whether it did what it was asked is not known. */
  async function once(incident: string, command: Command, client: IncomingMessage): Promise<Answer | null> {
    const to = writer()
    if (to === null) return null
    const body = JSON.stringify(command)
    const headers = { 'cookie': client.headers.cookie ?? '', 'host': client.headers.host ?? '', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    return new Promise((done) => {
      const asking = ask(to, `/api/i/${encodeURIComponent(incident)}/commands`, client, { method: 'POST', headers, timeout: patience })
      asking.on('response', response => void (json(response) as Promise<Answer>).then(done, () => done(null)))
      asking.on('timeout', () => asking.destroy()).on('error', () => done(null))
      asking.end(body)
    })
  }

  return {
    /** Gives a command of a live connection. Sent again it has the same effect once, so it waits for a new writer for a while, which may be this server: `here` then answers it. */
    async command(incident: string, command: Command, client: IncomingMessage, here: () => Promise<Answer> | null): Promise<Answer> {
      const until = performance.now() + patience
      for (;;) {
        const own = here()
        if (own) return own
        const answer = await once(incident, command, client)
        if (answer && (answer.ok || answer.code !== 'busy')) return answer
        if (performance.now() > until) return answer ?? { ok: false, code: 'busy', retryAfter: 1000 }
        await setTimeout(100)
      }
    },

    /** Passes a request on and its answer back. Without a writer, and if it was passed on before, it is answered with 503 and `retry-after`. */
    request(request: IncomingMessage, response: ServerResponse, before: boolean): void {
      const away = () => notNow(response, 2)
      const to = before ? null : writer()
      if (to === null) return away()
      const asking = ask(to, request.url ?? '/', request, { method: request.method, headers: passed(request.headers) })
      asking.on('error', away)
      asking.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, passed(answer.headers))
        answer.on('error', () => response.destroy()).pipe(response)
      })
      response.on('close', () => response.writableEnded || asking.destroy())
      request.on('error', () => asking.destroy()).pipe(asking)
    },

    stop(): void {
      clearInterval(looking)
      agent.destroy()
    },
  }
}

export type PassOn = ReturnType<typeof passOn>
