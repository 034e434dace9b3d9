import type { Row } from './row.ts'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { child } from './child.ts'
import { round } from './row.ts'
import { sized } from './size.ts'
import { fill, tempFolder } from './world.ts'

const records = sized(100_000, 1000)

async function start(folder: string): Promise<{ ms: number, rss: number }> {
  const began = performance.now()
  const server = await child('board', folder, '0', '0')
  const answer = await fetch(`http://127.0.0.1:${server.port}/health`)
  const ms = performance.now() - began
  if (!answer.ok) throw new Error('not healthy')
  const { rss } = await server.usage()
  await server.kill()
  return { ms, rss }
}

/** Time from exec to serving with 100,000 records, and memory of a record; against bare rows in a Map. */
export async function p8(): Promise<Row[]> {
  const folder = tempFolder()
  await fill(folder, records * 0.8, records * 0.2)
  const empty = await start(tempFolder())
  const full = await start(folder)
  const each = (full.rss - empty.rss) / records

  const began = performance.now()
  const db = new SQLite(path.join(folder, 'board.db'), { readonly: true })
  const rows = new Map<string, unknown>()
  for (const row of db.prepare('select kind, id, value from record').iterate() as IterableIterator<{ kind: string, id: string, value: string }>) rows.set(`${row.kind}/${row.id}`, JSON.parse(row.value))
  const bare = performance.now() - began
  db.close()
  return [
    { row: 'P8 start', goal: 'serving in ≤ 1.5 s', figure: round(full.ms), opponent: round(bare), ratio: round(full.ms / bare), ok: full.ms <= 1500, unit: 'ms', details: `opponent: ${rows.size} rows into a Map, without a server; an empty board starts in ${round(empty.ms)} ms` },
    { row: 'P8 memory', goal: '≤ 1 kB a record', figure: round(each / 1000), opponent: null, ratio: null, ok: each <= 1000, unit: 'kB', details: 'resident memory, full board less empty board' },
  ]
}
