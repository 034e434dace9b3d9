import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import path from 'node:path'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { stockId } from '../../shared/supplies/ledger.ts'

/** Kinds that grow with an incident. */
const growing: ReadonlySet<Kind> = new Set(['place', 'issue', 'post', 'shift', 'inspection', 'shortage', 'stock', 'move', 'delivery', 'headcount'] as const)

/** Adds copies of the board's records under new ids; each refers to copies of its own set and is moved a little on the map. */
export async function grow(folder: string, times: number): Promise<void> {
  const opened = openDatabase(path.join(folder, 'board.db'))
  const store = sqliteStore(opened)
  const { seq, records } = await store.load()
  const all = [...records].filter(({ kind }) => growing.has(kind))
  const ids = new Set(all.map(({ value }) => value.id))
  const changes = Array.from({ length: times - 1 }, (_, i) => all.map(({ kind, value }) => ({ kind, value: copy(kind, value, ids, i + 1) }))).flat()
  for (let i = 0; i * 500 < changes.length; i++) {
    const commit: Commit = { seq: seq + i + 1, id: `grow-${i}`, name: 'importPlaces', args: null, actor: 'bench', at: 0, changes: changes.slice(i * 500, i * 500 + 500).map(({ kind, value }) => ({ kind, id: value.id, value })) }
    if (!await store.append([commit])) throw new Error('somebody else writes to this folder')
  }
  await store.close()
}

function copy(kind: Kind, record: AnyRecord, ids: ReadonlySet<string>, n: number): AnyRecord {
  const own = (value: unknown) => typeof value === 'string' && ids.has(value) ? `${value}~${n}` : value
  const made = JSON.parse(JSON.stringify(record, (_, value) => own(value))) as AnyRecord & { lng?: number, lat?: number }
  if ('lng' in made && made.lng !== undefined && made.lat !== undefined) Object.assign(made, { lng: made.lng + n * 0.0007, lat: made.lat + n * 0.0004 })
  return kind === 'stock' && 'supply' in made && 'place' in made ? { ...made, id: stockId(String(made.place), String(made.supply)) } as AnyRecord : made
}
