import type { Row } from './row.ts'
import path from 'node:path'
import { Authority } from '../../server/board/authority.ts'
import { snapshots } from '../../server/board/snapshots.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { factsOf } from '../../shared/core/county.ts'
import { boardAfter, drillDays } from './pace.ts'
import { round } from './row.ts'
import { sized } from './size.ts'
import { county, fill, tempFolder } from './world.ts'

const audiences = ['staff', 'volunteer'] as const

/** The first snapshot of 20,000 places and 5,000 issues, as it goes over the wire; made once for all who ask. */
export async function p5(): Promise<Row[]> {
  const folder = tempFolder()
  await fill(folder, sized(20_000, 200), sized(5000, 50))
  const store = sqliteStore(openDatabase(path.join(folder, 'board.db')))
  const packed = snapshots(await Authority.open(store, { facts: factsOf(county) }))
  const [staff, volunteer] = await Promise.all(audiences.map(async audience => (await packed(audience).body).length))
  const [first, second] = [packed('staff'), packed('staff')]
  const shared = first.body === second.body
  await store.close()
  const [short, long] = await Promise.all([1, sized(10, 2)].map(sizesAfter))
  return [
    { row: 'P5 coordinator', goal: '≤ 1.5 MB', figure: round((staff ?? 0) / 1e6), opponent: null, ratio: null, ok: shared && (staff ?? 0) <= 1.5e6, unit: 'MB' },
    { row: 'P5 volunteer', goal: '≤ 100 kB', figure: round((volunteer ?? 0) / 1e3), opponent: null, ratio: null, ok: (volunteer ?? 0) <= 1e5, unit: 'kB' },
    ...audiences.map((audience, i): Row => {
      const ratio = (long?.[i] ?? 0) / (short?.[i] ?? 1)
      return { row: `P5 ${audience} after ${drillDays * 10} days`, goal: `≤ 1.1 × after ${drillDays} days`, figure: round((long?.[i] ?? 0) / 1e3), opponent: round((short?.[i] ?? 0) / 1e3), ratio: round(ratio), ok: ratio <= 1.1, unit: 'kB' }
    }),
  ]
}

/** The first snapshot on the wire, in bytes, after so many times the days of the drill at its pace. */
async function sizesAfter(times: number): Promise<number[]> {
  const packed = snapshots(await boardAfter(times))
  return Promise.all(audiences.map(async audience => (await packed(audience).body).length))
}
