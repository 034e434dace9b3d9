import type { LinkState } from '../../client/sync/link.ts'
import type { RefusedWork } from '../../client/sync/refused.ts'
import type { BoardServer } from '../../server/board-server.ts'
import type { Bounds } from '../../server/core/bounds.ts'
import type { OutsideTrouble } from '../../server/core/outside.ts'
import type { Space } from '../../server/disk/room.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Answer, Here, ServerToClient } from '../../shared/core/protocol.ts'
import type { CountyFolder } from '../../shared/county/county-folder.ts'
import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import * as rules from '../../shared/core/decide.ts'
import { facts, folder as invented } from './county.ts'
import { shelf } from './shelf.ts'
import { tempFolder } from './temp.ts'

interface More { readonly now?: () => number, readonly pace?: { readonly commands: number, readonly seconds: number }, readonly bounds?: Partial<Bounds>, readonly settings?: Record<string, string>, readonly pages?: string, readonly space?: (folder: string) => Promise<Space>, readonly data?: string, readonly port?: string, /** The county; an invented one if left out. */ readonly folder?: CountyFolder }
type Newcomer = Omit<Actor, 'id'>

/** The real server on a new folder or on the given one: an empty incident in an invented county. */
export async function runningBoard({ now, pace, bounds, pages, space, settings = {}, data = tempFolder(), port: first = '0', folder = invented }: More = {}) {
  const bugs: unknown[] = []
  const damages: unknown[] = []
  const troubles: string[] = []
  const untaken: OutsideTrouble[] = []
  let board: BoardServer
  const start = async (port = first) => board = await startBoard({
    config: readConfig({ PORT: port, DATA_DIR: data, START_WITH: 'empty', IDLE_HOURS: '2160', ...settings }),
    folder,
    now,
    pace,
    pages,
    space,
    bounds,
    gather: 10,
    onBug: bug => bugs.push(bug),
    onProvider: (provider, { message }) => troubles.push(`${provider} ${message}`),
    onOutside: trouble => untaken.push(trouble),
    onDamage: damage => damages.push(damage),
  })
  await start()
  onTestFinished(async () => board.close())
  const origin = () => `http://127.0.0.1:${board.port}`

  return {
    data,
    /** Everything the server reported as a bug. A test that leaves any fails. */
    bugs,
    /** What it reported of sign-in providers. */
    troubles,
    /** What it reported of receivers outside. */
    untaken,
    /** Why the server asked to be ended. */
    damages,
    get authority() {
      return board.authority
    },
    get incidents() {
      return board.incidents
    },
    get end() {
      return board.end
    },
    get accounts() {
      return board.accounts
    },
    get links() {
      return board.links
    },
    origin,
    /** What the server does each minute. */
    noteContacts: () => board.noteContacts(),
    stop: () => board.close(),
    again: (port: number) => start(String(port)),
    port: () => board.port,
    /** A person with an account, signed in. */
    person(given: Newcomer) {
      const id = board.accounts.add({ name: `the ${given.role}`, ...given })
      const cookie = `yixian=${board.accounts.signIn(board.accounts.invite(id, 1), 1)}`
      const actor: Actor = { ...given.role === 'volunteer' && { approved: true }, ...given, id }
      return {
        actor,
        cookie,
        fetch: (path: string, more: RequestInit = {}) =>
          fetch(`${origin()}${path}`, { ...more, headers: { cookie, origin: origin(), ...more.headers } }),
      }
    },
    /** A bare open connection, for what our devices never send; `heard` receives every message from the first on. */
    async line(cookie: string, more = {}, heard: (event: string, body: unknown) => void = () => {}) {
      const socket = io(origin(), { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin: origin() }, ...more })
      onTestFinished(() => void socket.disconnect())
      socket.onAny(heard)
      await new Promise<void>((connected, failed) => {
        socket.once('connect', connected)
        socket.once('connect_error', failed)
      })
      return socket
    },
    /** A page on one incident: the real replica and link on a real socket. */
    page(person: { readonly actor: Actor, readonly cookie: string }, incident = 'first', transports: readonly string[] = ['websocket']) {
      const vault = shelf()
      const refused: RefusedWork[] = []
      const here = new Map<string, Here>()
      let online = 0
      let state: LinkState = 'offline'
      const replica = new Replica({ rules, actor: person.actor, facts })
      const socket = io(origin(), { forceNew: true, autoConnect: false, reconnection: false, transports: [...transports], upgrade: false, auth: { incident }, extraHeaders: { cookie: person.cookie, origin: origin() } })
      socket.on('presence', (news: Parameters<ServerToClient['presence']>[0]) => {
        if (news.all) here.clear()
        for (const page of news.gone) here.delete(page)
        for (const one of news.here) here.set(one.page, one)
        online = news.online
      })
      const line = link({
        replica,
        vault,
        socket: socket as never,
        snapshot: async () => await (await fetch(`${origin()}/api/i/${incident}/board`, { headers: { cookie: person.cookie } })).json() as never,
        onState: next => state = next,
        onRefused: one => refused.push(one),
        patience: { first: 50, cap: 300, answer: 10_000 },
      })
      onTestFinished(() => line.end())
      return {
        replica,
        vault,
        refused,
        here,
        socket,
        link: line,
        online: () => online,
        state: () => state,
        do(name: string, args: unknown): Command {
          const command = { id: randomUUID(), name, args }
          const pending = replica.dispatch(command)
          void vault.keep(pending).then(() => line.flush())
          return command
        },
        async live() {
          line.start()
          await until(() => state === 'live', 30_000)
        },
      }
    },
  }
}

export type RunningBoard = Awaited<ReturnType<typeof runningBoard>>

/** Waits until the condition holds and returns how long that took (ms); throws after `most`. */
export async function until(so: () => unknown, most = 60_000): Promise<number> {
  const start = performance.now()
  while (!so()) {
    if (performance.now() - start > most) throw new Error(`not so after ${most} ms: ${so}`)
    await new Promise(wake => setTimeout(wake, 5))
  }
  return performance.now() - start
}

/** Asks over a bare connection and waits for the answer. */
export const ask = async (socket: { timeout: (ms: number) => { emitWithAck: (event: string, body: unknown) => Promise<unknown> } }, event: string, body: unknown) =>
  await socket.timeout(5000).emitWithAck(event, body) as Answer
