import type SQLite from 'better-sqlite3'
import { createHash, createHmac } from 'node:crypto'

/** A log that is witnessed: its table, the column that numbers its rows, and the columns that never change. `since`: the upgrade that added this column was the last to change rows. */
export interface Witnessed { readonly table: string, readonly id: string, readonly columns: readonly string[], readonly since?: string }

/** The logs of a board: what was done, who read names and keys, and who opened the register of people who need care. */
export const witnessed = {
  log: { table: 'log', id: 'seq', columns: ['seq', 'id', 'name', 'actor', 'at', 'args', 'changes'], since: 'sum' },
  readings: { table: 'reading', id: 'id', columns: ['id', 'reader', 'act', 'people', 'at'] },
  // Without the reason in words, which a destruction removes.
  care: { table: 'care_access', id: 'id', columns: ['id', 'who', 'act', 'person', 'people', 'reason', 'at', 'sum'] },
} as const satisfies Record<string, Witnessed>

/** False for the table of an earlier version that an upgrade is still to change: its marks would not hold after that. */
export function lasting(raw: SQLite.Database, { table, columns, since }: Witnessed): boolean {
  const there = new Set((raw.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name))
  return [...columns, ...since ? [since] : []].every(one => there.has(one))
}

/** The keyed sum of everything up to and with the row `id`. */
export interface Mark { readonly id: number, readonly mac: string }

/** What is known of a log: a mark after each full block, and after the last row that was witnessed. */
export interface Head { readonly marks: readonly Mark[], readonly last: Mark }

export const nothing: Head = { marks: [], last: { id: 0, mac: '' } }

/** How many rows are in a block: a mark can be made or checked by reading at most this many. */
export const blockRows = 1000

/** A log differs from a mark: something was changed, removed or put in after the row `after` and up to `upTo`. */
export interface Broken { readonly after: number, readonly upTo: number }

const macOf = (key: Uint8Array, before: string, rows: string) => createHmac('sha256', key).update(`${before} ${rows}`).digest('base64url')
/** Each value with its length, so that no two rows give the same text. */
const textOf = (row: readonly unknown[]) => row.map(value => value === null ? '-' : `${String(value).length}:${String(value)}`).join('')

/**
 * Reads a log in blocks after `from`, and gives after each block the mark at its last row, whether the block is full, and the
 * ids among `wanted` whose marks fit or do not. The sum of a block is bound to that of the block before it, so a mark holds
 * for every earlier row.
 */
export function* blocks(raw: SQLite.Database, { table, id, columns }: Witnessed, key: Uint8Array, from: Mark, wanted: ReadonlyMap<number, ReadonlySet<string>>) {
  const read = raw.prepare(`select ${columns.map(one => `"${one}"`).join(', ')} from "${table}" where "${id}" > ? order by "${id}" limit ${blockRows}`).raw()
  for (let before = from; ;) {
    const rows = read.all(before.id) as [number, ...unknown[]][]
    const sum = createHash('sha256')
    const wrong: number[] = []
    const met: number[] = []
    for (const row of rows) {
      sum.update(textOf(row))
      const asked = wanted.get(row[0])
      if (!asked) continue
      const mac = macOf(key, before.mac, sum.copy().digest('base64url'))
      met.push(row[0])
      if ([...asked].some(one => one !== mac)) wrong.push(row[0])
    }
    const full = rows.length === blockRows
    const last = rows.at(-1)
    const mark: Mark = last ? { id: last[0], mac: macOf(key, before.mac, sum.digest('base64url')) } : before
    yield { before, mark, full, rows: rows.length, met, wrong }
    if (!full) return
    before = mark
  }
}

/** Extends what is known by the rows written since. Reads one block at a time and lets other work run in between. Answers what is broken instead, and then knows no more than before. */
export async function extended(raw: SQLite.Database, log: Witnessed, key: Uint8Array, known: Head, rest: () => Promise<void> = async () => {}): Promise<Head | Broken> {
  const marks = [...known.marks]
  let from = marks.at(-1) ?? nothing.last
  let last = known.last
  // The rows between the last full block and the last mark are read again: were they changed since, the new mark would hide it.
  let expected = known.last.id > from.id ? known.last : null
  for (const { before, mark, full, met, wrong } of blocks(raw, log, key, from, new Map(expected ? [[expected.id, new Set([expected.mac])]] : []))) {
    if (expected && (wrong.length || !met.length)) return { after: before.id, upTo: expected.id }
    expected = null
    last = mark
    if (full) marks.push(from = mark)
    await rest()
  }
  return { marks, last }
}

/** Compares a whole log with every mark. Answers the first place where it differs, or null; and how many rows it read. */
export async function compared(raw: SQLite.Database, log: Witnessed, key: Uint8Array, marks: readonly Mark[], rest: () => Promise<void> = async () => {}): Promise<{ readonly broken: Broken | null, readonly rows: number }> {
  const wanted = new Map<number, Set<string>>()
  for (const { id, mac } of marks) {
    if (id > 0) wanted.set(id, (wanted.get(id) ?? new Set()).add(mac))
  }
  let [rows, sound] = [0, 0]
  const open = new Set(wanted.keys())
  for (const block of blocks(raw, log, key, nothing.last, wanted)) {
    rows += block.rows
    for (const id of block.met) open.delete(id)
    const passed = [...open].filter(id => id <= block.mark.id && id > sound)
    const first = Math.min(...block.wrong, ...passed)
    if (Number.isFinite(first)) return { broken: { after: Math.max(sound, ...block.met.filter(id => id < first)), upTo: first }, rows }
    sound = Math.max(sound, ...block.met)
    await rest()
  }
  return { broken: open.size ? { after: sound, upTo: Math.max(...open) } : null, rows }
}
