import type { ListOut } from './write-list.ts'
import Papa from 'papaparse'
import { save } from './save.ts'

/** Saves a list as CSV for other programs: UTF-8 with a mark, so that Excel reads it, and no cell that a spreadsheet would run. Times are `2030-05-06 12:00`. */
export function saveCsv({ columns, rows, fileName }: ListOut): void {
  const shown = (value: string | number | null, i: number) => typeof value === 'number' && columns[i]?.holds === 'time' ? new Date(value).toISOString().slice(0, 16).replace('T', ' ') : value
  const lines = [...rows()].map(row => row.map(shown))
  const text = Papa.unparse([columns.map(({ title }) => title), ...lines], { escapeFormulae: true, newline: '\r\n' })
  save(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)
}
