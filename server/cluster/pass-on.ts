import type { IncomingMessage, RequestOptions, ServerResponse } from 'node:http'
import type { Actor } from '../../shared/core/actor.ts'
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
  /** The address of this server, which never asks itself. */
  readonly address: string
  /** The address of the writer; null while there is none. */
  readonly writer: () => string | null
  /** The address of the server that decides the commands of this incident; null as above. */
  readonly decider: (incident: string) => string | null
  readonly secret: string
  readonly addressOf: AddressOf
  /** How long a command waits for an answer (ms). Its sender then tries again by itself. */
  readonly patience?: number
}

/** Where a server of the deployment is asked to decide a command of a person that another knows. */
export const decidePath = (incident: string) => `/deployment/${encodeURIComponent(incident)}/command`

/** What belongs to one connection is not passed on. */
const ofConnection = ['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'te', 'trailer']
const passed = (headers: IncomingMessage['headers']) => Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.includes(name)))

/** Answers that the same may be asked again in so many seconds. */
export function notNow(response: ServerResponse, seconds: number): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(503, { 'retry-after': String(seconds), 'content-type': 'application/json' }).end(JSON.stringify(closing))
}

/** Passes on to another server what only that one may answer. */
export function passOn({ address, writer, decider, secret, addressOf, patience = 5000 }: Options) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  /** What is being asked, and whether another than who was asked may answer it by now. */
  const asked = new Map<http.ClientRequest, () => boolean>()
  // One that is paused would keep its askers waiting, and may not write any more.
  const looking = setInterval(() => asked.forEach((replaced, asking) => replaced() && asking.destroy(new Error('another server writes now'))), 100).unref()

  /** Asks a server. A path may name another one in front: this one is asked all the same, and nobody else gets the secret. */
  function ask(to: string, path: string, options: RequestOptions, now: () => string | null): http.ClientRequest {
    const asking = http.request(to, { ...options, path, agent, headers: { ...options.headers, [secretHeader]: secret } })
    asked.set(asking, () => now() !== null && now() !== to)
    return asking.on('close', () => asked.delete(asking))
  }
  /** With the address of the client for whom it asks. */
  const byClient = (client: IncomingMessage) => ({ [clientHeader]: addressOf(client) })

  /** One attempt; null if nobody could be asked, or did not answer: whether it was done is not known. */
  async function once(incident: string, path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Answer | null> {
    const to = decider(incident)
    if (to === null || to === address) return null
    const text = JSON.stringify(body)
    return new Promise((done) => {
      const asking = ask(to, path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }, timeout: patience }, () => decider(incident))
      asking.on('response', response => void (json(response) as Promise<Answer>).then(done, () => done(null)))
      asking.on('timeout', () => asking.destroy()).on('error', () => done(null))
      asking.end(text)
    })
  }

  /** Sent again a command has the same effect once, so it waits for a while for whoever decides, which may be this server: `here` then answers it. */
  async function untilAnswered(here: () => Promise<Answer> | null, there: () => Promise<Answer | null>): Promise<Answer> {
    const until = performance.now() + patience
    for (;;) {
      const own = here()
      if (own) return own
      const answer = await there()
      if (answer && (answer.ok || answer.code !== 'busy')) return answer
      if (performance.now() > until) return answer ?? { ok: false, code: 'busy', retryAfter: 1000 }
      await setTimeout(100)
    }
  }

  return {
    /** Gives a command of a live connection, as its client would. */
    command: (incident: string, command: Command, client: IncomingMessage, here: () => Promise<Answer> | null): Promise<Answer> => untilAnswered(here, () =>
      once(incident, `/api/i/${encodeURIComponent(incident)}/commands`, command, { 'cookie': client.headers.cookie ?? '', 'host': client.headers.host ?? '', 'sec-fetch-site': 'same-origin', ...byClient(client) })),

    /** Gives a command of somebody whom this server, the writer, knows. */
    given: (incident: string, command: Command, actor: Actor, here: () => Promise<Answer> | null): Promise<Answer> => untilAnswered(here, () =>
      once(incident, decidePath(incident), { command, actor }, {})),

    /** Passes a request on to the writer, and its answer back. Without a writer, and if it was passed on before, it is answered with 503 and `retry-after`. */
    request(request: IncomingMessage, response: ServerResponse, before: boolean): void {
      const away = () => notNow(response, 2)
      const to = before ? null : writer()
      if (to === null || to === address) return away()
      const asking = ask(to, request.url ?? '/', { method: request.method, headers: { ...passed(request.headers), ...byClient(request) } }, writer)
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
