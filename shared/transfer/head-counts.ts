import type { County } from '../core/county.ts'
import type { Row } from './sheet.ts'
import { plainWord } from './county-words.ts'
import { decimalOf, numberIn } from './numbers.ts'

/** How many people of each group are at a place. */
export type Heads = Readonly<Record<string, number>>
/** A column that counts the people of one group of the county. */
interface HeadColumn { readonly group: string, readonly column: number, readonly decimal: ReturnType<typeof decimalOf> }
const most = 100_000

/** The columns whose head is the name of a group, also with 人数 or 数 behind it: 老人, 老人数, Elderly. */
export function headColumns({ groups }: Pick<County, 'groups'>, head: readonly string[], rows: readonly Row[]): readonly HeadColumn[] {
  const named = new Map(groups.flatMap(one => [one.id, one.zh, one.en].map(said => [plainWord(said), one.id] as const)))
  const seen = new Set<string>()
  return head.flatMap((title, column) => {
    const word = plainWord(title)
    const group = named.get(word) ?? named.get(word.replace(/人?数$/, ''))
    if (!group || seen.has(group)) return []
    seen.add(group)
    return [{ group, column, decimal: decimalOf(rows.map(({ cells }) => cells[column] ?? '')) }]
  })
}

/** The people that a row counts, by group; an empty cell says nothing. */
export function headsIn({ cells }: Row, columns: readonly HeadColumn[]): Heads | 'bad_count' {
  const heads: Record<string, number> = {}
  for (const { group, column, decimal } of columns) {
    const text = cells[column] ?? ''
    if (!text) continue
    const count = numberIn(text, decimal)
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > most) return 'bad_count'
    heads[group] = count
  }
  return heads
}
