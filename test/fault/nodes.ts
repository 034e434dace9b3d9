import type { ChildProcess } from 'node:child_process'
import type { TakenOver } from '../../server/cluster/deployment.ts'
import type { Answer } from '../../shared/core/protocol.ts'
import type { How } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'
import { freePort } from '../support/free-port.ts'
import { testPostgres } from '../support/postgres.ts'
import { faultFolder, leftovers } from './built-board.ts'
import { readThenWrite } from './claim-server.ts'
import { heard } from './fault.ts'
import { restartAfter } from './supervised.ts'

const day = 24 * 3_600_000

/** What a server is asked for: volunteers, and shifts so far apart that rest limits never apply. */
interface Wanted { readonly people: number, readonly shifts: number, readonly places: number, /** How many incidents there are beside the first, whose commands another server than the writer then decides. */ readonly incidents?: number }
export interface Crowd { readonly crowd: readonly { readonly id: string, readonly cookie: string }[], readonly planner: string, readonly admin: string, readonly officer: string, readonly ids: readonly string[] }

interface Part { readonly port: number, readonly term: number }
interface Holder { readonly at: number, readonly term: number }

/** What a takeover took, in ms from the loss of the writer: until another had the lease, brought rows and boards up to date, and had stored a first command. */
export interface Takeover { readonly at: number, readonly noticed: number, readonly rows: number, readonly boards: number, readonly answered: number, readonly lost: string }

/** One server of the deployment, in a process of its own. `deaf` it never looks by itself, and knows only what it is told; `careless` it writes from what it read before; `skipping` it leaves out the first commit of those that a device asks for. */
export async function nodePart(data = '', port = '', store = '', fault = ''): Promise<void> {
  if (fault === 'deaf') {
    const usual = globalThis.setInterval
    globalThis.setInterval = ((run: () => void, ms: number, ...more: unknown[]) => usual(ms >= 1000 && ms <= 2000 ? () => {} : run, ms, ...more)) as typeof setInterval
  }
  const board = await startBoard({
    config: readConfig({ PORT: port, DATA_DIR: data, START_WITH: 'empty', STORE: store, NODE_URL: `http://127.0.0.1:${port}` }),
    folder: { county },
    pace: { commands: 1e7, seconds: 1 },
    onDamage: () => process.exit(1),
    onBug: error => console.error(error),
    onWriter: took => process.send?.({ took }),
  })
  if (fault === 'careless') readThenWrite(board)
  if (fault === 'skipping') {
    const { authority } = board
    const since = authority.since.bind(authority)
    authority.since = seq => since(seq)?.slice(1) ?? null
  }
  process.on('SIGTERM', () => void board.close().then(() => process.exit(0)))
  process.on('message', ({ people, shifts, places, incidents = 0 }: Wanted) => void (async () => {
    const { accounts, authority } = board
    for (let i = 0; i < incidents; i++) await board.incidents.add({ code: `n${i}`, name: `n${i}`, phase: 'emergency', drill: false, startedAt: Date.now() }, { id: 'system', role: 'admin' })
    const planner = accounts.add({ name: 'planner', role: 'coordinator' })
    const ids = Array.from({ length: shifts }, (_, i) => `s${i}`)
    for (const [i, shift] of ids.entries()) {
      const startsAt = Date.now() + (i + 1) * 3 * day
      const opened = await authority.submit({ id: `open-${i}`, name: 'openShift', args: { shift, title: shift, township: 'north', lng: -20, lat: 64.5, startsAt, endsAt: startsAt + 4 * 3_600_000, needed: places } }, { id: planner, role: 'coordinator' })
      if (!opened.ok) throw new Error(`${shift}: ${opened.code}`)
    }
    const signedIn = (id: string) => `yixian=${accounts.signIn(accounts.invite(id, 1), 1)}`
    const crowd: { id: string, cookie: string }[] = []
    while (crowd.length < people) {
      const id = accounts.add({ name: 'helper', role: 'volunteer' })
      crowd.push({ id, cookie: signedIn(id) })
      // The lease is renewed meanwhile.
      await wait(0)
    }
    process.send?.({ crowd, planner: signedIn(planner), admin: signedIn(accounts.add({ name: 'admin', role: 'admin' })), officer: signedIn(accounts.add({ name: 'officer', role: 'officer', township: 'north' })), ids } satisfies Crowd)
  })())
  process.send?.('serves')
}

/** Nothing that anybody says is heard: PostgreSQL's own function is found after this one. */
const silence = `create function public.pg_notify(text, text) returns void language sql as 'select null::void'`

