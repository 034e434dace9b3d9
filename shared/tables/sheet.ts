import type { County } from '../core/county.ts'
import type { Choices, Value } from './field.ts'
import type { TableWords } from './words.ts'
import type { TableColumn, WorkedOut } from './work-out.ts'

/** What a choice is called: names of the county, words of states. */
export type Naming = (choices: Choices, code: string) => string

/** What a record that others point to is called: a round by its number, the others by their name. */
export const nameOf = (record: { readonly name: string, readonly no?: number }): string => record.no === undefined ? record.name : `${record.no}${record.name && ` ${record.name}`}`

/** The names of a county in one language. `of` chooses it from both. */
export function naming(county: Pick<County, 'townships' | 'units' | 'placeKinds' | 'aspects' | 'supplies' | 'care' | 'exposure'>, words: TableWords, of: (name: { readonly zh: string, readonly en: string }) => string): Naming {
  const named = (list: readonly { readonly id: string, readonly zh: string, readonly en: string }[]) => new Map(list.map(one => [one.id, of(one)]))
  const lists: Readonly<Record<'township' | 'unit' | 'placeKind' | 'aspect' | 'supply' | 'origin' | 'careGroup', ReadonlyMap<string, string>>> = {
    township: new Map(county.townships.map(one => [one.code, of({ zh: one.name, en: one.nameEn })])),
    unit: named(county.units),
    placeKind: named(county.placeKinds),
    aspect: named(county.aspects),
    supply: named(county.supplies),
    origin: named(county.exposure.origins),
    careGroup: named(county.care.groups).set('all', words.everybody),
  }
  return (choices, code) => (choices in lists ? lists[choices as keyof typeof lists].get(code) : words.lists[choices as keyof typeof words.lists][code]) ?? code
}

export const titleOf = ({ field, title, holds }: Pick<TableColumn, 'field' | 'title' | 'holds'>, words: TableWords): string =>
  title || `${words.fields[field] ?? field}${holds === 'degrees' ? words.degrees : ''}`

/** A column of a sheet, as Excel files have it. Times are epoch ms. */
export interface SheetColumn { readonly title: string, readonly holds: 'text' | 'number' | 'time' | 'degrees' }
/** One line of a sheet. A line of sums is made bold. */
export interface SheetLine { readonly sums: boolean, readonly cells: readonly Value[] }

/** A table as a file or another system gets it. `at`: epoch ms; times in it are ms of the county's wall clock. `left`: records that fit and are not listed. */
export interface TableSheet { readonly name: string, readonly at: number, readonly drill: boolean, readonly columns: readonly SheetColumn[], readonly lines: readonly SheetLine[], readonly left: number }

/** A worked-out table as lines: the rows of each group under its name, then its sums, and the sums of all. */
export function sheetOf({ columns, by, groups, sums, count }: WorkedOut, words: TableWords, name: Naming): { readonly columns: readonly SheetColumn[], readonly lines: readonly SheetLine[] } {
  const worded = (column: TableColumn | null, value: Value): Value => column?.choices && typeof value === 'string' ? name(column.choices, value) : value
  const held = ({ holds }: TableColumn) => holds === 'choice' ? 'text' as const : holds
  const heading = by ? [{ title: titleOf(by, words), holds: 'text' as const }, { title: words.records, holds: 'number' as const }] : []
  const lead = (value: Value, records: Value): Value[] => by ? [value, records] : []
  const summed = columns.some(({ sum }) => sum)
  const lines = [...groups].map(group => ({ ...group, title: by ? String(worded(by, group.value) ?? words.none) : '' }))
  // In the reader's words, so that a list is in the order in which people look for a name.
  if (by) lines.sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1))
  return {
    columns: [...heading, ...columns.map(column => ({ title: titleOf(column, words), holds: held(column) }))],
    lines: [
      ...lines.flatMap(group => [
        ...group.rows.map(row => ({ sums: false, cells: [...lead(group.title, null), ...row.map((cell, i) => worded(columns[i] ?? null, cell))] })),
        ...by ? [{ sums: group.rows.length > 0, cells: [group.title, group.count, ...group.sums] }] : [],
      ]),
      ...by || summed ? [{ sums: true, cells: by ? [words.total, count, ...sums] : sums }] : [],
    ],
  }
}
