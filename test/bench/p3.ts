import type { Row } from './row.ts'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { Authority } from '../../server/board/authority.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { factsOf } from '../../shared/core/county.ts'
import { child } from './child.ts'
import { connect } from './client.ts'
import { median, quantile, round, wait } from './row.ts'
import { sized } from './size.ts'
import { county, place, tempFolder } from './world.ts'

const rate = sized(500, 50)
const seconds = sized(Math.min(15, Number(process.env.BENCH_SECONDS ?? 15)), 1)
const many = sized(20_000, 640)
const actor = { id: 'bench', role: 'coordinator' } as const
const command = (n: number, run = 0) => ({ id: `c-${run}-${n}`, name: 'addPlace', args: { place: `p-${run}-${n}`, name: `场所 ${n}`, kind: 'school', township: 't1', lng: 110.1, lat: 21.5 } })

/** Commands a second through the whole authority, with enough waiting for full batches. */
async function authorityRate(): Promise<number> {
  const store = sqliteStore(openDatabase(path.join(tempFolder(), 'board.db')))
  const authority = await Authority.open(store, { facts: factsOf(county) })
  const start = performance.now()
  let n = 0
  await Promise.all(Array.from({ length: 128 }, async () => {
    while (n < many) await authority.submit(command(n++), actor)
  }))
  const took = performance.now() - start
  await store.close()
  return many / took * 1000
}

/** The bare loop: the same rows, the same 64 a transaction, the same fsync, and nothing else. */
function bareRate(): number {
  const db = new SQLite(path.join(tempFolder(), 'bare.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table log (seq integer primary key, id text unique, name text, actor text, at integer, args text, changes text); create table record (kind text, id text, value text, primary key (kind, id)); create table touch (kind text, id text, seq integer, primary key (kind, id, seq))')
  const made = place(0)
  const log = db.prepare('insert into log values (?, ?, ?, ?, ?, ?, ?)')
  const record = db.prepare('insert into record values (?, ?, ?) on conflict do update set value = excluded.value')
  const touch = db.prepare('insert into touch values (?, ?, ?)')
  const write = db.transaction((from: number) => {
    for (let n = from; n < from + 64; n++) {
      const { id, name, args } = command(n)
      const { place: placed, ...set } = args
      const value = JSON.stringify({ ...made, ...set, id: placed, source: 'map' })
      log.run(n, id, name, actor.id, Date.now(), JSON.stringify(args), `[{"kind":"place","id":"${placed}","value":${value}}]`)
      record.run('place', placed, value)
      touch.run('place', placed, n)
    }
  })
  const start = performance.now()
  let n = 0
  for (; n < many; n += 64) write.immediate(n)
  const took = performance.now() - start
  db.close()
  return n / took * 1000
}

/** Time to a durable answer through a real socket at 500 a second, and throughput of the whole against bare SQLite. */
export async function p3(): Promise<Row[]> {
  const server = await child('board', tempFolder(), '0', '10')
  const clients = await Promise.all(server.cookies.map(cookie => new Promise<ReturnType<typeof connect>>(ready => connect({ port: server.port, cookie, onText: () => {}, onReady: ready }))))
  const delays: number[] = []
  const start = performance.now()
  let n = 0
  while (performance.now() - start < seconds * 1000) {
    for (const due = (performance.now() - start) / 1000 * rate; n < due; n++) {
      const at = performance.now()
      clients[n % clients.length]?.send('command', command(n, 9), text => text.includes('"ok":true') && delays.push(performance.now() - at))
    }
    await wait(1)
  }
  for (let i = 0; i < 50 && delays.length < n; i++) await wait(100)
  for (const client of clients) client.close()
  await server.kill()

  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < 3; i++) pairs.push([await authorityRate(), bareRate()])
  const [ours, bare] = [median(pairs.map(pair => pair[0])), median(pairs.map(pair => pair[1]))]
  const ratio = median(pairs.map(([a, b]) => a / b))
  const p99 = quantile(delays, 0.99)
  return [
    { row: 'P3 ack', goal: 'p99 ≤ 50 ms at 500/s', figure: round(p99), opponent: null, ratio: null, ok: delays.length === n && p99 <= 50, unit: 'ms', details: `${delays.length} of ${n} acknowledged, median ${round(median(delays))} ms` },
    { row: 'P3 rate', goal: '≥ 0.8 of bare better-sqlite3', figure: round(ours), opponent: round(bare), ratio: round(ratio), ok: ratio >= 0.8, unit: 'commands/s' },
  ]
}
