import type { Socket } from 'socket.io-client'
import type { Actor } from '../../shared/core/actor.ts'
import type { Own } from '../../shared/core/own.ts'
import type { Answer, ClientToServer, Frame, Refusal, ServerToClient, Snapshot } from '../../shared/core/protocol.ts'
import type { Receipt } from './receipt.ts'
import type { RefusedWork } from './refused.ts'
import type { Pending, Replica } from './replica.ts'
import type { Vault } from './vault.ts'
import { passing } from '../../shared/core/rejection.ts'
import { isReceipt } from './receipt.ts'

export type BoardSocket = Socket<ServerToClient, ClientToServer>
/** `live`: every change arrives. `catching`: connected, but still behind. `offline`: trying to connect. `signedOut`: does not try. */
export type LinkState = 'live' | 'catching' | 'offline' | 'signedOut'

interface Options {
  readonly replica: Replica
  readonly vault: Pick<Vault, 'drop' | 'holds' | 'keepRefused'>
  /** A socket.io client with its own reconnection off, because this class reconnects. */
  readonly socket: BoardSocket
  readonly snapshot: () => Promise<Snapshot>
  readonly onState: (state: LinkState) => void
  readonly onFrame?: (frame: Frame) => void
  /** The person this connection acts for: their rights may have changed while it was down. */
  readonly onActor?: (actor: Actor) => void
  readonly onRefused: (refused: RefusedWork) => void
  /** The server has a command of this device for good. */
  readonly onReceipt?: (receipt: Receipt) => void
  /** Runs while no other page of this device sends from the same vault. */
  readonly alone?: (send: () => Promise<void>) => Promise<void>
  /** Uniform in [0, 1): spreads the retries of many devices that lost the same server. */
  readonly random?: () => number
  /** Milliseconds: first retry, longest retry, how long an answer may take. */
  readonly patience?: { readonly first: number, readonly cap: number, readonly answer: number }
}

const later = ({ retryAfter = 1000 }: Refusal) => new Promise<void>(wake => setTimeout(wake, retryAfter))

