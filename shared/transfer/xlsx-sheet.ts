import type { Allowance } from './allowance.ts'
import type { Merge, Row } from './sheet.ts'
import type { Attributes } from './xml.ts'
import { Problem } from './problem.ts'
import { mostRows } from './sheet.ts'
import { walk } from './xml.ts'

interface Context { readonly texts: readonly string[], readonly dates: ReadonlySet<number>, readonly from1904: boolean, readonly allowance: Allowance }
/** Columns beyond this are ignored: no list is so wide. */
const mostColumns = 256
/** The last line of a sheet in Excel. */
const lastLine = 1_048_576

/** The column (A is 0) and the line (from 1) of a reference such as `B12`. */
function place(reference: string): { readonly column: number, readonly line: number } {
  let [column, line] = [0, 0]
  for (const letter of reference.toUpperCase()) {
    if (letter >= 'A') column = column * 26 + letter.charCodeAt(0) - 64
    else if (letter !== '$') line = line * 10 + Number(letter)
  }
  return { column: column - 1, line }
}

function mergeOf(reference: string): Merge {
  const [from = '', to = from] = reference.split(':')
  const [first, last] = [place(from), place(to)]
  return { top: first.line, bottom: last.line, left: first.column, right: last.column }
}

const day = 86_400_000

/** A date as 2022-05-06, or 2022-05-06 08:30 if it has a time. `days` count from 1899-12-30, or from 1904-01-01. */
function dated(days: number, from1904: boolean): string {
  const at = new Date(Math.round((days + (from1904 ? 1462 : 0)) * day) + Date.UTC(1899, 11, 30))
  if (Number.isNaN(at.getTime())) return String(days)
  const [date = '', time = ''] = at.toISOString().split('T')
  return days % 1 === 0 ? date : `${date} ${time.slice(0, 5)}`
}

/** Excel keeps 15 digits. A longer number has lost digits, so it is written in the scientific form, which readers refuse. */
function numbered(raw: string): string {
  const value = Number(raw)
  if (raw === '' || !Number.isFinite(value)) return raw
  return Math.abs(value) >= 1e15 ? value.toExponential() : String(Number(value.toPrecision(15)))
}

function valueOf(type: string, style: number, raw: string, { texts, dates, from1904 }: Context): string {
  if (type === 's') return texts[Number(raw)] ?? ''
  if (type === 'inlineStr' || type === 'str') return raw
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return ''
  if (type === 'd') return raw.replace(/T00:00:00.*$/, '').replace('T', ' ').slice(0, 16)
  return dates.has(style) && raw !== '' && Number(raw) >= 0 ? dated(Number(raw), from1904) : numbered(raw)
}

/** The rows in the XML of one sheet. A cell or row without a reference follows the one before it. Throws the problems `too_many_rows`, `bomb` and `damaged`. */
export function sheetRows(xml: string, context: Context): { readonly rows: readonly Row[], readonly merges: readonly Merge[] } {
  const rows: Row[] = []
  const merges: Merge[] = []
  let [cells, line, column]: [string[], number, number] = [[], 0, -1]
  let cell: Attributes = {}
  let [raw, inValue, reading] = ['', false, false]
  walk(xml, {
    open(name, attributes) {
      if (name === 't' || name === 'v') inValue = !reading
      if (name === 'rPh') reading = true
      if (name === 'row') {
        const said = Number(attributes().r ?? line + 1)
        // Rows are in order, and a reader counts the empty lines between them.
        if (!Number.isInteger(said) || said <= line || said > lastLine) throw new Problem('damaged')
        cells = []
        line = said
        column = -1
      }
      if (name === 'c') {
        cell = attributes()
        column = cell.r ? place(cell.r).column : column + 1
        raw = ''
      }
      if (name === 'mergeCell') merges.push(mergeOf(attributes().ref ?? ''))
    },
    text: value => inValue && (raw += value),
    close(name) {
      if (name === 't' || name === 'v') inValue = false
      if (name === 'rPh') reading = false
      if (name === 'c' && column >= 0 && column < mostColumns) {
        while (cells.length < column) cells.push('')
        cells[column] = valueOf(cell.t ?? 'n', Number(cell.s ?? 0), raw, context)
      }
      if (name !== 'row' || cells.every(one => one.trim() === '')) return
      // One row more is allowed, for the head; titles and subtotals count too.
      if (rows.length > mostRows) throw new Problem('too_many_rows')
      context.allowance.row(cells)
      rows.push({ line, cells })
    },
  })
  const end = rows.at(-1)?.line ?? 0
  for (const { top, bottom } of merges) context.allowance.filled(1 + Math.max(0, Math.min(bottom, end) - top))
  return { rows, merges }
}
