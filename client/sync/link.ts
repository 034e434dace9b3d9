import type { Socket } from 'socket.io-client'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Own } from '../../shared/core/own.ts'
import type { Answer, ClientToServer, Frame, Refusal, ServerToClient, Snapshot } from '../../shared/core/protocol.ts'
import type { Code } from '../../shared/core/rejection.ts'
import type { RefusedWork } from './refused.ts'
import type { Replica } from './replica.ts'
import type { Vault } from './vault.ts'

export type BoardSocket = Socket<ServerToClient, ClientToServer>
/** `live`: every change arrives. `catching`: connected, still behind. `offline`: trying. `signedOut`: will not try. */
export type LinkState = 'live' | 'catching' | 'offline' | 'signedOut'

interface Options {
  readonly replica: Replica
  readonly vault: Pick<Vault, 'drop' | 'keepRefused'>
  /** A socket.io client with its own reconnection off: this does it. */
  readonly socket: BoardSocket
  readonly snapshot: () => Promise<Snapshot>
  readonly onState: (state: LinkState) => void
  readonly onFrame?: (frame: Frame) => void
  /** Who this line acts as: what the person may do can have changed while it was down. */
  readonly onActor?: (actor: Actor) => void
  readonly onRefused: (refused: RefusedWork) => void
  /** Uniform in [0, 1): spreads a thousand devices that lost the same server. */
  readonly random?: () => number
  /** Milliseconds: first retry, longest retry, how long an answer may take. */
  readonly patience?: { readonly first: number, readonly cap: number, readonly answer: number }
}

const tryAgain: readonly Code[] = ['slow_down', 'busy', 'storage_full']
const later = ({ retryAfter = 1000 }: Refusal) => new Promise<void>(wake => setTimeout(wake, retryAfter))

/** Resume first, then flush, in order, each until answered. Never gives up, and never floods a returning server. */
export function link({ replica, vault, socket, snapshot, onState, onFrame, onActor, onRefused, random = Math.random, patience }: Options) {
  const { first, cap, answer: answerTime } = patience ?? { first: 500, cap: 30_000, answer: 10_000 }
  let attempt = 0
  let retry: ReturnType<typeof setTimeout> | null = null
  let flushing = false
  let state: LinkState = 'offline'
  let ended = false
  /** Frames that came while catching up: the answer to `resume` may be read after them. */
  let early: { readonly frame: Frame, readonly parts: readonly Own[] }[] = []
  /** Own parts whose frame comes next. */
  let held: { readonly epoch: string, readonly to: number, readonly parts: readonly Own[] } | null = null

  /** A signed-out page stays signed out: another page begins anew. */
  function become(next: LinkState): void {
    if (state !== next && state !== 'signedOut') onState(state = next)
  }

  /** Cap first, then jitter. */
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
    // Our own commit is a receipt too: the answer may be lost. What stays by mistake is sent again, which is harmless.
    const left = new Set(replica.queue.map(({ command }) => command.id))
    for (const { command } of waiting) {
      if (!left.has(command.id)) vault.drop(command.id).catch(() => {})
    }
    if (replica.seq > known) onFrame?.(frame)
    return true
  }

  /** Until the answer says that nothing is missing. */
  async function resume(): Promise<void> {
    if (state === 'catching') return
    become('catching')
    try {
      let fetched = false
      for (let round = 0; socket.connected; round++) {
        // A server that never says that nothing is missing is left alone for a while, not asked without pause.
        if (round === 5) throw new Error('still behind')
        early = []
        const known = replica.seq
        const answer = await socket.timeout(answerTime).emitWithAck('resume', { epoch: replica.epoch, seq: replica.seq, audience: replica.audience })
        const taken = answer.ok && take(answer.frame)
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
        if (tryAgain.includes(answer.code)) {
          await later(answer)
          continue
        }
        // A whole board is dear: one a connection, and each connection later than the one before.
        if (fetched || answer.code !== 'resync') throw new Error(answer.code)
        fetched = true
        replica.load(await snapshot())
      }
    } catch {
      // No answer in time, or the board could not be fetched: the line is as good as cut.
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
        const next = replica.queue.find(one => one.accepted === undefined)
        if (!next || state !== 'live' || !socket.connected) return
        await settle(next.command, next.at, await socket.timeout(answerTime).emitWithAck('command', next.command))
      }
    } catch {
      // The outcome is unknown. The command stays queued, and its id makes sending it again harmless.
      if (socket.connected) void resume()
    } finally {
      flushing = false
    }
  }

  async function settle(command: Command, at: number, answer: Answer): Promise<void> {
    if (answer.ok && answer.id === command.id && answer.epoch === replica.epoch) {
      await vault.drop(command.id)
      return replica.accepted(command.id, answer.seq)
    }
    if (answer.ok) throw new Error('not our receipt')
    if (tryAgain.includes(answer.code)) return later(answer)
    const refused = { command, at, refusal: answer }
    await vault.keepRefused(refused)
    await vault.drop(command.id)
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
    // Somebody else has signed in on this device: nothing that waits here is sent in their name.
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
    /** Something new is queued and saved. */
    flush: () => void flush(),
    /** The page is looked at again, or the network says it is back: now is better than later. */
    wake(): void {
      attempt = 0
      connectNow()
    },
    /** The server has not been heard for too long: the line may be dead without knowing. */
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
