import type { Client } from './client.ts'
import type { Row } from './row.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { freePort } from '../support/free-port.ts'
import { testPostgres } from '../support/postgres.ts'
import { child } from './child.ts'
import { connect } from './client.ts'
import { ownRedis } from './redis.ts'
import { quantile, round, say, wait } from './row.ts'
import { sized } from './size.ts'
import { tempFolder } from './world.ts'

/** How much is measured: `BENCH_WATCHERS`, `BENCH_SECONDS` a step, and at most `BENCH_RATE` commits a second. */
const asked = (name: string, full: number, tiny: number) => Number(process.env[`BENCH_${name}`] || sized(full, tiny))
const watchers = asked('WATCHERS', 5000, 20)
const seconds = asked('SECONDS', 10, 1)
const most = asked('RATE', 3200, 20)
const writers = sized(24, 4)
/** One person may have 64 pages at a server. */
const people = Math.max(writers, Math.ceil(watchers / 40))
/** Each step is twice the one before. */
const first = sized(5, 10)
/** ms. */
const goal = 1000

type Child = Awaited<ReturnType<typeof child>>
interface Contestant { readonly name: string, readonly nodes: readonly Child[], readonly change: (n: number) => object, readonly numbers: (text: string) => readonly number[], readonly resumes: boolean }
/** The highest rate that was in time; of the last step, which may be the first too late, its rate, its p99, and what it cost in all processes: processor time in microseconds, bytes of memory. */
export interface Reached { readonly rate: number, readonly tried: number, readonly p99: number, readonly cpu: number, readonly delivered: number, readonly commits: number, readonly perWatcher: number, readonly idle: number }

const command = (n: number) => ({ id: `b-${n}`, name: 'addPlace', args: { place: `p-${n}`, name: `场所 ${n}`, kind: 'school', township: 't1', lng: 110.1, lat: 21.5 } })

/** The numbers in a message of this event; those of the last text are cached, since all clients get the same. */
function numbersIn(event: string): (text: string) => readonly number[] {
  let last = ''
  let found: readonly number[] = []
  return (text) => {
    if (text !== last) [last, found] = [text, text.startsWith(`42["${event}"`) ? [...text.matchAll(/"id":"b-(\d+)"/g)].map(([, n]) => Number(n)) : []]
    return found
  }
}

const usage = async (nodes: readonly Child[]) => (await Promise.all(nodes.map(one => one.usage()))).reduce((sum, one) => ({ cpu: sum.cpu + one.cpu, rss: sum.rss + one.rss }))

/** Watchers and writers over all nodes; the rate is doubled until the last watcher sees a change too late, or not at all. */
async function highest({ name, nodes, change, numbers, resumes }: Contestant): Promise<Reached> {
  const left = new Map<number, number>()
  const sent = new Map<number, number>()
  const delays: number[] = []
  let delivered = 0
  const saw = (n: number) => {
    delivered++
    const waiting = (left.get(n) ?? watchers) - 1
    left.set(n, waiting)
    if (waiting === 0) delays.push(performance.now() - (sent.get(n) ?? 0))
  }
  const come = (i: number, onText: (text: string) => void) => new Promise<Client>((ready) => {
    const { port, cookies, epoch, seq } = nodes[i % nodes.length]!
    connect({ port, cookie: cookies[i % Math.max(1, cookies.length)], onText, onReady: client => resumes ? client.send('resume', { epoch, seq }, () => ready(client)) : ready(client) })
  })
  const before = await usage(nodes)
  const clients: Client[] = []
  for (let i = 0; i < watchers; i += 50) clients.push(...await Promise.all(Array.from({ length: Math.min(50, watchers - i) }, (_, n) => come(i + n, text => numbers(text).forEach(saw)))))
  const givers = clients.slice(0, writers)
  const full = await usage(nodes)
  await wait(sized(3000, 200))
  const rested = await usage(nodes)
  let n = 0
  let reached: Reached = { rate: 0, tried: 0, p99: Infinity, cpu: 0, delivered: 0, commits: 0, perWatcher: (full.rss - before.rss) / watchers, idle: (rested.cpu - full.cpu) / sized(3, 0.2) / nodes.length }
  for (let rate = first; rate <= most; rate *= 2) {
    const [from, had, start] = [await usage(nodes), delivered, performance.now()]
    const begun = n
    delays.length = 0
    while (performance.now() - start < seconds * 1000) {
      for (const due = begun + (performance.now() - start) / 1000 * rate; n < due; n++) {
        sent.set(n, performance.now())
        givers[n % givers.length]!.send('command', change(n), () => {})
      }
      await wait(2)
    }
    const wanted = had + (n - begun) * watchers
    const complete = () => delivered >= wanted
    for (let i = 0; i < 100 && !complete(); i++) await wait(100)
    const to = await usage(nodes)
    const p99 = quantile(delays, 0.99)
    say(`P2C ${name}: ${rate}/s, p99 ${Math.round(p99)} ms, ${delivered - had} of ${wanted - had} deliveries`)
    const inTime = complete() && p99 <= goal
    reached = { ...reached, rate: inTime ? rate : reached.rate, tried: rate, p99, cpu: to.cpu - from.cpu, delivered: delivered - had, commits: n - begun }
    if (!inTime) break
  }
  for (const client of clients) client.close()
  for (const node of nodes) await node.kill()
  return reached
}

