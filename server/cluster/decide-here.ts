import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Incidents } from '../incidents.ts'
import { json } from 'node:stream/consumers'
import { notNow } from './pass-on.ts'

interface Options {
  readonly incidents: Pick<Incidents, 'find'>
  /** True if this server decides the commands of this board. */
  readonly holds: (incident: string) => boolean
  /** Fetches what the writer has changed in people and sessions. */
  readonly refresh: () => Promise<void>
}

const [ofClient, ofWriter] = [/^\/api\/i\/([\w-]+)\/commands$/, /^\/deployment\/([\w-]+)\/command$/]

/** Answers other servers of the deployment that ask this one to decide a command: as its client would, or as the writer, which knows who gives it. */
export function decideHere({ incidents, holds, refresh }: Options) {
  /** False if the request is about something else. The `writer` also takes what it does not decide itself. */
  return async (app: RequestListener, request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }, writer: boolean): Promise<boolean> => {
    const { method, url = '' } = request
    if (method !== 'POST') return false
    const [, asked = ofWriter.exec(url)?.[1]] = ofClient.exec(url) ?? []
    if (asked === undefined || (writer && ofClient.test(url))) return false
    const board = incidents.find(asked)
    // The server that asks learns within a second who decides.
    if (!board || !holds(asked)) notNow(response, 1)
    else if (ofWriter.test(url)) await decideFor(board, request, response)
    // Judged by the rights that the person has now.
    else await refresh().then(() => app(request, response), () => notNow(response, 1))
    return true
  }
}

async function decideFor({ authority }: { readonly authority: { readonly submit: (command: Command, actor: Actor) => Promise<unknown> } }, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { command, actor } = await json(request) as { readonly command: Command, readonly actor: Actor }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await authority.submit(command, actor)))
}