/** Several servers on one PostgreSQL of their own, which loses its notifications if it is `silent`. Each is started again half a second after it has ended, as by a supervisor. */
export async function severalNodes(nodes: number, spawnPart: How['spawnPart'], { silent = false, deaf = false, careless = false, skipping = false } = {}) {
  const server = await testPostgres()
  const store = await server.database()
  const sql = postgres(store, { max: 2, fetch_types: false, onnotice: () => {} })
  if (silent) await sql.unsafe(`${silence}; alter database ${new URL(store).pathname.slice(1)} set search_path = public, pg_catalog`)
  let stopped = false
  const all: { readonly port: number, child: ChildProcess, ends: number, took: TakenOver | null }[] = []
  const folders = Array.from({ length: nodes }, faultFolder)

  for (const [i, folder] of folders.entries()) {
    if (i > 0) fs.copyFileSync(path.join(folders[0]!, 'key'), path.join(folder, 'key'))
    const port = await freePort()
    const start = () => spawnPart('node', folder, String(port), store, deaf ? 'deaf' : careless ? 'careless' : skipping ? 'skipping' : '')
    const node = { port, child: start(), ends: 0, took: null as TakenOver | null }
    const hear = (said: { readonly took?: TakenOver }) => void (node.took = said.took ?? node.took)
    const watch = () => void node.child.on('message', hear).once('exit', () => {
      node.ends++
      if (!stopped) void wait(restartAfter).then(() => !stopped && (node.child = start(), watch()))
    })
    watch()
    await heard(node.child)
    all.push(node)
  }
  const lease = async () => (await sql<Part[]>`select split_part(address, ':', 3)::int as port, term::int as term from lease`)[0]!
  const decides = async () => (await sql<Part[]>`select split_part(address, ':', 3)::int as port, term::int as term from board_writer where board = 'first' and since <= now()`)[0] ?? { port: 0, term: 0 }
  const seen = ({ port, term }: Part): Holder => ({ at: all.findIndex(one => one.port === port), term })

  const [history] = await sql<{ epoch: string, seq: number }[]>`select value as epoch, (select max(seq) from log where board = 'first')::int as seq from meta where board = 'first' and key = 'epoch'`
  for (const one of all) leftovers.push(() => one.child.kill('SIGKILL'))

  return {
    sql,
    epoch: history?.epoch ?? '',
    begins: history?.seq ?? 0,
    ports: all.map(({ port }) => port),
    folders,
    origin: (i: number) => `http://127.0.0.1:${all[i % nodes]!.port}`,
    node: (i: number) => all[i]!,
    /** The index of the server that has the lease, and its term. */
    writer: async () => seen(await lease()),
    /** The index of the server that decides the commands of the first board, and its term there; -1 while nobody does. */
    decider: async () => seen(await decides()),
    /** Waits until another server than this writer or decider, which was lost at `began`, has taken its part and has accepted a command; null if nobody has for long. */
    async takenOver(before: Holder, began: number, cookie: string, part: 'writer' | 'decider' = 'writer'): Promise<Takeover | null> {
      const since = () => Math.round(performance.now() - began)
      while (since() < 30_000) {
        const { at, term } = await this[part]()
        if (at >= 0 && (term > before.term || at !== before.at)) {
          const noticed = since()
          if (!(await this.placed(at, cookie, randomUUID()))?.ok) return null
          const { rows = 0, boards = 0, lost = '' } = all[at]!.took ?? {}
          return { at, noticed, rows, boards, answered: since(), lost }
        }
        await wait(10)
      }
      return null
    },
    /** Waits until a server answers, for two minutes at most. */
    async served(i: number): Promise<void> {
      const until = performance.now() + 120_000
      while (performance.now() < until && !await fetch(`http://127.0.0.1:${all[i]!.port}/health`, { signal: AbortSignal.timeout(5000) }).then(answer => answer.ok, () => false)) await wait(50)
    },
    /** Gives one command at a server, as a planner; null if it did not answer. */
    place: (i: number, cookie: string, id: string): Promise<Answer | null> => fetch(`http://127.0.0.1:${all[i]!.port}/api/i/first/commands`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ id, name: 'addPlace', args: { place: id, name: id, kind: 'school', township: 'north', lng: -20, lat: 64.5 } }),
    }).then(async answer => await answer.json() as Answer, () => null),
    /** Gives it until it is accepted, as devices do. */
    async placed(i: number, cookie: string, id: string): Promise<Answer | null> {
      for (let left = 100; ; left--) {
        const answer = await this.place(i, cookie, id)
        if (answer?.ok || left === 0) return answer
        await wait(50)
      }
    },
    async people(wanted: Wanted): Promise<Crowd> {
      const { child } = all[(await this.writer()).at]!
      child.send(wanted)
      const made = await heard<Crowd>(child)
      // No answer of the server waits for what its own process does.
      while (((await sql<{ n: number }[]>`select count(*)::int as n from copied_row where name = 'session'`)[0]?.n ?? 0) < wanted.people + 3) await wait(20)
      return made
    },
    /** The ids of the log in their order. */
    log: async () => sql<{ seq: number, id: string, name: string }[]>`select seq::int as seq, id, name from log where board = 'first' order by seq`,
    async close(): Promise<void> {
      stopped = true
      for (const { child } of all) {
        child.kill('SIGCONT')
        child.kill('SIGKILL')
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      }
      await sql.end()
      await server.stop()
    },
  }
}

/** The slowest of them, for the line of a fault. */
export const slowestOf = (all: readonly Takeover[]): object => {
  const { at: _at, ...parts } = all.toSorted((a, b) => b.answered - a.answered)[0] ?? { at: -1, answered: Infinity }
  return parts
}

export type Nodes = Awaited<ReturnType<typeof severalNodes>>
