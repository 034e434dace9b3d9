import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Answer } from '../../shared/core/protocol.ts'
import type { AddressOf } from '../core/address.ts'
import type { Incidents } from '../incidents.ts'
import type { Deployment } from './deployment.ts'
import type { Joined } from './join.ts'
import { companyIn } from './company.ts'
import { decideHere } from './decide-here.ts'
import { holdUntilStored } from './hold.ts'
import { notNow } from './pass-on.ts'
import { reach } from './reach.ts'
import { addressThrough, fromNode } from './secret.ts'

interface Options {
  readonly incidents: Pick<Incidents, 'find'>
  /** Finds a client's address in a request that comes from outside. */
  readonly addressOf: AddressOf
  /** True if the request has a session that this server knows. */
  readonly signedIn: (request: IncomingMessage) => boolean
  /** False once the server is ending. */
  readonly open: () => boolean
  readonly onBug: (error: unknown) => void
}

/** True for a request of the API, as Express finds its routes: in any case, and also with a whole address. */
const ofApi = (url: string) => /^(?:[a-z][\w+.-]*:\/\/[^/]*)?\/+api(?:[/?#]|$)/i.test(url)
/** What every server answers from its copies: pages, its own state, and the whole board. Live connections are answered by every server too. */
const here = ({ method, url = '' }: IncomingMessage) => !ofApi(url) || (method === 'GET' && /^\/api\/i\/[\w-]+\/board(?:\?|$)/.test(url))
/** The incident that a request is about; undefined if its address names none. */
const incidentIn = (url: string) => /\/(?:i|incidents)\/([\w-]+)/i.exec(url)?.[1]

const reads = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

/** How one of several servers answers requests: the writer all of them, the others what they have copies of, and commands of boards that they decide. The rest is passed on to the writer. */
export function nodeRequests({ lease, address, postgres }: Pick<Joined, 'lease' | 'address' | 'postgres'>, { writing, copied, files, writers, pass, secret }: Deployment, { incidents, addressOf, signedIn, open, onBug }: Options) {
  const ofNode = fromNode(secret)
  const others = companyIn(postgres, onBug)
  const reached = reach({ lease, address, deciders: writers.holders })
  const decide = decideHere({ incidents, holds: writers.holds, refresh: copied.fetch })

  async function answer(app: RequestListener, request: IncomingMessage, response: ServerResponse<IncomingMessage> & { req: IncomingMessage }): Promise<void> {
    const { url = '' } = request
    if (open() && ofNode(request) && await decide(app, request, response, writing())) return
    if (!open() || here(request)) {
      // What fails is told by the answer.
      if (!writing() && request.headers.cookie && !signedIn(request)) await copied.fetch().catch(() => {})
      return app(request, response)
    }
    // The server that passed this on does not know the new writer yet. It will within seconds.
    if (!writing()) return pass.request(request, response, ofNode(request))
    // What could not be stored must not be done.
    if (!reads(request) && !lease.sure()) return notNow(response, 1)
    holdUntilStored(response, copied)
    // The client may know of a commit that another server made and this one has not fetched yet.
    const about = incidents.find(incidentIn(url) ?? '')?.authority
    if (about && !about.decidesHere) await about.refresh().catch(() => {})
    await files.asked(url).catch(() => {})
    app(request, response)
  }

  return {
    addressOf: addressThrough(secret, addressOf),
    ofNode,
    /** What this server has not reached for too long. */
    cutOff: () => [...reached.missing()],
    /** Who is at the other servers. */
    company: others,
    async stop(): Promise<void> {
      reached.stop()
      await others.stop().catch(onBug)
    },

    /** Fetches what the others have changed, for a session that is not known here yet. */
    refresh: (): Promise<void> => writing() ? Promise.resolve() : copied.fetch(),

    give: (board: { readonly id: string, readonly authority: { readonly submit: (command: Command, actor: Actor) => Promise<Answer> } }, command: Command, actor: Actor, request: IncomingMessage): Promise<Answer> =>
      pass.command(board.id, command, request, () => writers.holds(board.id) ? board.authority.submit(command, actor) : null),

    requests: (app: RequestListener): RequestListener => (request, response) => void answer(app, request, response).catch((error: unknown) => {
      onBug(error)
      notNow(response, 2)
    }),
  }
}
