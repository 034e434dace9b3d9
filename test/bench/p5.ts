import type { Row } from './row.ts'
import path from 'node:path'
import { Authority } from '../../server/board/authority.ts'
import { snapshots } from '../../server/board/snapshots.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { factsOf } from '../../shared/core/county.ts'
import { deviceMemory } from './device.ts'
import { boardAfter, drillDays } from './pace.ts'
import { round } from './row.ts'
import { sized } from './size.ts'
import { county, fill, tempFolder } from './world.ts'

const audiences = ['staff', 'volunteer'] as const

/** The first snapshot of 20,000 places and 5,000 issues, as sent over the wire; made once for all requests. */
export async function p5(): Promise<Row[]> {
  const folder = tempFolder()
  await fill(folder, sized(20_000, 200), sized(5000, 50))
  const store = sqliteStore(openDatabase(path.join(folder, 'board.db')))
  const packed = snapshots(await Authority.open(store, { facts: factsOf(county) }))
  const [staff, volunteer] = await Promise.all(audiences.map(async audience => (await packed(audience).body).length))
  const [first, second] = [packed('staff'), packed('staff')]
  const shared = first.body === second.body
  await store.close()
  const [short, long] = [await boardAfter(1), await boardAfter(sized(10, 2))]
  return [
    { row: 'P5 coordinator', goal: '≤ 1.5 MB', figure: round((staff ?? 0) / 1e6), opponent: null, ratio: null, ok: shared && (staff ?? 0) <= 1.5e6, unit: 'MB' },
    { row: 'P5 volunteer', goal: '≤ 100 kB', figure: round((volunteer ?? 0) / 1e3), opponent: null, ratio: null, ok: (volunteer ?? 0) <= 1e5, unit: 'kB' },
    ...await grown('snapshot', 'kB', 1e3, async (board, audience) => (await snapshots(board)(audience).body).length, short, long),
    ...await grown('device memory', 'MB', 1e6, async (board, audience) => deviceMemory(board, audience), short, long),
  ]
}

/** The cost of each audience's part of a board after ten times the drill's days, at its pace, against the drill's own days. */
function grown(what: string, unit: string, scale: number, cost: (board: Authority, audience: string) => Promise<number>, short: Authority, long: Authority): Promise<Row[]> {
  return Promise.all(audiences.map(async (audience): Promise<Row> => {
    const [before, after] = [await cost(short, audience), await cost(long, audience)]
    return { row: `P5 ${audience} ${what} after ${drillDays * 10} days`, goal: `≤ 1.1 × after ${drillDays} days`, figure: round(after / scale), opponent: round(before / scale), ratio: round(after / before), ok: after <= before * 1.1, unit }
  }))
}
