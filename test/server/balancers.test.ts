import type { IncomingMessage } from 'node:http'
import type { LinkState } from '../../client/sync/link.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Snapshot } from '../../shared/core/protocol.ts'
import type { Balancer } from '../support/balancer.ts'
import type { TestPostgres } from '../support/postgres.ts'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import https from 'node:https'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import { loadCounty } from '../../server/counties.ts'
import { factsOf } from '../../shared/core/county.ts'
import * as rules from '../../shared/core/decide.ts'
import { builtBoard } from '../fault/built-board.ts'
import { has, startBalancer } from '../support/balancer.ts'
import { freePort } from '../support/free-port.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { shelf } from '../support/shelf.ts'
import { tempFolder } from '../support/temp.ts'

const home = 'https://board.example'
const ours = { host: 'board.example', origin: home }
const balancers = ['haproxy', 'nginx'] as const
const missing = balancers.filter(program => !hasPostgres || !has('openssl') || !has(program))
if (missing.length) console.warn(`Left out: starting the examples for ${missing.join(' and ')}, since these programs, openssl or PostgreSQL are not installed.`)

let server: TestPostgres
beforeAll(async () => {
  if (missing.length < balancers.length) server = await testPostgres()
})
afterAll(async () => server?.stop())

/** Two servers: the first, in a process of its own, writes; `full` fills the disk of the second. With people, each with a cookie. */
async function twoServers() {
  const folder = await loadCounty('bruma')
  const [data, store, first, second] = [tempFolder(), await server.database(), await freePort(), String(await freePort())]
  const settings = (port: string) => ({ PORT: port, STORE: store, NODE_URL: `http://127.0.0.1:${port}`, PUBLIC_URL: home, TRUST_PROXY: '1' })
  const one = builtBoard(data, undefined, { ...settings(String(first)), COUNTY: 'bruma' })
  onTestFinished(async () => void await one.kill('SIGKILL'))
  await until(() => one.said().includes('Ctrl-C'))
  const ask = (path: string, cookie: string, body: object) => fetch(`http://127.0.0.1:${first}/api${path}`, { method: 'POST', body: JSON.stringify(body), headers: { cookie, 'origin': home, 'content-type': 'application/json' } })
  const signedIn = async (token: string) => (await ask('/session', '', { token })).headers.getSetCookie().find(one => one.startsWith('__Host-'))!.split(';')[0]!
  const admin = await signedIn(/\/in#([\w-]+)/.exec(one.said())![1]!)
  const { id, token } = await (await ask('/people', admin, { name: 'Ann', role: 'coordinator' })).json() as { id: string, token: string }
  const cookie = await signedIn(token)

  const further = tempFolder()
  fs.copyFileSync(path.join(data, 'key'), path.join(further, 'key'))
  const disk = { full: false }
  const space = async () => ({ free: disk.full ? 0 : 1e12, total: 2e12 })
  await runningBoard({ data: further, port: second, settings: settings(second), folder, space, bounds: { roomEvery: 100 } })
  return { one, ports: [first, Number(second)], disk, cookie, actor: { id, role: 'coordinator' } as Actor, facts: factsOf(folder.county) }
}

/** What a browser does through a balancer: it has its own name, and takes its cookies. */
function browser(port: number, cookie: string, name: string) {
  const stuck = new Set<string>()
  const cookies = () => [cookie, ...stuck].join('; ')
  const headers = () => ({ ...ours, 'cookie': cookies(), 'user-agent': name })
  return {
    headers,
    async get<T>(path: string): Promise<{ status: number, at: string | undefined, body: T }> {
      const asking = https.get({ host: '127.0.0.1', port, path, headers: { ...headers(), 'accept-encoding': 'gzip' }, rejectUnauthorized: false, agent: false })
      const [answer] = await once(asking, 'response') as [IncomingMessage]
      const at = answer.headers['set-cookie']?.find(one => one.startsWith('yixian-server='))?.split(';')[0]
      if (at) stuck.clear()
      if (at) stuck.add(at)
      return { status: answer.statusCode ?? 0, at, body: await json(answer.headers['content-encoding'] === 'gzip' ? answer.pipe(createGunzip()) : answer) as T }
    },
  }
}

type World = Awaited<ReturnType<typeof twoServers>>

/** A page that came through the balancer: the real replica and link. */
async function pageOf({ cookie, actor, facts }: World, port: number, name: string, transport: string) {
  const one = browser(port, cookie, name)
  const states: LinkState[] = []
  const replica = new Replica({ rules, actor, facts })
  const vault = shelf()
  // As a browser, it has the balancer's cookie from the first page on.
  await one.get('/health')
  const socket = io(`https://127.0.0.1:${port}`, { forceNew: true, autoConnect: false, reconnection: false, transports: [transport], upgrade: false, auth: { incident: 'first' }, extraHeaders: one.headers(), rejectUnauthorized: false })
  const line = link({ replica, vault, socket: socket as never, snapshot: async () => (await one.get<Snapshot>('/api/i/first/board')).body, onState: state => states.push(state), onRefused: () => {}, patience: { first: 50, cap: 300, answer: 5000 } })
  onTestFinished(() => line.end())
  line.start()
  return {
    replica,
    states,
    say(): string {
      const announcement = randomUUID()
      const pending = replica.dispatch({ id: randomUUID(), name: 'announce', args: { announcement, text: 'here' } })
      void vault.keep(pending).then(() => line.flush())
      return announcement
    },
    done: () => vault.kept.size === 0,
  }
}

describe.each(balancers)('%s as in the example', (program: Balancer) => {
  it.skipIf(missing.includes(program))(`[CL5] [LP2] [CL9] live lines and polls go through ${program}, each poll to the same server; a server that is killed leaves, and every page goes on`, { timeout: 180_000 }, async () => {
    const world = await twoServers()
    const port = await startBalancer(program, world.ports)
    const visitor = (name = randomUUID()) => browser(port, world.cookie, name).get<{ ready: boolean }>('/ready')
    await expect.poll(async () => (await visitor().catch(() => ({ status: 0 }))).status, { timeout: 60_000 }).toBe(200)
    const pages = await Promise.all(['websocket', 'polling', 'websocket', 'polling', 'websocket', 'polling'].map((transport, i) => pageOf(world, port, `browser ${i}`, transport)))
    await until(() => pages.every(page => page.states.at(-1) === 'live'))
    const everywhere = async () => {
      const said = pages.map(page => page.say())
      await until(() => pages.every(page => page.done() && said.every(id => page.replica.get('announcement', id))))
    }
    await everywhere()
    for (const page of pages) expect(page.states).toEqual(['catching', 'live'])

    if (program === 'haproxy') {
      // A server that does not do all its work gets nobody new, and keeps who is there.
      const newcomers = async () => new Set(await Promise.all(Array.from({ length: 6 }, async () => (await visitor()).at)))
      await expect.poll(newcomers, { timeout: 30_000 }).toEqual(new Set(['yixian-server=one', 'yixian-server=two']))
      world.disk.full = true
      await expect.poll(newcomers, { timeout: 30_000 }).toEqual(new Set(['yixian-server=one']))
      for (const page of pages) expect(page.states).toEqual(['catching', 'live'])
      world.disk.full = false
      await expect.poll(newcomers, { timeout: 30_000 }).toEqual(new Set(['yixian-server=one', 'yixian-server=two']))
    }

    await world.one.kill('SIGKILL')
    await everywhere()
    expect(pages.some(page => page.states.includes('offline'))).toBe(true)
    await expect.poll(async () => (await visitor()).status, { timeout: 30_000 }).toBe(200)
  })
})
