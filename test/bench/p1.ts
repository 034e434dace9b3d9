import type { Client } from './client.ts'
import type { Row } from './row.ts'
import { child } from './child.ts'
import { connect } from './client.ts'
import { quantile, round, say, wait } from './row.ts'
import { sized } from './size.ts'
import { tempFolder } from './world.ts'

const watchers = sized(1000, 20)
const writers = sized(20, 4)
const rate = sized(500, 50)
const seconds = sized(Number(process.env.BENCH_SECONDS ?? 30), 1)

const command = (n: number) => ({ id: `b-${n}`, name: 'addPlace', args: { place: `p-${n}`, name: `场所 ${n}`, kind: 'school', township: 't1', lng: 110.1, lat: 21.5 } })

/** Sends `rate` commands a second for a given time, evenly over the writers; answers when each was sent. */
async function offer(clients: readonly Client[], length: number, sent: Map<number, number>): Promise<number> {
  const start = performance.now()
  let n = 0
  while (performance.now() - start < length * 1000) {
    for (const due = (performance.now() - start) / 1000 * rate; n < due; n++) {
      sent.set(n, performance.now())
      clients[n % writers]?.send('command', command(n), () => {})
    }
    await wait(2)
  }
  return n
}

/** When the last of the watchers had seen each command. */
function witness() {
  const left = new Map<number, number>()
  const last = new Map<number, number>()
  return {
    last,
    saw(n: number): void {
      left.set(n, (left.get(n) ?? watchers) - 1)
      if (left.get(n) === 0) last.set(n, performance.now())
    },
  }
}

/** The numbers of the commands in a frame; those of the last text are cached, since all clients get the same. */
function numbers(): (text: string) => readonly number[] {
  let last = ''
  let found: readonly number[] = []
  return (text) => {
    if (text !== last) {
      last = text
      found = text.startsWith('42["frame"') ? [...text.matchAll(/"id":"b-(\d+)"/g)].map(([, n]) => Number(n)) : []
    }
    return found
  }
}

async function crowd(port: number, cookies: readonly string[], onText: (text: string) => void, join: boolean): Promise<Client[]> {
  const clients: Client[] = []
  for (let i = 0; i < watchers; i++) {
    clients.push(await new Promise<Client>((ready) => {
      connect({ port, cookie: cookies[i % cookies.length], onText, onReady: client => join ? client.send('resume', { epoch: 'none', seq: 0 }, () => ready(client)) : ready(client) })
    }))
  }
  return clients
}

/** How many clients one core serves: our frames against plain Socket.IO with one message a change, at the same offered load. */
export async function p1(): Promise<Row[]> {
  const ours = await child('board', tempFolder(), '0', String(writers))
  const seen = witness()
  const inFrame = numbers()
  const delivered = { count: 0 }
  const clients: Client[] = []
  for (let i = 0; i < watchers; i++) {
    clients.push(await new Promise<Client>((ready) => {
      connect({
        port: ours.port,
        cookie: ours.cookies[i % writers],
        onText(text) {
          for (const n of inFrame(text)) {
            delivered.count++
            seen.saw(n)
          }
        },
        onReady: client => client.send('resume', { epoch: ours.epoch, seq: ours.seq }, () => ready(client)),
      })
    }))
  }
  const sent = new Map<number, number>()
  const before = await ours.usage()
  say(`P1: ${watchers} watchers, ${rate} commits/s for ${seconds} s`)
  const changes = await offer(clients, seconds, sent)
  for (let i = 0; i < 100 && delivered.count < changes * watchers; i++) await wait(100)
  const after = await ours.usage()
  const delays = [...seen.last].map(([n, at]) => at - (sent.get(n) ?? at))
  const ourCost = (after.cpu - before.cpu) / delivered.count
  const complete = seen.last.size === changes
  for (const client of clients) client.close()
  await ours.kill()

  const plain = await child('plain')
  const theirs = { count: 0 }
  const others = await crowd(plain.port, [''], (text) => {
    if (text.startsWith('42["change"')) theirs.count++
  }, false)
  const start = await plain.usage()
  const short = Math.min(seconds, 4)
  const offered = await offer(others, short, new Map())
  for (let i = 0; i < 400 && theirs.count < offered * watchers; i++) await wait(100)
  const end = await plain.usage()
  const theirCost = (end.cpu - start.cpu) / theirs.count
  for (const client of others) client.close()
  await plain.kill()

  const p99 = quantile(delays, 0.99)
  return [
    { row: 'P1 tap to last screen', goal: 'all delivered, p99 ≤ 200 ms', figure: round(p99), opponent: null, ratio: null, ok: complete && p99 <= 200, unit: 'ms', details: `${changes} commits, ${delivered.count} of ${changes * watchers} deliveries` },
    { row: 'P1 CPU', goal: '≤ 1/20 of plain Socket.IO', figure: round(ourCost), opponent: round(theirCost), ratio: round(ourCost / theirCost), ok: ourCost / theirCost <= 0.05, unit: 'µs per change and watcher', details: `plain: ${theirs.count} of ${offered * watchers} deliveries, ${short} s offered` },
  ]
}
