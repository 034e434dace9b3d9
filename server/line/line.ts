import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Answer, ClientToServer, Condition, Refusal } from '../../shared/core/protocol.ts'
import type { Company } from '../cluster/company.ts'
import type { Bounds } from '../core/bounds.ts'
import type { Budgets } from '../core/costs.ts'
import type { IncidentBoard, Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { EngineLine } from './behind.ts'
import type { Lines } from './incident-line.ts'
import { Server } from 'socket.io'
import * as v from 'valibot'
import { headquarters, planners } from '../../shared/core/actor.ts'
import { limits } from '../../shared/core/limits.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { ownParts } from '../../shared/own-parts.ts'
import { cookieOf } from '../core/cookie.ts'
import { eventCosts } from '../core/costs.ts'
import { closing, Envelope, parseOutside, refusal } from '../core/guard.ts'
import { digest } from '../core/seal.ts'
import { spare } from '../core/spare.ts'
import { cutTheSlow, terminateClosed } from './behind.ts'
import { keepDoor } from './door.ts'
import { lineEnds } from './ends.ts'
import { commitsFor, firstPart } from './frames.ts'
import { hearFollowing } from './hear-following.ts'
import { inOrder, mostAtOnce, oneByOne } from './in-order.ts'
import { incidentLine } from './incident-line.ts'

interface Options {
  readonly accounts: Pick<Accounts, 'session'>
  /** The board's address for browsers, if it differs from the one it is served at. */
  readonly publicUrl?: string
  /** The budget of each person, shared with HTTP. */
  readonly budgets: Budgets
  readonly gather?: number
  /** Who is at the other servers, if there are any. */
  readonly company?: Company
  readonly now: () => number
  readonly bounds: Bounds
  readonly onBug: (error: unknown) => void
  /** The server's state, for headquarters. */
  readonly condition: () => Condition
  /** Since when nothing can be stored because PostgreSQL does not answer. */
  readonly away: () => number | null
  /** Called with each frame: how many pages receive it. */
  readonly onFrame?: (receivers: number) => void
  /** False once the server is ending: callers are then answered `busy`. */
  readonly open: () => boolean
  /** Gives a command; to the server that writes, if that is another one. */
  readonly give?: (board: IncidentBoard, command: Command, actor: Actor, request: IncomingMessage) => Promise<Answer>
  /** Fetches what other servers know, when a session is not known here. */
  readonly refresh?: () => Promise<void>
}

type Page = Parameters<Parameters<Lines['use']>[0]>[0]

const At = v.strictObject({ epoch: v.pipe(v.string(), v.maxLength(64)), seq: v.pipe(v.number(), v.integer(), v.minValue(0)), audience: v.optional(v.pipe(v.string(), v.maxLength(80))) })
const Several = v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(mostAtOnce))
const Looking = v.strictObject({ looking: v.nullable(v.pipe(v.string(), v.regex(/^[a-z]+\/[\w~-]{1,64}$/))) })

