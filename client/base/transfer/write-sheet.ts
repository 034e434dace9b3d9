import type { Feature } from 'write-excel-file/universal'
import { cell } from '../../../shared/core/text.ts'

/**
 * The type of a column. `text` also holds ids, phones and codes, so that Excel neither drops their zeros nor runs a text that starts with an equals sign.
 * `day` and `time`: ms of the county's wall clock (`wallClock`). `degrees`: a coordinate; its title names the datum.
 */
export type Holds = 'text' | 'number' | 'degrees' | 'day' | 'time'
export type Cell = string | number | null
export interface Column { readonly title: string, readonly holds: Holds }
export interface SheetHead { readonly name: string, readonly columns: readonly Column[] }

const formats = { text: '@', number: undefined, degrees: '0.000000', day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' } as const
/** The least and greatest width of a column, in half-width characters. */
const [narrow, wide] = [8, 48]

/** An Excel file with one sheet: a bold, fixed title row, a filter, and columns as wide as their content. */
export async function writeSheet({ name, columns }: SheetHead, rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const head = columns.map(({ title }) => ({ value: cell(title), type: String, fontWeight: 'bold' as const, backgroundColor: '#e8ecf1', borderColor: '#c3cad4', bottomBorderStyle: 'thin' as const }))
  const body = rows.map(row => columns.map(({ holds }, i) => filled(holds, row[i] ?? null)))
  const options = { sheet: sheetName(name), stickyRowsCount: 1, columns: columns.map((column, i) => ({ width: width(column, i, rows) })) }
  return write([head, ...body], options, { features: [filter(columns.length, rows.length)] }).toBlob()
}

function filled(holds: Holds, value: Cell) {
  if (value === null || value === '') return null
  const format = formats[holds]
  if (typeof value === 'string') return { value: cell(value), type: String, format: '@' }
  if (holds === 'day' || holds === 'time') return { value: new Date(value), type: Date, format }
  return { value, type: Number, format }
}

/** Excel refuses a sheet name that is longer than 31 characters or holds certain signs. */
const sheetName = (name: string) => cell(name).replace(/[[\]:*?/\\]/g, ' ').replace(/^'|'$/g, ' ').trim().slice(0, 31).trim() || 'Sheet'

/** Full-width characters count twice. Only the first thousand rows are measured, to save time. */
function width({ title, holds }: Column, i: number, rows: readonly (readonly Cell[])[]): number {
  const least = { text: narrow, number: narrow, degrees: 13, day: 12, time: 18 }[holds]
  const lengths = rows.slice(0, 1000).map(row => typeof row[i] === 'string' ? shown(row[i]) : 0)
  return Math.min(wide, lengths.reduce((most, one) => Math.max(most, one), Math.max(least, shown(title) + 3)) + 1)
}
const shown = (text: string) => text.slice(0, wide).replace(/[^\0-\u00FF]/g, 'xx').length

/** The filter arrows in the title row, which the library does not offer. */
function filter(columns: number, rows: number): Feature<Blob> {
  const last = columns > 26 ? String.fromCharCode(64 + Math.floor((columns - 1) / 26)) : ''
  const address = `A1:${last}${String.fromCharCode(65 + (columns - 1) % 26)}${rows + 1}`
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { insert: () => `<autoFilter ref="${address}"/>` } } } }
}
