import type { TableSheet } from '../../shared/tables/sheet.ts'
import write from 'write-excel-file/node'
import { cell } from '../../shared/core/text.ts'

const formats = { text: '@', number: undefined, degrees: '0.000000', time: 'yyyy-mm-dd hh:mm' } as const
const widths = { text: 20, number: 10, degrees: 13, time: 18 } as const

/** A table as .xlsx: its title, a fixed head, its lines, and the sums in bold. Texts stay texts, so that Excel runs none as a formula. */
export async function tableExcel({ name, columns, lines, drill }: TableSheet, drillMark: string): Promise<Uint8Array> {
  const bold = { fontWeight: 'bold' as const }
  const filled = (value: string | number | null, holds: keyof typeof formats, more: object) => {
    if (value === null || value === '') return null
    if (typeof value === 'string') return { value: cell(value), type: String, format: '@', ...more }
    return holds === 'time' ? { value: new Date(value), type: Date, format: formats.time, ...more } : { value, type: Number, format: formats[holds], ...more }
  }
  const data = [
    columns.map(({ title }) => ({ value: cell(title), type: String, ...bold })),
    ...lines.map(({ sums, cells }) => columns.map(({ holds }, i) => filled(cells[i] ?? null, holds, sums ? bold : {}))),
  ]
  const sheet = cell(`${drill ? `${drillMark} ` : ''}${name}`).replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, 31).trim() || 'Sheet'
  return await (await write(data, { sheet, columns: columns.map(({ holds }) => ({ width: widths[holds] })), stickyRowsCount: 1 })).toBuffer()
}
