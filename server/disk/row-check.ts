import type SQLite from 'better-sqlite3'
import type { Change } from '../../shared/core/board.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { fitsSum } from '../database/row-sum.ts'

/** Throws `CannotStart` unless each row of the log fits its checksum and each record fits the log. Rows from before checksums were stored are accepted. */
export function checkRows(raw: SQLite.Database, file: string): void {
  const summed = (raw.pragma('table_info(log)') as { name: string }[]).some(({ name }) => name === 'sum')
  if (!summed) return
  const changed: string[] = []
  for (const row of raw.prepare('select * from log where sum is not null').iterate() as IterableIterator<Parameters<typeof fitsSum>[0]>) {
    if (!fitsSum(row)) changed.push(`log ${row.seq}`)
  }
  const [first, last, count] = raw.prepare('select min(seq), max(seq), count(*) from log').raw().get() as [number, number, number]
  if (count && (first !== 1 || last !== count)) changed.push(`log 1 to ${last} has ${count} rows`)
  if (!changed.length) changed.push(...strayRecords(raw))
  if (changed.length) throw new CannotStart('damaged', file, `${changed.slice(0, 5).join(', ')}${changed.length > 5 ? ' …' : ''}`)
}

/** The records that differ from what the last commit that changed them has written. */
function* strayRecords(raw: SQLite.Database): Generator<string> {
  const changesOf = raw.prepare('select changes from log where seq = ? and sum is not null').pluck()
  const records = raw.prepare('select r.kind, r.id, r.value, t.seq from record r join (select kind, id, max(seq) seq from touch group by kind, id) t on t.kind = r.kind and t.id = r.id order by t.seq')
  let [at, made] = [0, new Map<string, string>()]
  for (const { kind, id, value, seq } of records.iterate() as IterableIterator<{ kind: string, id: string, value: string, seq: number }>) {
    if (seq !== at) {
      const changes = JSON.parse(changesOf.get(seq) as string | undefined ?? '[]') as Change[]
      made = new Map(changes.map(change => [`${change.kind}/${change.id}`, JSON.stringify(change.value)]))
      at = seq
    }
    if (made.size && made.get(`${kind}/${id}`) !== value) yield `log ${seq} (${kind}/${id})`
  }
}
