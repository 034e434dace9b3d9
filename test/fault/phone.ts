import type { Vault } from '../../client/sync/vault.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Answer, Answers, Snapshot } from '../../shared/core/protocol.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { facts } from '../support/county.ts'
import { shelf } from '../support/shelf.ts'

type Send = (commands: readonly Command[]) => Promise<readonly Answer[]>

interface Given {
  readonly port: number
  readonly cookie: string
  readonly actor: Actor
  /** Its own clock, epoch ms. */
  readonly now?: () => number
  readonly vault?: Pick<Vault, 'keep' | 'drop' | 'holds' | 'keepRefused'>
  /** What happens to the commands of a message on their way and to the answers on the way back; `cut` ends the connection. */
  readonly way?: (commands: readonly Command[], send: Send, cut: () => void) => Promise<readonly Answer[]>
  readonly onReceipt?: (id: string, seq: number) => void
  /** Everything that it missed has arrived. */
  readonly onLive?: () => void
}

/** A device with the real replica and the real line to the real server. */
export function phone({ port, cookie, actor, now = Date.now, vault = shelf(), way = (commands, send) => send(commands), onReceipt, onLive }: Given) {
  const origin = `http://127.0.0.1:${port}`
  const replica = new Replica({ rules, actor, facts, now })
  const socket = io(origin, { forceNew: true, autoConnect: false, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
  const refused = new Map<string, string>()
  const line = link({
    replica,
    vault,
    socket: onTheWay(socket, way) as never,
    snapshot: () => snapshotOf(port, cookie),
    onState: state => state === 'live' && onLive?.(),
    onRefused: ({ command, refusal }) => refused.set(command.id, refusal.code),
    onReceipt: ({ command, seq }) => onReceipt?.(command.id, seq),
    patience: { first: 10, cap: 100, answer: 5000 },
  })
  return {
    replica,
    line,
    /** The codes of what was refused, by command. */
    refused,
    /** Keeps a command and shows it, as a tap does. Throws the refusal of the rules. */
    async give(command: Command): Promise<void> {
      const judged = replica.judge(command)
      await vault.keep({ command, at: judged.at })
      replica.dispatch(command, judged)
    },
    /** Keeps a command that the rules of this device would refuse, as an earlier life of it may have given it. */
    async hold(command: Command): Promise<void> {
      const pending = { command, at: replica.now() }
      await vault.keep(pending)
      replica.restore([pending])
    },
    /** Begins with the server's board, without a connection. */
    async load(): Promise<void> {
      replica.load(await snapshotOf(port, cookie))
    },
    waits: () => replica.queue.filter(one => one.accepted === undefined).length,
    /** Resolves when nothing waits and every commit up to `seq` is here, or after `tries` looks. */
    async settled(seq: () => number, tries = 3000): Promise<boolean> {
      for (let i = 0; i < tries; i++) {
        if (replica.queue.length === 0 && replica.seq >= seq()) return true
        await wait(10)
      }
      return false
    },
    end(): void {
      line.end()
      socket.disconnect()
    },
  }
}

export async function snapshotOf(port: number, cookie: string): Promise<Snapshot> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/i/first/board`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`no board: ${answer.status}`)
  return await answer.json() as Snapshot
}

/** The same socket, whose commands go through `way`. */
function onTheWay(socket: ReturnType<typeof io>, way: NonNullable<Given['way']>): object {
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name, target) as unknown
      if (name !== 'timeout') return typeof value === 'function' ? (value.bind(target) as unknown) : value
      return (ms: number) => ({
        async emitWithAck(event: string, body: unknown): Promise<unknown> {
          const send = (what: unknown) => target.timeout(ms).emitWithAck(event, what) as Promise<unknown>
          const cut = () => void target.io.engine.close()
          if (event === 'command') return (await way([body as Command], async ([command]) => [await send(command) as Answer], cut))[0]
          if (event !== 'commands') return send(body)
          const answersOf = (answer: Answers | Answer) => 'answers' in answer ? answer.answers : [answer]
          return { ok: true, answers: await way(body as readonly Command[], async commands => answersOf(await send(commands) as Answers | Answer), cut) }
        },
      })
    },
  })
}
