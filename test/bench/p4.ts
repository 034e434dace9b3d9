import type { Client } from './client.ts'
import type { Row } from './row.ts'
import { child } from './child.ts'
import { connect } from './client.ts'
import { round, say, wait } from './row.ts'
import { sized } from './size.ts'
import { fill, tempFolder } from './world.ts'

const people = sized(1000, 20)
/** How long (ms) the server stays away. */
const down = sized(1500, 100)
/** Waits as a device does before it reconnects, in ms: doubled from 500 up to 30,000, half of it random. */
const later = (attempt: number) => Math.min(sized(30_000, 300), sized(500, 50) * 2 ** attempt) * (0.5 + Math.random() / 2)

interface Fleet { readonly port: number, readonly cookies: readonly string[], readonly arrived: (client: Client, done: () => void) => void }

/** Keeps a thousand clients connected, even through a restart of the server; tells when all have arrived. */
function fleet({ port, cookies, arrived }: Fleet) {
  let here = 0
  let ended = false
  let told: (() => void) | null = null
  const clients = new Set<Client>()
  function go(i: number, attempt: number): void {
    if (ended) return
    let in_ = false
    const client = connect({
      port,
      cookie: cookies[i % cookies.length],
      onText: () => {},
      onReady: ready => arrived(ready, () => {
        in_ = true
        if (++here === people) told?.()
      }),
      onGone() {
        clients.delete(client)
        if (in_) here--
        setTimeout(() => go(i, in_ ? 0 : attempt + 1), later(in_ ? 0 : attempt))
      },
    })
    clients.add(client)
  }
  for (let i = 0; i < people; i++) setTimeout(go, i * 2, i, 0)
  return {
    all: () => here === people ? Promise.resolve() : new Promise<void>(done => told = done),
    end(): void {
      ended = true
      for (const client of clients) client.close()
    },
  }
}

/** The server dies and restarts with 25,000 records: time until all thousand clients are consistent, against merely connected. */
export async function p4(): Promise<Row[]> {
  const folder = tempFolder()
  await fill(folder, sized(20_000, 200), sized(5000, 50))
  const first = await child('board', folder, '0', '50')
  let snapshots = 0
  const state = { epoch: first.epoch, seq: first.seq }
  const ours = fleet({
    port: first.port,
    cookies: first.cookies,
    async arrived(client, done) {
      client.send('resume', state, async (text) => {
        if (text.includes('"resync"')) {
          snapshots++
          await (await fetch(`http://127.0.0.1:${first.port}/api/i/first/board`, { headers: { cookie: first.cookies[0] ?? '' } })).arrayBuffer()
        }
        done()
      })
    },
  })
  await ours.all()
  say('P4: all on the line; the server is killed')
  await first.kill()
  await wait(down)
  const began = performance.now()
  // Devices keep their sessions, so nobody signs in anew.
  const second = await child('board', folder, String(first.port))
  const started = performance.now() - began
  await ours.all()
  const took = performance.now() - began
  const { cpu } = await second.usage()
  ours.end()
  await second.kill()

  const plain = await child('plain')
  const bare = fleet({ port: plain.port, cookies: [''], arrived: (_, done) => done() })
  await bare.all()
  await plain.kill()
  await wait(down)
  const start = performance.now()
  const again = await child('plain', '', String(plain.port))
  const bareStarted = performance.now() - start
  await bare.all()
  const bareTook = performance.now() - start
  const { cpu: bareCpu } = await again.usage()
  bare.end()
  await again.kill()
  return [{ row: 'P4', goal: '≤ 1.15 × the time of bare connections', figure: round(took), opponent: round(bareTook), ratio: round(took / bareTook), ok: took / bareTook <= 1.15, unit: 'ms', details: `${snapshots} whole boards fetched; started after ${round(started)} ms (bare ${round(bareStarted)}), processor time ${round(cpu / 1000)} ms (bare ${round(bareCpu / 1000)})` }]
}