/** Live connections. The actor comes from the session, never from a message; the incident comes from the handshake. A room is an audience of an incident. */
export function liveLine(incidents: Incidents, options: Options) {
  const io: Lines = new Server({
    maxHttpBufferSize: limits.message,
    pingInterval: 5000,
    pingTimeout: 8000,
    connectTimeout: 5000,
    serveClient: false,
  })
  const lines = new Map<string, ReturnType<typeof incidentLine>>()
  const ends = lineEnds(() => io.of('/').sockets.values(), (socket) => {
    socket.emit('signedOut')
    socket.disconnect(true)
  }, options.now)
  const slow = cutTheSlow(() => Object.values((io.engine as unknown as { clients: Record<string, EngineLine> } | undefined)?.clients ?? {}), options.bounds.line)

  /** Checks a new connection: the session and the incident. */
  async function admit(socket: Page): Promise<void> {
    if (!options.open()) throw new Rejection('busy')
    const held = () => options.accounts.session(cookieOf(socket.request))
    const session = held() ?? await options.refresh?.().then(held)
    if (!session) throw new Rejection('signed_out')
    const { incident } = socket.handshake.auth as { incident?: unknown }
    const board = typeof incident === 'string' ? await incidents.open(incident) : undefined
    if (!board) throw new Rejection('not_found')
    if ((io.of('/').adapter.rooms.get(`person:${session.actor.id}`)?.size ?? 0) >= options.bounds.linesEach) throw new Rejection('slow_down')
    if (await options.budgets.spend(session.actor, eventCosts.connect)) throw new Rejection('slow_down')
    Object.assign(socket.data, { ...session, board })
  }

  function welcome(socket: Page): void {
    const { actor, board } = socket.data
    const { authority } = board
    const line = lines.get(board.id) ?? incidentLine(io, board, options)
    lines.set(board.id, line)
    const { sees, own, people, held } = line
    const page = socket.id
    const audience = audienceOf(actor)

    /** The refusal if the person's budget is spent. A connection that keeps flooding is cut, since refusing it would never end. */
    async function over(cost: number, spend = options.budgets.spend): Promise<Refusal | null> {
      const no = await spend(actor, cost)
      if (no && await options.budgets.floods(actor)) socket.disconnect(true)
      return no
    }

    /** One wrapper for all handlers: nothing reaches a handler unparsed, a missing acknowledgement does no harm, and no error escapes. */
    function on<S extends v.GenericSchema>(event: keyof ClientToServer, schema: S, run: (input: v.InferOutput<S>) => Promise<unknown>) {
      (socket as unknown as { on: (event: string, listener: (...args: unknown[]) => void) => void }).on(event, (...args) => {
        // Without an answer the device keeps its work, and the person can send it after signing in again.
        if (ends.over(socket)) return
        const ack = args.find(arg => typeof arg === 'function') as ((answer: unknown) => void) | undefined
        const answer = (async () => {
          if (!options.open()) return closing
          return await over(eventCosts[event]) ?? run(parseOutside(schema, args[0]))
        })().catch((error): Refusal => refusal(error, options.onBug))
        spare(options.onBug, async () => ack?.(await answer))
      })
    }

    async function give(command: Command): Promise<Answer> {
      const answer = await (options.give?.(board, command, actor, socket.request) ?? authority.submit(command, actor))
      // Signed out elsewhere: without an answer the device keeps its work.
      if (!answer.ok && answer.code === 'signed_out') end(page)
      return answer
    }

    on('command', Envelope, give)

    on('commands', Several, commands => inOrder(commands, {
      refused: async () => options.open() ? await over(eventCosts.command, options.budgets.spendOnBacklog) : closing,
      payBack: commands => options.budgets.payBack(actor, commands * eventCosts.command),
      give: read => authority.decidesHere ? authority.submitInOrder(read, actor) : oneByOne(read, { give, gone: () => ends.over(socket) || !socket.connected, onBug: options.onBug }),
      onBug: options.onBug,
    }))

    on('resume', At, async ({ epoch, seq, audience: before = audience }) => {
      if (slow.tooFar(socket.conn as unknown as EngineLine)) return
      if (epoch === authority.epoch && seq > authority.board.seq) await authority.refresh().catch(() => {}) // told more by another server
      // If the audience has changed, as by an approval, missed commits cannot bring the records that were hidden before.
      const missed = epoch === authority.epoch && before === audience ? authority.since(seq) : null
      if (!missed) return { ok: false, code: 'resync' }
      const part = firstPart(commitsFor(audience, missed), authority.board.seq, options.bounds.resume)
      const more = part.to < authority.board.seq
      void socket.join([sees + audience, own + actor.id])
      return { ok: true, frame: { epoch, from: seq, ...part }, more, own: more ? [] : ownParts(authority.board, actor), several: mostAtOnce }
    })

    on('looking', Looking, async ({ looking }) => {
      people.look(page, looking)
    })

    hearFollowing(on, held, { page, actor, audience })

    void socket.join([`person:${actor.id}`, `session:${digest(cookieOf(socket.request) ?? '')}`, `${board.id}/here:${audience}`])
    people.arrive(audience, { page, person: actor.id, role: actor.role, looking: null })
    if (planners.includes(actor.role)) void socket.join('planners')
    if (headquarters.includes(actor.role)) {
      void socket.join('headquarters')
      socket.emit('condition', options.condition())
    }
    socket.emit('actor', actor)
    socket.emit('clock', options.now())
    socket.emit('away', options.away())
    socket.on('disconnect', () => {
      people.drop(page)
      held.drop(page)
    })
    ends.came(socket)
  }

  // Socket.IO catches nothing that these throw.
  io.use((socket, next) => void admit(socket).then(() => next(), error => next(new Error(refusal(error, options.onBug).code))))
  io.on('connection', (socket) => {
    try {
      welcome(socket)
    } catch (error) {
      options.onBug(error)
      socket.disconnect(true)
    }
  })

  function end(room: string): void {
    io.in(room).emit('signedOut')
    io.in(room).disconnectSockets(true)
  }

  return {
    io,
    /** How many pages are connected. */
    pages: (): number => io.of('/').sockets.size,
    /** Whether a page of this incident is connected. */
    watches: (incident: string): boolean => [...io.of('/').sockets.values()].some(({ data }) => data.board.id === incident),
    /**
     * Takes over its path of the HTTP server, so that each request has one owner. Must be attached after every other listener
     * of requests.
     */
    attach(http: HttpServer): void {
      io.attach(http)
      keepDoor(io.engine, options.publicUrl)
      terminateClosed(io.engine)
    },
    /** Ends all connections of a person at once. */
    cutOff: (person: string) => end(`person:${person}`),
    /** Restarts a person's connections with their present rights. */
    actorChanged: (person: string) => void io.in(`person:${person}`).disconnectSockets(true),
    /** Tells planners that the list of volunteers waiting for approval has changed, so that they fetch it again. */
    waitingChanged: () => void io.to('planners').emit('volunteersWaiting'),
    conditionChanged: () => void io.to('headquarters').emit('condition', options.condition()),
    awayChanged: () => void io.emit('away', options.away()),
    /** Ends the connections of one session when it is signed out. */
    endSession: (token: string) => end(`session:${digest(token)}`),
    /** The same by the hash of the token, for a session that was ended from elsewhere. */
    endHash: (hash: string) => end(`session:${hash}`),
    /** Restarts the connections of a session that goes on under a new token: they are opened again with it. */
    sessionRenewed: (token: string) => void io.in(`session:${digest(token)}`).disconnectSockets(true),
    hashRenewed: (hash: string) => void io.in(`session:${hash}`).disconnectSockets(true),
    /** Whether a session has a page open. */
    sessionOpen: (hash: string): boolean => io.of('/').adapter.rooms.has(`session:${hash}`),
    /** The hashes of the tokens of the sessions that have a page open. */
    sessionsOpen: (): string[] => [...io.of('/').adapter.rooms.keys()].flatMap(room => room.startsWith('session:') ? room.slice('session:'.length) : []),
    async close(): Promise<void> {
      ends.stop()
      slow.stop()
      for (const { stop, people, held } of lines.values()) {
        stop()
        people.stop()
        held.stop()
      }
      await io.close()
    },
  }
}

export type LiveLine = ReturnType<typeof liveLine>