/** Resumes first, then sends the queue in order: one command after the answer to the one before, or several in one message where the server takes them. It never gives up, and never floods a server that comes back. */
export function link({ replica, vault, socket, snapshot, onState, onFrame, onActor, onRefused, onReceipt, alone = send => send(), random = Math.random, patience }: Options) {
  const { first, cap, answer: answerTime } = patience ?? { first: 500, cap: 30_000, answer: 10_000 }
  let attempt = 0
  let retry: ReturnType<typeof setTimeout> | null = null
  let flushing = false
  let state: LinkState = 'offline'
  let ended = false
  /** How many commands the server takes in one message. */
  let takes: number | undefined
  /** Frames that arrived while catching up: they can arrive before the answer to `resume`. */
  let early: { readonly frame: Frame, readonly parts: readonly Own[] }[] = []
  /** This person's own parts, which arrive just before the frame they belong to. */
  let held: { readonly epoch: string, readonly to: number, readonly parts: readonly Own[] } | null = null

  /** A signed-out page stays signed out; only a new page connects again. */
  function become(next: LinkState): void {
    if (state !== next && state !== 'signedOut') onState(state = next)
  }

  /** The delay is capped before the jitter, so that long waits are spread too. */
  function connectLater(): void {
    if (retry || ended || state === 'signedOut') return
    const longest = Math.min(cap, first * 2 ** attempt++)
    retry = setTimeout(connectNow, longest * (0.5 + random() / 2))
  }

  function connectNow(): void {
    if (retry) clearTimeout(retry)
    retry = null
    if (!ended && state !== 'signedOut' && !socket.connected) socket.connect()
  }

  function take(frame: Frame, parts: readonly Own[] = []): boolean {
    const known = replica.seq
    const waiting = replica.queue
    if (!replica.receive(frame, parts)) return false
    // Our own commit is a receipt too, because the answer may be lost. A command left in the queue by mistake is sent again, which is harmless.
    const left = new Set(replica.queue.map(({ command }) => command.id))
    const gone = waiting.filter(({ command }) => !left.has(command.id))
    if (gone.length) vault.drop(...gone.map(({ command }) => command.id)).catch(() => {})
    for (const { command, at, accepted } of gone) {
      const commit = accepted === undefined && frame.commits.find(one => one.id === command.id)
      if (commit) onReceipt?.({ command, at, seq: commit.seq, epoch: frame.epoch })
    }
    if (replica.seq > known) onFrame?.(frame)
    return true
  }

  /** Asks until the answer says that nothing is missing. */
  async function resume(): Promise<void> {
    if (state === 'catching') return
    become('catching')
    try {
      let fetched = false
      for (let round = 0; socket.connected; round++) {
        // A server that always says something is missing must not be asked without pause.
        if (round === 5) throw new Error('still behind')
        early = []
        const known = replica.seq
        const answer = await socket.timeout(answerTime).emitWithAck('resume', { epoch: replica.epoch, seq: replica.seq, audience: replica.audience })
        const taken = answer.ok && take(answer.frame)
        if (answer.ok) takes = answer.several
        if (taken && answer.more && replica.seq > known) {
          round = -1
        } else if (taken) {
          replica.own(answer.own)
          if (early.every(({ frame, parts }) => take(frame, parts))) {
            attempt = 0
            become('live')
            return void flush()
          }
        }
        if (answer.ok) continue
        if (passing.includes(answer.code)) {
          await later(answer)
          continue
        }
        // A whole board is expensive: one for each connection, and each connection waits longer than the one before.
        if (fetched || answer.code !== 'resync') throw new Error(answer.code)
        fetched = true
        replica.load(await snapshot())
      }
    } catch {
      // No answer in time, or the board could not be fetched: the connection counts as lost.
      socket.disconnect()
      become('offline')
      connectLater()
    }
  }

  async function flush(): Promise<void> {
    if (flushing) return
    flushing = true
    try {
      for (;;) {
        const queue = replica.queue.filter(one => one.accepted === undefined)
        const [next] = queue
        if (!next || state !== 'live' || !socket.connected) return
        await alone(() => takes && queue[1] ? sendMore(queue, takes) : send(next))
      }
    } catch {
      // The outcome is unknown. The command stays queued, and its id makes sending it again harmless.
      if (socket.connected) void resume()
    } finally {
      flushing = false
      replica.settle()
    }
  }

  /** Sends a command, unless another page of this device has its answer already: then it is no longer in their vault. */
  async function send(pending: Pending): Promise<void> {
    const { command } = pending
    if (!await vault.holds(command.id)) return replica.drop(command.id)
    await settle(pending, await socket.timeout(answerTime).emitWithAck('command', command))
  }

  /** In a file that is fetched once several wait; without it they are sent one by one. */
  const sendMore = (queue: readonly Pending[], takes: number) => import('./send-several.ts').then(({ sendSeveral }) => sendSeveral(queue, takes, socket, answerTime, replica, vault, settle, send), () => send(queue[0]!))

  /** Does what an answer says. What several in one message say is done is dropped at once, by who sent it. */
  async function settle({ command, at }: Pending, answer: Answer, dropped = false): Promise<void> {
    if (answer.ok && (dropped || isReceipt(answer, command.id, replica.epoch))) {
      if (!dropped) await vault.drop(command.id)
      onReceipt?.({ command, at, seq: answer.seq, epoch: answer.epoch })
      return replica.accepted(command.id, answer.seq)
    }
    if (answer.ok !== false || typeof answer.code !== 'string') throw new Error('not our receipt')
    if (passing.includes(answer.code)) return later(answer)
    const refused = { command, at, refusal: answer }
    // On a full device it stays in the queue, and is refused again after the next start; what comes after it is sent.
    if (await vault.keepRefused(refused).then(() => true, () => false)) await vault.drop(command.id)
    replica.drop(command.id)
    onRefused(refused)
  }

  socket.on('connect', () => {
    state = 'offline'
    void resume()
  })
  socket.on('own', news => held = news)
  socket.on('frame', (frame) => {
    const parts = held?.epoch === frame.epoch && held.to === frame.to ? held.parts : []
    held = null
    if (state === 'catching') early.push({ frame, parts })
    else if (state === 'live' && !take(frame, parts)) void resume()
  })
  socket.on('actor', (actor) => {
    // Somebody else has signed in on this device: the commands queued here must not be sent in their name.
    if (actor.id !== replica.actor.id) {
      become('signedOut')
      return void socket.disconnect()
    }
    replica.become(actor)
    onActor?.(actor)
  })
  socket.on('signedOut', () => become('signedOut'))
  socket.on('connect_error', (error) => {
    become(error.message === 'signed_out' ? 'signedOut' : 'offline')
    connectLater()
  })
  socket.on('disconnect', () => {
    become('offline')
    connectLater()
  })

  return {
    start: connectNow,
    /** Call when a new command is queued and saved. */
    flush: () => void flush(),
    /** Call when the page is visible again or the network is back: retries at once. */
    wake(): void {
      attempt = 0
      connectNow()
    },
    /** The server has been silent for too long: the connection may be dead without an event. */
    reconnect(): void {
      socket.disconnect()
      attempt = 0
      connectNow()
    },
    end(): void {
      ended = true
      if (retry) clearTimeout(retry)
      socket.disconnect()
    },
  }
}

export type Link = ReturnType<typeof link>
