import type { AnyRecord, Records } from '../records.ts'
import type { Around, Choices, Holds, Value } from './field.ts'
import { fieldOf } from './fields.ts'

/** Works a saved table out. Pages, Excel files and other systems all get what this function answers. */

type Plan = Pick<Records['table'], 'of' | 'columns' | 'filters' | 'group' | 'rows'>
type Filter = Plan['filters'][number]
export interface TableColumn { readonly field: string, /** The title that its owner gave; empty for the usual one. */ readonly title: string, readonly holds: Holds, readonly choices: Choices | null, readonly sum: boolean }
/** A group with its rows and the sums of its columns; a column without a sum has null. */
export interface TableGroup { readonly value: Value, readonly count: number, readonly rows: readonly (readonly Value[])[], readonly sums: readonly Value[] }
export interface WorkedOut {
  readonly columns: readonly TableColumn[]
  /** What the groups are named by; null for one group of all. */
  readonly by: TableColumn | null
  readonly groups: readonly TableGroup[]
  readonly sums: readonly Value[]
  /** How many records fit; `rows` are fewer if there are more than `most`. */
  readonly count: number
  readonly left: number
}

/** The most rows of a table. The sums count every record. */
export const mostRows = 5000
const day = 24 * 3_600_000

/** `records`: what this reader may see of the kind, and nothing else. Fields that an older version knew and this one does not are left out. */
export function workOut(plan: Plan, records: Iterable<AnyRecord>, around: Around, most = mostRows): WorkedOut {
  const read = (key: string) => fieldOf(plan.of, key)?.of as ((record: AnyRecord, around: Around) => Value) | undefined
  const column = (key: string, title: string, sum: boolean): TableColumn[] => {
    const field = fieldOf(plan.of, key)
    return field ? [{ field: key, title, holds: field.holds, choices: field.choices ?? null, sum: sum && field.holds === 'number' }] : []
  }
  const columns = plan.columns.flatMap(({ field, title, sum }) => column(field, title, sum))
  const [by = null] = plan.group === null ? [] : column(plan.group, '', false)
  const readers = columns.map(({ field }) => read(field))
  // With a figure too small for this reader a sum is not known: what is left would tell too little as if it were all.
  const unknown = columns.map(({ field }) => fieldOf(plan.of, field)?.few ? Number.NaN : 0)
  const reads = by ? read(by.field) : undefined
  const tests = plan.filters.map(filter => ({ filter, of: read(filter.field), holds: fieldOf(plan.of, filter.field)?.holds }))

  const groups = new Map<Value, { rows: Value[][], count: number, sums: number[] }>()
  let [count, kept] = [0, 0]
  for (const record of records) {
    if (!tests.every(({ filter, of, holds }) => of === undefined || fits(filter, holds, of(record, around), around))) continue
    count++
    const value = reads?.(record, around) ?? null
    const group = groups.get(value) ?? { rows: [], count: 0, sums: columns.map(() => 0) }
    groups.set(value, group)
    group.count++
    const row = readers.map(of => of?.(record, around) ?? null)
    row.forEach((cell, i) => group.sums[i] = (group.sums[i] ?? 0) + (typeof cell === 'number' ? cell : unknown[i] ?? 0))
    if (!plan.rows || kept >= most) continue
    group.rows.push(row)
    kept++
  }
  const summed = (sums: readonly number[]) => columns.map(({ sum }, i) => sum && !Number.isNaN(sums[i]) ? sums[i] ?? 0 : null)
  const all = [...groups]
  return {
    columns,
    by,
    groups: all.map(([value, one]) => ({ value, count: one.count, rows: one.rows, sums: summed(one.sums) })),
    sums: summed(columns.map((_, i) => all.reduce((sum, [, one]) => sum + (one.sums[i] ?? 0), 0))),
    count,
    left: plan.rows ? count - kept : 0,
  }
}

function fits({ among, has, least, most, when }: Filter, holds: Holds | undefined, value: Value, around: Around): boolean {
  if (holds === 'choice') return !among.length || among.includes(String(value ?? 'none'))
  if (holds === 'text') return !has || String(value ?? '').includes(has)
  if (holds !== 'time') return (least === null || (value !== null && Number(value) >= least)) && (most === null || (value !== null && Number(value) <= most))
  return when === null || (typeof value === 'number' && lies(value, when, around))
}

function lies(value: number, when: NonNullable<Filter['when']>, { at, from }: Around): boolean {
  const spans = { today: [from, at], past: [-Infinity, at], pastDay: [at - day, at], pastWeek: [at - 7 * day, at], ahead: [at, Infinity], aheadDay: [at, at + day], aheadWeek: [at, at + 7 * day] } as const
  const [after, until] = spans[when]
  return value > after && value <= until
}