/** The nodes of one deployment on a PostgreSQL of its own: the first writes. */
async function deployment(count: number): Promise<{ readonly nodes: readonly Child[], readonly stop: () => Promise<void> }> {
  const postgres = await testPostgres()
  const store = await postgres.database()
  const folders = Array.from({ length: count }, tempFolder)
  const nodes: Child[] = []
  for (const folder of folders) {
    if (nodes.length) fs.copyFileSync(path.join(folders[0]!, 'key'), path.join(folder, 'key'))
    nodes.push(await child('board', folder, String(await freePort()), nodes.length ? '0' : String(people), store))
  }
  const [{ cookies, epoch, seq }] = nodes as [Child]
  return { nodes: nodes.map(node => ({ ...node, cookies, epoch, seq })), stop: postgres.stop }
}

const ofOurs = (name: string, nodes: readonly Child[]): Contestant => ({ name, nodes, change: command, numbers: numbersIn('frame'), resumes: true })

/** The highest rate of changes that thousands of watchers see within a second: three nodes, one on SQLite, and Socket.IO's adapter for Redis with a message a change. */
export async function p2c(): Promise<Row[]> {
  const { nodes, stop } = await deployment(3)
  const three = await highest(ofOurs('three nodes', nodes))
  await stop()
  const one = await highest(ofOurs('one node', [await child('board', tempFolder(), '0', String(people))]))
  const redis = await ownRedis()
  const theirs = redis && await highest({ name: 'Redis adapter', nodes: await Promise.all([1, 2, 3].map(() => child('redis', redis.url))), change: command, numbers: numbersIn('change'), resumes: false })
  await redis?.stop()
  const costs = (of: Reached) => ({ cpu_us_a_delivery: round(of.cpu / of.delivered), cpu_us_a_commit: round(of.cpu / of.commits), kB_a_watcher: round(of.perWatcher / 1000), idle_us_a_second_and_watcher: round(of.idle * (of === one ? 1 : 3) / watchers) })
  const at = `${watchers} watchers, ${seconds} s a step, load ${fs.readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`
  const row = (name: string, of: Reached): Row => ({ row: `P2C ${name}`, goal: 'the highest rate with p99 ≤ 1 s; 20 × the opponent', figure: of.rate, opponent: theirs?.rate ?? null, ratio: theirs?.rate ? round(of.rate / theirs.rate) : null, ok: of.rate > 0 && of.rate >= 20 * (theirs?.rate ?? 0), unit: 'commits a second', details: `${at}; opponent: ${theirs ? `Redis adapter, p99 ${round(theirs.p99)} ms at ${theirs.tried}/s` : 'not here'}; p99 ${round(of.p99)} ms at ${of.tried}/s; ${JSON.stringify(costs(of))}` })
  return [row('three nodes', three), row('one node on SQLite', one)]
}
